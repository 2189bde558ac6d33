// Starts the app of the self-contained file, whose program stands packed in the page.
// What goes wrong here reaches guard.js as an unhandled rejection.
(async () => {
  const program = document.getElementById("program");
  const packed = Uint8Array.from(atob(program.textContent), (letter) => letter.charCodeAt(0));
  program.remove();
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const headers = { "Content-Type": "application/wasm" };
  await wasm_bindgen({ module_or_path: new Response(unpacked, { headers }) });
})();
