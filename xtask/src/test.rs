//! `cargo xtask test`: every test of the project, and the sum of what the runners report.

use crate::browser::{Browser, Kind};
use crate::later::later;
use crate::server::{Port, Server};
use crate::sizes::Sizes;
use crate::tally::{Tally, run_tests};
use crate::{bundle, calc, install, shell, toolchain};
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

/// The page is tested below a path, as a host may place it.
const BASE: &str = "/somewhere/deep/";

/// Browsers at once: a session and its renderer keep about one core busy.
const BROWSERS: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// rustfmt and clippy, for this machine and for WASM
    Lint,
    /// The tests on this machine
    Native,
    /// The workbooks, recalculated by LibreOffice
    Calc,
    /// The tests compiled to WASM, in a headless browser
    Wasm,
    /// The weight of the first page, and that it tells nothing of this machine
    Size,
    /// The whole page, used in a headless Chromium
    Page,
    /// The whole page, used in a headless Firefox
    Firefox,
}

#[derive(clap::Args)]
pub struct Options {
    /// Run this step alone
    step: Option<Step>,
    /// Run only the tests whose names contain this
    #[arg(requires = "step")]
    filter: Option<String>,
}

/// Runs the steps and prints the sum of all tests as the last line.
///
/// # Errors
/// Where something is missing and cannot be installed.
pub fn run(options: &Options) -> Result<ExitCode> {
    let steps = options.step.map_or_else(|| Step::value_variants().to_vec(), |step| vec![step]);
    toolchain::ensure_wasm_target()?;
    if steps.contains(&Step::Lint) {
        toolchain::ensure_lints()?;
    }
    let in_chromium = steps.contains(&Step::Wasm) || steps.contains(&Step::Page);
    let chromium = in_chromium.then(|| Kind::Chromium.find_or_install()).transpose()?;

    let filter = options.filter.as_deref();
    let mut total = Tally::default();
    let mut left_out = Vec::new();
    // Whoever asks for a step alone is to have it; a whole run does without a program that cannot be installed.
    let mut without = |how: &str, error: anyhow::Error| {
        if options.step.is_some() || install::can_install() {
            return Err(error);
        }
        left_out.push(format!("Not run {how}: {error:#}"));
        Ok(Tally::default())
    };
    for step in steps {
        let outcome = match (step, &chromium) {
            (Step::Lint, _) => Ok(lint()),
            (Step::Native, _) => native(filter),
            (Step::Size, _) => size(),
            (Step::Wasm, Some(browser)) => wasm(browser, filter),
            (Step::Page, Some(browser)) => page(browser, filter),
            (Step::Wasm | Step::Page, None) => bail!("no browser"),
            (Step::Calc, _) => match calc::find_or_install() {
                Ok(program) => recalculate(&program, filter),
                Err(error) => without("by LibreOffice", error),
            },
            (Step::Firefox, _) => match Kind::Firefox.find_or_install() {
                Ok(browser) => page(&browser, filter),
                Err(error) => without("in Firefox", error),
            },
        };
        total += outcome.unwrap_or_else(|error| Tally::of_failure(&error));
    }
    for line in left_out {
        println!("\n{line}");
    }
    println!("\n{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Only failures count: a linter reports no number of what is well.
fn lint() -> Tally {
    let deny = ["--", "--deny", "warnings"];
    let mut tally = Tally::default();
    for mut command in [
        shell::cargo(["fmt", "--all", "--check"]),
        with(shell::cargo(["clippy", "--workspace", "--all-targets"]), &deny),
        with(shell::cargo(["clippy", "--all-targets", "--target", toolchain::WASM]), &deny),
        with(shell::cargo(["clippy", "--features", "split", "--target", toolchain::WASM]), &deny),
    ] {
        if let Err(error) = shell::run(&mut command) {
            tally += Tally::of_failure(&error);
        }
    }
    tally
}

fn native(filter: Option<&str>) -> Result<Tally> {
    let command =
        shell::cargo(["test", "--no-fail-fast", "--package", "r13-simulator", "--package", "xtask"]);
    run_tests(&mut with(command, &filter.map_or(vec![], |filter| vec![filter])))
}

fn recalculate(soffice: &Path, filter: Option<&str>) -> Result<Tally> {
    let mut command = shell::cargo(["test", "--no-fail-fast", "--package", "calc-tests"]);
    command.env("SOFFICE", soffice);
    run_tests(&mut with(command, &filter.map_or(vec![], |filter| vec![filter])))
}

fn wasm(browser: &Browser, filter: Option<&str>) -> Result<Tally> {
    let capabilities = env::current_exe()?.with_file_name("webdriver.json");
    fs::write(&capabilities, browser.capabilities().to_string())?;

    // Doc tests stay native: the runner knows no other harness than wasm-bindgen's.
    let command =
        shell::cargo(["test", "--no-fail-fast", "--lib", "--test", "*", "--target", toolchain::WASM]);
    let mut command = with(command, &filter.map_or(vec![], |filter| vec![filter]));
    // Any of these would be preferred to the driver we name.
    for other in ["GECKODRIVER", "SAFARIDRIVER"] {
        command.env_remove(other).env_remove(format!("{other}_REMOTE"));
    }
    command
        .env_remove("CHROMEDRIVER_REMOTE")
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    run_tests(&mut command)
}

fn size() -> Result<Tally> {
    let bundle = bundle::release(None)?;
    let sizes = Sizes::of(&bundle)?;
    println!("\n{sizes}");
    let mut tally = Tally::of_check(sizes.check());
    tally += Tally::of_check(bundle.check_origin());
    Ok(tally)
}

fn page(browser: &Browser, filter: Option<&str>) -> Result<Tally> {
    let server = Server::start(Port::Exactly(0), BASE)?;
    let bundle = bundle::release(None)?;
    // Three releases, for hosts that the tests run themselves.
    let releases = shell::root().join("target").join("page-tests");
    bundle.write(&releases.join("1"))?;
    for number in [2, 3] {
        later(&bundle, number)?.write(&releases.join(number.to_string()))?;
    }
    server.show(bundle)?;
    let drivers: Vec<_> =
        (0..browser.drivers(BROWSERS)).map(|_| browser.start_driver()).collect::<Result<_>>()?;
    // A session takes one of these for itself.
    let addresses = drivers.iter().map(|driver| driver.address.as_str()).cycle().take(BROWSERS);
    let mut command = shell::cargo(["test", "--no-fail-fast", "--package", "page-tests"]);
    if browser.kind() == Kind::Firefox {
        command.args(["--test", "app", "--test", "cannot_start", "--test", "smoke"]);
    }
    command.args(["--", &format!("--test-threads={BROWSERS}")]).args(filter);
    command
        .env("PAGE_TESTS_ADDRESS", server.address())
        .env("PAGE_TESTS_RELEASES", &releases)
        .env("PAGE_TESTS_DRIVERS", addresses.collect::<Vec<_>>().join(" "))
        .env("PAGE_TESTS_CAPABILITIES", browser.capabilities().to_string())
        // What failed is in its message; a trace leads through the driver's tasks and hides it.
        .env("RUST_BACKTRACE", "0");
    run_tests(&mut command)
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}
