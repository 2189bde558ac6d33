//! A server of one bundle on 127.0.0.1.

use crate::bundle::Bundle;
use anyhow::{Context, Result, anyhow};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};
use tokio::sync::oneshot;

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

/// What is served at the moment.
type Shown = Arc<RwLock<Arc<Bundle>>>;

/// Serves in a thread of its own until it is dropped.
pub struct Server {
    bundle: Shown,
    /// Ends the thread.
    stop: Option<oneshot::Sender<()>>,
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
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let listener = {
            let _within = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let bundle = Shown::default();
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn({
            let (bundle, base) = (Arc::clone(&bundle), Arc::from(base));
            move || {
                runtime.block_on(async move {
                    tokio::spawn(accept(listener, base, bundle));
                    // Whoever is still connected then is cut off.
                    let _ = stopped.await;
                });
            }
        });
        Ok(Self { bundle, stop: Some(stop), thread: Some(thread), address })
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
        // It does not listen any more where its thread has ended.
        let _ = self.stop.take().map(|stop| stop.send(()));
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

/// Answers every connection by itself: browsers open some that they use later, or never.
async fn accept(listener: tokio::net::TcpListener, base: Arc<str>, bundle: Shown) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // The browser may have gone away already.
            tokio::task::yield_now().await;
            continue;
        };
        let (base, bundle) = (Arc::clone(&base), Arc::clone(&bundle));
        let service = service_fn(move |request: Request<Incoming>| {
            let shown = bundle.read().map(|bundle| Arc::clone(&bundle)).unwrap_or_default();
            let answer = answer(request.method(), request.uri().path(), &base, &shown);
            async { Ok::<_, Infallible>(answer) }
        });
        // A browser that goes away needs no answer.
        tokio::spawn(async {
            drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await)
        });
    }
}

fn answer(method: &Method, path: &str, base: &str, bundle: &Bundle) -> Response<Full<Bytes>> {
    let readable = matches!(*method, Method::GET | Method::HEAD);
    let name = name_of(path, base);
    match bundle.files.iter().find(|file| Some(file.name.as_str()) == name) {
        _ if !readable => {
            respond(StatusCode::METHOD_NOT_ALLOWED, "text/plain", "Only GET and HEAD are answered here.")
        }
        None => respond(StatusCode::NOT_FOUND, "text/plain", "There is no such file here."),
        Some(file) => respond(StatusCode::OK, media_type(&file.name), file.bytes.clone()),
    }
}

/// The name of the file at a path.
fn name_of<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let name = path.strip_prefix(base)?;
    Some(if name.is_empty() { "index.html" } else { name })
}

fn respond(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body.into()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
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
    #![allow(clippy::unwrap_used)]
    use super::{Port, Server, media_type, name_of};
    use crate::bundle::{Bundle, File};
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn silent_connections_keep_nobody_waiting() {
        let server = Server::start(Port::Exactly(0), "/deep/").unwrap();
        let file = File { name: "a.css".into(), bytes: b"a{}".to_vec(), first_page: false };
        server.show(Bundle { files: vec![file] }).unwrap();
        let host =
            server.address().strip_prefix("http://").unwrap().strip_suffix("/deep/").unwrap().to_owned();
        let silent: Vec<TcpStream> = (0..50).map(|_| TcpStream::connect(&host).unwrap()).collect();
        for (request, says) in [
            ("GET /deep/a.css?b", "200 OK"),
            ("HEAD /deep/a.css", "200 OK"),
            ("POST /deep/a.css", "405 "),
            ("GET /a.css", "404 "),
        ] {
            let mut connection = TcpStream::connect(&host).unwrap();
            write!(connection, "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            connection.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with(&format!("HTTP/1.1 {says}")), "{request}: {answer}");
            assert_eq!(answer.ends_with("a{}"), request.starts_with("GET /deep"), "{request}: {answer}");
        }
        drop(silent);
    }

    #[test]
    fn requests_are_answered_below_the_base_alone() {
        let cases = [
            ("/", "/", Some("index.html")),
            ("/assets/a.js", "/", Some("assets/a.js")),
            ("/deep/path/", "/deep/path/", Some("index.html")),
            ("/deep/path/assets/a.js", "/deep/path/", Some("assets/a.js")),
            ("/assets/a.js", "/deep/path/", None),
        ];
        for (path, base, expected) in cases {
            assert_eq!(name_of(path, base), expected, "{path} below {base}");
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
