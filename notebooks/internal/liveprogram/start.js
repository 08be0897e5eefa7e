// The live figures of the course: a Go program, and what starts it. Pages and notebooks load
// this file once; convnetLive(root) then makes the figure of an element.
(() => {
  if (window.convnetLive) return;

  // Go's own part adds names that other programs of the page may take for those of Node.js:
  // they go again as soon as the program has read them.
  const before = new Set(["Go", "process", "path"].filter((name) => name in globalThis));
  /* wasm_exec.js */
  const Go = globalThis.Go;
  const tidy = () => ["Go", "process", "path"].forEach((name) => before.has(name) || delete globalThis[name]);

  const ready = (async () => {
    const packed = Uint8Array.from(atob("PROGRAM"), (c) => c.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const go = new Go();
    const { instance } = await WebAssembly.instantiate(await new Response(unpacked).arrayBuffer(), go.importObject);
    go.run(instance);
  })().finally(tidy);

  window.convnetLive = async (root) => {
    if (root.dataset.started) return;
    root.dataset.started = "";
    try {
      await ready;
      window.convnetLiveStart(root);
      const still = root.closest(".jp-OutputArea-child")?.previousElementSibling; // JupyterLab's place for it
      if (still?.querySelector("img")) still.style.display = "none";
    } catch (err) {
      root.append(` (${err})`);
    }
  };
  const all = () => document.querySelectorAll(".convnet-live").forEach(window.convnetLive);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all);
  else all();
})();
