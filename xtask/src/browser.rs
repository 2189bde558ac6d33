//! The browsers of the tests: found, installed where that is possible, and driven through their drivers.

mod driver;

use crate::install::{self, Program};
use crate::shell;
use anyhow::{Result, bail};
use driver::Driver;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const CHROMIUM: Program = Program {
    name: "Chromium or Google Chrome (chromium, google-chrome)",
    variable: "CHROME",
    commands: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ],
    package: Some("chromium"),
};

const CHROME_DRIVER: Program = Program {
    name: "ChromeDriver (chromedriver)",
    variable: "CHROMEDRIVER",
    commands: &["chromedriver"],
    places: &[],
    package: Some("chromium-driver"),
};

const FIREFOX: Program = Program {
    name: "Firefox (firefox, firefox-esr)",
    variable: "FIREFOX",
    commands: &["firefox", "firefox-esr"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ],
    package: Some("firefox-esr"),
};

/// No package of Debian holds it; crates.io does.
const GECKO_DRIVER: Program = Program {
    name: "geckodriver",
    variable: "GECKODRIVER",
    commands: &["geckodriver"],
    places: &[],
    package: None,
};

/// The release of geckodriver that is built where there is none.
const GECKO_DRIVER_VERSION: &str = "0.37.1";

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome, through ChromeDriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

/// A browser and its driver, on this machine.
pub struct Browser {
    kind: Kind,
    program: PathBuf,
    /// The driver.
    pub driver: PathBuf,
}

impl Kind {
    fn programs(self) -> [&'static Program; 2] {
        match self {
            Self::Chromium => [&CHROMIUM, &CHROME_DRIVER],
            Self::Firefox => [&FIREFOX, &GECKO_DRIVER],
        }
    }

    /// Finds the browser, its driver and a Japanese font; installs what is missing, on Debian as root with its
    /// packages, and geckodriver anywhere from its sources.
    ///
    /// # Errors
    /// Names what is missing and how it is had.
    pub fn find_or_install(self) -> Result<Browser> {
        let programs = self.programs();
        if let Some(wrong) = programs.iter().find_map(|program| program.wrong_variable()) {
            bail!(wrong);
        }
        let packaged: Vec<_> = programs.into_iter().filter(|program| program.package.is_some()).collect();
        let missing = install::missing(&packaged);
        if !missing.is_empty() && install::can_install() {
            println!("Missing: {}.", missing.join(", "));
            install::install(&install::packages(&packaged))?;
        }
        let missing = install::missing(&packaged);
        let [program, driver] = programs.map(Program::find);
        match (program, driver) {
            (Some(program), Some(driver)) if missing.is_empty() => {
                Ok(Browser { kind: self, program, driver })
            }
            (Some(program), None) if missing.is_empty() && self == Self::Firefox => {
                Ok(Browser { kind: self, program, driver: built_geckodriver()? })
            }
            _ => bail!(self.advice(&missing)),
        }
    }

    fn advice(self, missing: &[&str]) -> String {
        let programs = self.programs();
        let (browser, driver) = match self {
            Self::Chromium => ("Google Chrome", "the ChromeDriver of the same version"),
            Self::Firefox => ("Firefox", "geckodriver"),
        };
        format!(
            "the tests in {browser} cannot run. Missing: {}.\n\
             Debian, as root: apt-get install --no-install-recommends {}\n\
             Elsewhere: install {browser}, {driver} and a Japanese font; if they are not on the PATH, let {} name \
             the two programs.",
            missing.join(", "),
            install::packages(&programs).join(" "),
            programs.map(|program| program.variable).join(" and "),
        )
    }
}

impl Browser {
    /// The capabilities of a headless session, without anything that asks the network by itself.
    pub fn capabilities(&self) -> Value {
        match self.kind {
            Kind::Chromium => chromium_capabilities(&self.program),
            Kind::Firefox => firefox_capabilities(&self.program),
        }
    }

    /// Starts the driver on a free port.
    ///
    /// # Errors
    /// Where it does not start, or does not say where it listens.
    pub fn start_driver(&self) -> Result<Driver> {
        let arguments: &[&str] = match self.kind {
            Kind::Chromium => &["--port=0"],
            // The tests change what the system prefers, which only the browser's own side can.
            Kind::Firefox => &["--port=0", "--websocket-port=0", "--allow-system-access"],
        };
        Driver::start(&self.driver, arguments)
    }

    /// How many drivers `sessions` at once need: a geckodriver has one alone.
    pub fn drivers(&self, sessions: usize) -> usize {
        match self.kind {
            Kind::Chromium => 1,
            Kind::Firefox => sessions,
        }
    }

    /// Which browser it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

fn chromium_capabilities(program: &Path) -> Value {
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
    json!({ "browserName": "chrome", "goog:chromeOptions": { "binary": program, "args": arguments } })
}

/// The driver's own preferences keep Firefox from asking anything of the network.
fn firefox_capabilities(program: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "webSocketUrl": true,
        "moz:firefoxOptions": { "binary": program, "args": ["-headless"] },
    })
}

/// The geckodriver below `target`, built where it is not there yet.
fn built_geckodriver() -> Result<PathBuf> {
    let folder = shell::root().join("target").join("tools").join(GECKO_DRIVER_VERSION);
    let program = folder.join("bin").join("geckodriver").with_extension(std::env::consts::EXE_EXTENSION);
    if !program.is_file() {
        let mut install =
            shell::cargo(["install", "--locked", "--version", GECKO_DRIVER_VERSION, "geckodriver"]);
        // Its objects lie in our own target folder, and nothing in the project's list of installed programs.
        shell::run(install.arg("--root").arg(&folder).arg("--target-dir").arg(folder.join("build")))?;
        std::fs::remove_dir_all(folder.join("build"))?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn the_advice_names_what_is_missing_and_every_package() {
        for (kind, names) in [
            (
                Kind::Chromium,
                ["ChromeDriver", "chromium", "chromium-driver", "fonts-noto-cjk", "CHROME", "CHROMEDRIVER"],
            ),
            (
                Kind::Firefox,
                ["geckodriver", "firefox-esr", "Firefox", "fonts-noto-cjk", "FIREFOX", "GECKODRIVER"],
            ),
        ] {
            let text = kind.advice(&[names[0]]);
            for name in names {
                assert!(text.contains(name), "{name} is not in {text}");
            }
        }
    }
}
