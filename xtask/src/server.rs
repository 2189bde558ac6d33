//! A server of one bundle on 127.0.0.1.

use crate::bundle::Bundle;
use anyhow::{Context, Result, anyhow};
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Method, Request, Response};

/// The port that is tried first; the next free one above it is taken.
const FIRST_PORT: u16 = 8013;
/// How many ports are tried.
const PORTS_TRIED: u16 = 100;

/// Where to listen.
#[derive(Clone, Copy, Debug)]
pub enum Port {
    /// This one, or none. Zero lets the system choose.
    Exactly(u16),
    /// The usual one, or the next that is free.
    Usual,
}

/// Serves in a thread of its own until it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    bundle: Arc<RwLock<Arc<Bundle>>>,
    thread: Option<JoinHandle<()>>,
    address: String,
}

impl Server {
    /// Listens on 127.0.0.1, and answers below `base`, which starts and ends with `/`.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn start(port: Port, base: &str) -> Result<Self> {
        let listener = listen(port)?;
        let address = format!("http://{}{base}", listener.local_addr()?);
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
        let http = Arc::new(http);
        let bundle = Arc::new(RwLock::new(Arc::new(Bundle::default())));
        let thread = thread::spawn({
            let (http, bundle, base) = (Arc::clone(&http), Arc::clone(&bundle), base.to_owned());
            move || {
                for request in http.incoming_requests() {
                    let bundle = bundle.read().map(|bundle| Arc::clone(&bundle)).unwrap_or_default();
                    answer(request, &base, &bundle);
                }
            }
        });
        Ok(Self { http, bundle, thread: Some(thread), address })
    }

    /// The address of the page, with the base path.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves these files from now on.
    ///
    /// # Errors
    /// Where the server's thread has ended.
    pub fn show(&self, bundle: Bundle) -> Result<()> {
        let mut shown = self.bundle.write().map_err(|_| anyhow!("the server's thread has ended"))?;
        *shown = Arc::new(bundle);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            // A panic of that thread has been printed already, and there is nobody left to answer.
            let _ = thread.join();
        }
    }
}

fn listen(port: Port) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Port::Exactly(port) => bind(port).with_context(|| format!("cannot listen on port {port}")),
        Port::Usual => (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
            .find_map(|port| bind(port).ok())
            .with_context(|| format!("no port is free from {FIRST_PORT} on; name one with --port")),
    }
}

fn answer(request: Request, base: &str, bundle: &Bundle) {
    let readable = matches!(request.method(), Method::Get | Method::Head);
    let name = name_of(request.url(), base);
    let response = match bundle.files.iter().find(|file| Some(file.name.as_str()) == name) {
        _ if !readable => respond(405, "text/plain", "Only GET and HEAD are answered here."),
        None => respond(404, "text/plain", "There is no such file here."),
        Some(file) => respond(200, media_type(&file.name), file.bytes.clone()),
    };
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

/// The name of the file a request asks for.
fn name_of<'a>(url: &'a str, base: &str) -> Option<&'a str> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    Some(if path.is_empty() { "index.html" } else { path })
}

fn respond(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Response<Cursor<Vec<u8>>> {
    let mut response = Response::from_data(body).with_status_code(status);
    for (field, value) in [("Content-Type", media_type), ("Cache-Control", "no-cache")] {
        // Constants in ASCII, which is all a header asks for.
        if let Ok(header) = Header::from_bytes(field, value) {
            response.add_header(header);
        }
    }
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{media_type, name_of};

    #[test]
    fn requests_are_answered_below_the_base_alone() {
        let cases = [
            ("/", "/", Some("index.html")),
            ("/?lang=en", "/", Some("index.html")),
            ("/assets/a.js", "/", Some("assets/a.js")),
            ("/deep/path/", "/deep/path/", Some("index.html")),
            ("/deep/path/assets/a.js", "/deep/path/", Some("assets/a.js")),
            ("/assets/a.js", "/deep/path/", None),
        ];
        for (url, base, expected) in cases {
            assert_eq!(name_of(url, base), expected, "{url} below {base}");
        }
    }

    #[test]
    fn every_kind_of_file_of_the_page_has_its_type() {
        for (name, expected) in [
            ("sw.js", "text/javascript; charset=utf-8"),
            ("assets/app-1.webmanifest", "application/manifest+json"),
            ("assets/icon-192-1.png", "image/png"),
            ("r13-simulator.html", "text/html; charset=utf-8"),
        ] {
            assert_eq!(media_type(name), expected, "{name}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_lets_the_browser_compile_while_it_loads() {
        assert_eq!(media_type("assets/app-1.wasm"), "application/wasm");
    }
}
