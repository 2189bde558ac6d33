//! Runs the tests of one WASM file in a headless browser.
//!
//! Cargo calls it as the runner of `wasm32-unknown-unknown`, see `.cargo/config.toml`.
//! `cargo xtask test wasm` prepares the browser first; run alone, it needs `chromedriver` on the `PATH`.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
