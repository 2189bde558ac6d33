//! Mounts the app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    r13_simulator::ui::mount();
}
