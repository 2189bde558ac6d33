//! A running driver: ChromeDriver or geckodriver.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

/// A driver that listens on a port of its own; ends when it is dropped.
pub struct Driver {
    process: Child,
    /// Where it listens.
    pub address: String,
}

impl Driver {
    /// Starts the driver on a free port.
    ///
    /// # Errors
    /// Where it does not start, or does not say where it listens.
    pub fn start(program: &Path, arguments: &[&str]) -> Result<Self> {
        let process = Command::new(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut driver = Self { process, address: String::new() };
        let output = driver.process.stdout.take().context("the driver has no output")?;
        let (sender, port) = channel();
        // Reads on to the end: a full pipe would stop the driver.
        thread::spawn(move || {
            for port in BufReader::new(output).lines().map_while(Result::ok).filter_map(|line| port_of(&line))
            {
                // Whoever waited for it may have gone.
                let _ = sender.send(port);
            }
        });
        let port = port.recv_timeout(START);
        let port = port.with_context(|| format!("{} did not say where it listens", program.display()))?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 4444." or in geckodriver's "… Listening on 127.0.0.1:4444".
fn port_of(line: &str) -> Option<u16> {
    let (_, port) = line
        .split_once("started successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_of;

    #[test]
    fn the_port_is_read_from_the_drivers_own_line() {
        for (line, port) in [
            ("ChromeDriver was started successfully on port 41234.", Some(41234)),
            ("Starting ChromeDriver 156.0 on port 0", None),
            ("1764100000000\tgeckodriver\tINFO\tListening on 127.0.0.1:41235", Some(41235)),
            ("1764100000000\twebdriver::server\tDEBUG\tGET /status", None),
        ] {
            assert_eq!(port_of(line), port, "{line}");
        }
    }
}
