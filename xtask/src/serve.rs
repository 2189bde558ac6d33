//! `cargo xtask serve`.

use crate::bundle::Bundle;
use crate::server::{Port, Server};
use crate::{bundle, offline, shell};
use anyhow::{Context, Result};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::env;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How long no file must change before a build starts: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(200);

/// What is watched in the root of the checkout.
const SOURCES: [&str; 4] = ["src", "static", "index.html", "Cargo.toml"];

#[derive(clap::Args)]
pub struct Options {
    /// Listen on this port [default: 8013, or the next that is free]
    #[arg(long)]
    port: Option<u16>,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
}

/// Serves until the process is ended.
///
/// # Errors
/// Where the port is taken, the first build fails, or the files cannot be watched.
pub fn run(options: &Options) -> Result<()> {
    let server = Server::start(options.port.map_or(Port::Usual, Port::Exactly), "/")?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(sender).context("cannot watch for changes")?;
    let root = shell::root();
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    for folder in ["src", "static"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive)?;
    }

    server.show(page()?)?;
    let address = server.address();
    println!("\nThe simulator is at {address}\nA change builds it again. Ctrl-C ends.");
    if !options.no_open && has_screen() && open::that_detached(address).is_err() {
        println!("No browser could be opened.");
    }

    while wait_for_change(&changes, &root) {
        match page() {
            Ok(page) => {
                server.show(page)?;
                println!("\nBuilt. Reload {address}");
            }
            Err(error) => println!("\n{error:#}. The page stays as it was."),
        }
    }
    Ok(())
}

/// The page without a service worker, which would show the build before the last; one that another server has left in
/// the browser at this address goes.
fn page() -> Result<Bundle> {
    let mut bundle = bundle::build()?;
    bundle.files.push(offline::removal()?);
    Ok(bundle)
}

/// Whether a window could appear: without a display, opening a browser could only take over the terminal.
fn has_screen() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}

/// Waits until a source has changed and all is quiet again; `false` when nothing is watched any more.
fn wait_for_change(changes: &Receiver<notify::Result<Event>>, root: &Path) -> bool {
    loop {
        let Ok(event) = changes.recv() else { return false };
        if event.is_ok_and(|event| is_change(&event, root)) {
            break;
        }
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    true
}

fn is_change(event: &Event, root: &Path) -> bool {
    let written = match event.kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        _ => false,
    };
    written && event.paths.iter().any(|path| SOURCES.iter().any(|name| path.starts_with(root.join(name))))
}

#[cfg(test)]
mod tests {
    use super::is_change;
    use notify::event::{AccessKind, CreateKind, DataChange, ModifyKind};
    use notify::{Event, EventKind};
    use std::path::Path;

    #[test]
    fn only_a_written_source_starts_a_build() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Content));
        let read = EventKind::Access(AccessKind::Read);
        let created = EventKind::Create(CreateKind::File);
        let cases = [
            (written, "src/model/growth.rs", true),
            (created, "static/plans/new.json", true),
            (written, "index.html", true),
            (read, "src/lib.rs", false),
            (written, "dist/index.html", false),
            (created, "target", false),
            (written, "Cargo.lock", false),
        ];
        let root = Path::new("checkout");
        for (kind, path, expected) in cases {
            let event = Event::new(kind).add_path(root.join(path));
            assert_eq!(is_change(&event, root), expected, "{kind:?} {path}");
        }
    }
}
