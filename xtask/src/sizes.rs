//! What the page weighs on the wire.

use crate::bundle::Bundle;
use anyhow::{Result, ensure};
use std::fmt;

/// What the first page may weigh: 175 kB in brotli, everything the browser asks for until it is ready.
pub const BUDGET: usize = 175_000;

/// One file's size in bytes.
struct Size {
    name: String,
    raw: usize,
    brotli: usize,
    first_page: bool,
}

/// The size of every file of a bundle; displays as a table.
pub struct Sizes(Vec<Size>);

impl Sizes {
    /// Weighs every file, with brotli at the quality hosts use for files at rest.
    ///
    /// # Errors
    /// Where brotli fails.
    pub fn of(bundle: &Bundle) -> Result<Self> {
        let mut sizes = Vec::new();
        for file in &bundle.files {
            sizes.push(Size {
                name: file.name.clone(),
                raw: file.bytes.len(),
                brotli: compress(&file.bytes)?.len(),
                first_page: file.first_page,
            });
        }
        Ok(Self(sizes))
    }

    /// The bytes of the first page in brotli.
    pub fn first_page(&self) -> usize {
        self.0.iter().filter(|size| size.first_page).map(|size| size.brotli).sum()
    }

    /// Holds the first page against what it may weigh.
    ///
    /// # Errors
    /// Where it is heavier.
    pub fn check(&self) -> Result<()> {
        let bytes = self.first_page();
        ensure!(bytes <= BUDGET, "the first page takes {bytes} bytes in brotli, it may take {BUDGET}");
        Ok(())
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<40} {:>9} {:>9}", "bytes", "raw", "brotli")?;
        for Size { name, raw, brotli, first_page } in &self.0 {
            let mark = if *first_page { "  first page" } else { "" };
            writeln!(out, "{name:<40} {raw:>9} {brotli:>9}{mark}")?;
        }
        let raw: usize = self.0.iter().filter(|size| size.first_page).map(|size| size.raw).sum();
        let bytes = self.first_page();
        write!(out, "{:<40} {raw:>9} {bytes:>9}  of {BUDGET}", "first page")?;
        match bytes.checked_sub(BUDGET) {
            None | Some(0) => Ok(()),
            Some(over) => write!(out, ": {over} over the budget"),
        }
    }
}

/// The bytes in brotli, at its highest quality.
fn compress(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &brotli::enc::BrotliEncoderParams::default())?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Size, Sizes};

    fn page(brotli: usize, later: usize) -> Sizes {
        let size = |brotli, first_page| Size { name: "app.wasm".into(), raw: 0, brotli, first_page };
        Sizes(vec![size(brotli, true), size(later, false)])
    }

    #[test]
    fn the_budget_binds_the_first_page_alone() {
        assert!(page(BUDGET, BUDGET).check().is_ok());
        let error = page(BUDGET + 1, 0).check().map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains(&(BUDGET + 1).to_string())));
    }

    #[test]
    fn a_page_over_the_budget_says_by_how_much() {
        assert!(page(BUDGET + 7, 0).to_string().ends_with("7 over the budget"));
        assert!(page(BUDGET, 0).to_string().ends_with(&format!("of {BUDGET}")));
    }
}
