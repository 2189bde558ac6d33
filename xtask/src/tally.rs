//! Counting tests: the runners' own totals, summed.

use crate::shell;
use anyhow::{Context, Result};
use std::fmt;
use std::io::{BufRead, BufReader, Write, stdout};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// How many tests passed and failed. A step that fails without a failed test counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests, and steps outside any test, that failed.
    pub failed: usize,
}

impl Tally {
    /// The tally of one check that is not a test of a runner.
    pub fn of_check(result: Result<()>) -> Self {
        match result {
            Ok(()) => Self { passed: 1, failed: 0 },
            Err(error) => Self::of_failure(&error),
        }
    }

    /// The tally of a step that could not run its tests.
    pub fn of_failure(error: &anyhow::Error) -> Self {
        println!("FAILED: {error:#}");
        Self { passed: 0, failed: 1 }
    }

    /// Reads one line of a runner: "test result: ok. 3 passed; 0 failed; …".
    fn of_line(line: &str) -> Self {
        let Some((_, result)) = line.split_once("test result: ") else { return Self::default() };
        let count = |word: &str| {
            let (before, _) = result.split_once(word)?;
            before.split_whitespace().next_back()?.parse().ok()
        };
        Self { passed: count(" passed").unwrap_or(0), failed: count(" failed").unwrap_or(0) }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a command that tests, passes its output on as it comes, and counts.
///
/// # Errors
/// Where the command cannot be started or its output cannot be read.
pub fn run_tests(command: &mut Command) -> Result<Tally> {
    shell::announce(command);
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let mut output = BufReader::new(child.stdout.take().context("the tests have no output")?);
    let (mut tally, mut line) = (Tally::default(), Vec::new());
    while output.read_until(b'\n', &mut line)? > 0 {
        stdout().write_all(&line)?;
        tally += Tally::of_line(&String::from_utf8_lossy(&line));
        line.clear();
    }
    if !child.wait()?.success() && tally.failed == 0 {
        tally += Tally::of_failure(&anyhow::anyhow!("the tests did not run to their end"));
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_runners_own_totals_are_read() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            ("test reads_12_passed_2_failed ... ok", 0, 0),
            ("running 4 tests", 0, 0),
        ];
        for (line, passed, failed) in cases {
            assert_eq!(Tally::of_line(line), Tally { passed, failed }, "{line}");
        }
    }

    #[test]
    fn a_failure_outside_the_tests_counts() {
        let mut total = Tally { passed: 5, failed: 0 };
        total += Tally::of_check(Err(anyhow::anyhow!("too heavy")));
        total += Tally::of_check(Ok(()));
        assert_eq!(total.to_string(), "6 passed, 1 failed");
    }
}
