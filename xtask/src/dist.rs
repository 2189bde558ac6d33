//! `cargo xtask dist`: the folder to host, and the page as one file.

use crate::{bundle, shell, single, sizes};
use anyhow::{Context, Result, bail};
use std::str::FromStr;

#[derive(clap::Args)]
pub struct Options {
    /// Where the page is hosted, for links that are shared from the one file, which has no address of its own
    #[arg(long, value_name = "URL")]
    public_address: Option<PublicAddress>,
}

/// An address of the page without query and fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress(String);

impl FromStr for PublicAddress {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]@".contains(c);
        match rest {
            Some(rest) if !rest.is_empty() && rest.chars().all(plain) => Ok(Self(text.to_owned())),
            _ => bail!("an address such as https://example.jp/r13/, without `?` and `#`, is needed"),
        }
    }
}

impl PublicAddress {
    /// The page with this address in its head.
    ///
    /// # Errors
    /// Where the page has no title, after which the address is put.
    pub fn name_in(&self, html: &str) -> Result<String> {
        let (before, after) = html.split_once("</title>").context("index.html has no title")?;
        Ok(format!("{before}</title>\n<meta name=\"public-address\" content=\"{}\">{after}", self.0))
    }
}

/// Writes `dist/` and prints what every file in it weighs.
///
/// # Errors
/// Where the build fails or `dist/` cannot be written.
pub fn run(options: &Options) -> Result<()> {
    let bundle = bundle::release(options.public_address.as_ref())?;
    bundle.write(&shell::root().join("dist"))?;
    println!("\nWrote dist/, ready to host under any path.");
    println!("dist/{} is the same page as one file, which opens by double click.", single::NAME);
    println!("\n{}", sizes::Sizes::of(&bundle)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::PublicAddress;

    #[test]
    fn an_address_is_named_in_the_head() {
        let address: PublicAddress = "https://example.jp/r13/".parse().unwrap();
        let html = address.name_in("<head><title>R13</title>\n</head>").unwrap();
        let named = "<meta name=\"public-address\" content=\"https://example.jp/r13/\">";
        assert_eq!(html, format!("<head><title>R13</title>\n{named}\n</head>"));
        assert!(address.name_in("<head></head>").is_err());
    }

    #[test]
    fn what_is_no_plain_address_of_a_page_is_refused() {
        for text in [
            "",
            "r13",
            "file:///r13/",
            "https://",
            "https://a.jp/?plan=x",
            "https://a.jp/#1",
            "https://a.jp/\"><b>",
        ] {
            assert!(text.parse::<PublicAddress>().is_err(), "{text}");
        }
    }
}
