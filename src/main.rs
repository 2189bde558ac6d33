//! Mounts the app.

/// The standard allocator takes 6 kB more of the WASM, 2.5 kB of the download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    r13_simulator::ui::mount();
}
