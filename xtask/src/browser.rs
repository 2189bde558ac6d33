//! The browser of the tests: found, installed where that is possible, and driven through ChromeDriver.

use crate::shell;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// The packages of Debian that hold all of it.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// How long ChromeDriver may take to listen.
const DRIVER_START: Duration = Duration::from_secs(30);

/// A Chromium or Chrome, and its driver.
pub struct Browser {
    chrome: PathBuf,
    /// The ChromeDriver.
    pub driver: PathBuf,
}

/// A running ChromeDriver; ends when it is dropped.
pub struct Driver {
    process: Child,
    /// Where it listens.
    pub address: String,
}

impl Browser {
    /// Finds the browser, its driver and a Japanese font; installs what is missing on Debian as root.
    ///
    /// # Errors
    /// Names what is missing and the packages that hold it.
    pub fn find_or_install() -> Result<Self> {
        for variable in ["CHROME", "CHROMEDRIVER"] {
            if let Some(path) = env::var_os(variable).map(PathBuf::from).filter(|path| !path.is_file()) {
                bail!("{variable} names {}, which is no file", path.display());
            }
        }
        if let Err(missing) = Self::find()
            && can_install()
        {
            println!("Missing: {}.", missing.join(", "));
            install()?;
        }
        Self::find().or_else(|missing| bail!(advice(&missing)))
    }

    /// The capabilities of a headless session, without anything that asks the network by itself.
    pub fn capabilities(&self) -> Value {
        let mut arguments = vec![
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        if shell::is_root() {
            // Chromium's sandbox refuses to start as root.
            arguments.push("--no-sandbox");
        }
        json!({ "goog:chromeOptions": { "binary": self.chrome, "args": arguments } })
    }

    /// Starts the driver on a free port.
    ///
    /// # Errors
    /// Where it does not start, or does not say where it listens.
    pub fn start_driver(&self) -> Result<Driver> {
        let mut process = Command::new(&self.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", self.driver.display()))?;
        let lines = BufReader::new(process.stdout.take().context("ChromeDriver has no output")?).lines();
        let mut driver = Driver { process, address: String::new() };
        let (sender, port) = channel();
        // Reads on to the end: a full pipe would stop the driver.
        thread::spawn(move || {
            for port in lines.map_while(Result::ok).filter_map(|line| port_of(&line)) {
                if sender.send(port).is_err() {
                    return;
                }
            }
        });
        let port = port.recv_timeout(DRIVER_START).context("ChromeDriver did not say where it listens")?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// What there is, or the list of what is missing.
    fn find() -> Result<Self, Vec<&'static str>> {
        let chrome = program(
            "CHROME",
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            &[
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:/Program Files/Google/Chrome/Application/chrome.exe",
            ],
        );
        let driver = program("CHROMEDRIVER", &["chromedriver"], &[]);
        let mut missing = Vec::new();
        if chrome.is_none() {
            missing.push("Chromium or Google Chrome (chromium, google-chrome)");
        }
        if driver.is_none() {
            missing.push("ChromeDriver (chromedriver)");
        }
        if shell::output("fc-list", &[":lang=ja", "family"]).is_some_and(|fonts| fonts.is_empty()) {
            missing.push("a font with Japanese characters");
        }
        match (chrome, driver) {
            (Some(chrome), Some(driver)) if missing.is_empty() => Ok(Self { chrome, driver }),
            _ => Err(missing),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The program that `variable` names, else the first of `names` on the `PATH`, else the first of `places`.
fn program(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| shell::find_program(names))
        .or_else(|| places.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn can_install() -> bool {
    Path::new("/etc/debian_version").exists()
        && shell::is_root()
        && shell::find_program(&["apt-get"]).is_some()
}

fn install() -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    shell::run(apt().arg("update"))?;
    shell::run(apt().args(["install", "-y", "--no-install-recommends"]).args(PACKAGES))
}

fn advice(missing: &[&str]) -> String {
    format!(
        "the tests in a browser cannot run. Missing: {}.\n\
         Debian, as root: apt-get install --no-install-recommends {}\n\
         Elsewhere: install Google Chrome, the ChromeDriver of the same version and a Japanese font; \
         if they are not on the PATH, let CHROME and CHROMEDRIVER name the two programs.",
        missing.join(", "),
        PACKAGES.join(" ")
    )
}

/// The port in ChromeDriver's line "ChromeDriver was started successfully on port 4444."
fn port_of(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{PACKAGES, advice, port_of};

    #[test]
    fn the_port_is_read_from_the_drivers_own_line() {
        assert_eq!(port_of("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port_of("Starting ChromeDriver 156.0 on port 0"), None);
    }

    #[test]
    fn the_advice_names_what_is_missing_and_every_package() {
        let text = advice(&["ChromeDriver"]);
        for name in PACKAGES.iter().chain(&["ChromeDriver", "CHROME", "CHROMEDRIVER"]) {
            assert!(text.contains(name), "{name} is not in {text}");
        }
    }
}
