// Starts the app. The page names the two files, so that this one stays the same when they change.
// What goes wrong here reaches guard.js as an error of the window.
const address = (rel) => document.querySelector(`link[rel=${rel}]`).href;
const { default: start } = await import(address("modulepreload"));
await start({ module_or_path: address("preload") });
