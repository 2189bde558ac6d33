//! A host of the page for one test.

use crate::Result;
use crate::session::setting;
use anyhow::Context;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The page lies below a path, as a host may place it.
const BASE: &str = "/somewhere/deep/";
/// How long a connection may say nothing: browsers open some in advance.
const SILENCE: Duration = Duration::from_secs(10);

/// The self-contained page in the folder that `cargo xtask test page` has written.
///
/// # Errors
/// Where there is none.
pub fn self_contained() -> Result<PathBuf> {
    Ok(fs::canonicalize(releases()?.join("1/r13-simulator.html"))?)
}

fn releases() -> Result<PathBuf> {
    Ok(setting("PAGE_TESTS_RELEASES")?.into())
}

/// Serves one release of the page on an origin of its own, so that nothing of another test is kept there: 1, 2 or 3,
/// which differ in the names of all files that are named after their contents, and in nothing else. The files
/// of the others are gone.
pub struct Host {
    address: String,
    port: u16,
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    on: bool,
    folder: PathBuf,
    /// Files that are not there, although they belong to the release.
    lost: HashSet<String>,
    /// Files that are never answered for.
    cut: HashSet<String>,
    /// What lies in the place of a file.
    replaced: HashMap<String, Vec<u8>>,
    asked: Vec<String>,
}

impl Host {
    /// Serves release 1.
    ///
    /// # Errors
    /// Where no port is free, or the tests were not started by `cargo xtask test page`.
    pub fn start() -> Result<Self> {
        let folder = releases()?.join("1");
        let state = State {
            on: false,
            folder,
            lost: HashSet::new(),
            cut: HashSet::new(),
            replaced: HashMap::new(),
            asked: Vec::new(),
        };
        let mut host =
            Self { address: String::new(), port: 0, state: Arc::new(Mutex::new(state)), thread: None };
        host.turn_on()?;
        host.address = format!("http://127.0.0.1:{}{BASE}", host.port);
        Ok(host)
    }

    /// The address of the page; ends with `/`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves another release, whole.
    ///
    /// # Errors
    /// Where the tests were not started by `cargo xtask test page`.
    pub fn release(&self, number: usize) -> Result<()> {
        let folder = releases()?.join(number.to_string());
        self.with(|state| {
            state.folder = folder;
            state.lost.clear();
            state.cut.clear();
            state.replaced.clear();
        });
        Ok(())
    }

    /// Loses the file of the release whose name starts so; returns its name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn lose(&self, start: &str) -> Result<String> {
        let name = self.file(start, "")?;
        self.with(|state| state.lost.insert(name.clone()));
        Ok(name)
    }

    /// Fails without an answer whenever the file whose name starts and ends so is asked for, as a broken network
    /// does.
    ///
    /// # Errors
    /// Where there is none.
    pub fn cut(&self, start: &str, end: &str) -> Result<()> {
        let name = self.file(start, end)?;
        self.with(|state| state.cut.insert(name));
        Ok(())
    }

    /// Puts something else in the place of the file whose name starts so; returns its name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn replace(&self, start: &str, bytes: &[u8]) -> Result<String> {
        let name = self.file(start, "")?;
        self.with(|state| state.replaced.insert(name.clone(), bytes.to_vec()));
        Ok(name)
    }

    /// Takes the names of the files that were asked for since the last call, `index.html` for the page itself.
    pub fn asked(&self) -> Vec<String> {
        self.with(|state| std::mem::take(&mut state.asked))
    }

    /// Switches the host off: nothing listens on its port any more.
    pub fn turn_off(&mut self) {
        self.with(|state| state.on = false);
        if let Some(thread) = self.thread.take() {
            // It waits for a connection, and looks whether it is to go on when there is one.
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
            let _ = thread.join();
        }
    }

    /// Switches it on again, on the same port.
    ///
    /// # Errors
    /// Where the port has been taken in the meantime.
    pub fn turn_on(&mut self) -> Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).context("the port is taken")?;
        self.port = listener.local_addr()?.port();
        self.with(|state| state.on = true);
        let state = Arc::clone(&self.state);
        self.thread = Some(thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if !with(&state, |state| state.on) {
                    return;
                }
                let state = Arc::clone(&state);
                // A browser that has gone away needs no answer.
                thread::spawn(move || drop(answer(connection, &state)));
            }
        }));
        Ok(())
    }

    fn file(&self, start: &str, end: &str) -> Result<String> {
        let folder = self.with(|state| state.folder.clone());
        let (inner, start) = start.rsplit_once('/').unwrap_or(("", start));
        for entry in fs::read_dir(folder.join(inner))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && name.ends_with(end) {
                return Ok(Path::new(inner).join(name).to_string_lossy().into_owned());
            }
        }
        anyhow::bail!("the release has no {inner}/{start}…{end}")
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        with(&self.state, act)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.turn_off();
    }
}

fn with<T>(state: &Mutex<State>, act: impl FnOnce(&mut State) -> T) -> T {
    act(&mut state.lock().unwrap_or_else(PoisonError::into_inner))
}

fn answer(connection: TcpStream, state: &Mutex<State>) -> Result<()> {
    connection.set_read_timeout(Some(SILENCE))?;
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().context("the connection says nothing")??;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default();
    let name = match path.strip_prefix(BASE) {
        Some("") => "index.html",
        Some(name) => name,
        None => path,
    };
    let file = with(state, |state| {
        if !state.on {
            return None;
        }
        state.asked.push(name.to_owned());
        if state.cut.contains(name) {
            return None;
        }
        if state.lost.contains(name) {
            return Some(None);
        }
        Some(state.replaced.get(name).cloned().or_else(|| fs::read(state.folder.join(name)).ok()))
    });
    let Some(file) = file else { return Ok(()) };
    let status = if file.is_some() { "200 OK" } else { "404 Not Found" };
    let kept = if file.is_some() && name.starts_with("assets/") {
        "max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let body = file.unwrap_or_default();
    let mut connection = &connection;
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {kept}\r\n\
         Connection: close\r\n\r\n",
        media_type(name),
        body.len()
    )?;
    Ok(connection.write_all(&body)?)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
