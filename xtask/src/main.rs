//! `cargo xtask`: the commands of a developer, with nothing to install beside Rust and a C compiler.

mod bench;
mod browser;
mod bundle;
mod calc;
mod compile;
mod dist;
mod index;
mod install;
mod later;
mod offline;
mod serve;
mod server;
mod shell;
mod shrink;
mod single;
mod sizes;
mod split;
mod tally;
mod test;
mod toolchain;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves, measures and tests the R13 Scenario Simulator")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the optimised app on 127.0.0.1 and build it again on every change
    Serve(serve::Options),
    /// Write the folder to host, `dist/`, and print the size of every file in it
    Dist(dist::Options),
    /// Measure the page in a headless browser and print every figure with its target
    Bench,
    /// Run every test, or the one step that is named
    Test(test::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(options) => serve::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Dist(options) => dist::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Bench => bench::run().map(|()| ExitCode::SUCCESS),
        Command::Test(options) => test::run(&options),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
