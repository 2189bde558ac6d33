//! Files that the page hands out, and takes.

use crate::{Page, Result};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// A folder for the files of one visit, which goes with it.
pub struct Downloads(PathBuf);

impl Downloads {
    fn new() -> Result<Downloads> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("r13-files-{}-{number}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Downloads(folder))
    }
}

impl Page {
    /// Takes the page's files from now on.
    pub async fn downloads(&self) -> Result<Downloads> {
        let downloads = Downloads::new()?;
        self.browser.download_to(&downloads.0).await?;
        Ok(downloads)
    }

    /// The contents of a file whose name begins and ends so, once it is there.
    pub async fn downloaded(&self, downloads: &Downloads, begins: &str, ends: &str) -> Result<Vec<u8>> {
        let file = || {
            let files = fs::read_dir(&downloads.0).ok()?.filter_map(|file| Some(file.ok()?.path()));
            files.into_iter().find(|file| {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(begins) && name.ends_with(ends)
            })
        };
        let filled = |file: &Path| fs::metadata(file).is_ok_and(|file| file.len() > 0);
        self.until("the file is there", async || Ok(file().is_some_and(|file| filled(&file)))).await?;
        Ok(fs::read(file().unwrap_or_default())?)
    }

    /// Chooses a file of this name and contents in a field.
    pub async fn choose_file(&self, css: &str, name: &str, contents: &[u8]) -> Result<()> {
        let folder = Downloads::new()?;
        let file = folder.0.join(name);
        fs::write(&file, contents)?;
        self.find(css).await?.send_keys(file.display().to_string()).await?;
        self.until("the page has read the file", async || {
            Ok(self.find(css).await?.prop("value").await?.is_some_and(|value| value.is_empty()))
        })
        .await
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        // What the system does not let go lies in its own temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
