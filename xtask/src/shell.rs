//! Running other programs, with what is run said first.

use anyhow::{Context, Result, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the checkout: where cargo says that it runs us, as a target folder may have come from elsewhere.
pub fn root() -> PathBuf {
    let built = || env!("CARGO_MANIFEST_DIR").into();
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(built, PathBuf::from);
    xtask.parent().unwrap_or(&xtask).to_path_buf()
}

/// A cargo command, with the cargo that started us, in the root of the checkout.
pub fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Prints the command as a person would type it.
pub fn announce(command: &Command) {
    println!("\n==> {}", as_typed(command));
}

/// Runs the command with our own output; an exit code other than zero is an error.
pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| format!("cannot start {}", as_typed(command)))?;
    ensure!(status.success(), "`{}` ended with {status}", as_typed(command));
    Ok(())
}

fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy();
    command.get_args().fold(program.into_owned(), |line, argument| line + " " + &argument.to_string_lossy())
}

/// The standard output of a command that succeeded; `None` if it is missing or failed.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let result = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    result.status.success().then(|| String::from_utf8_lossy(&result.stdout).trim().to_owned())
}

/// The first of these programs that stands on the `PATH`.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
            .find(|candidate| candidate.is_file())
    })
}

/// Whether we run as root; elsewhere than on Unix, never.
pub fn is_root() -> bool {
    cfg!(unix) && output("id", &["-u"]).as_deref() == Some("0")
}
