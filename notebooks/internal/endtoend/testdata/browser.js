// Runs the open notebook in JupyterLab and says what is to be seen.

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, minutes, condition) {
  for (const end = Date.now() + 60000 * minutes; Date.now() < end; await pause(200)) {
    const value = condition();
    if (value) return value;
  }
  throw new Error(`after ${minutes} minutes still waiting for ${what}`);
}

async function runAll() {
  const app = await until("JupyterLab", 1, () => window.jupyterapp);
  await app.restored;
  const panel = await until("the notebook", 1, () => {
    const widget = app.shell.currentWidget;
    return widget && widget.content && widget.content.widgets && widget.context && widget.context.isReady && widget;
  });
  await panel.sessionContext.ready;
  await until("the kernel", 1, () => panel.sessionContext.session?.kernel?.connectionStatus === "connected");
  const cells = panel.content.widgets.filter((cell) => cell.model.type === "code");
  await app.commands.execute("notebook:run-all-cells");
  await until("the last cell", 8, () => cells.every((cell) => cell.model.executionCount > 0) &&
    panel.sessionContext.session.kernel.status === "idle");

  let pictures = 0, hidden = 0;
  for (const cell of cells) { // those out of sight need not be drawn
    await panel.content.scrollToItem(panel.content.widgets.indexOf(cell), "center");
    for (const picture of cell.node.querySelectorAll(".jp-OutputArea-output img")) {
      const output = picture.closest(".jp-OutputArea-child");
      if (output.style.display === "none" && output.nextElementSibling.querySelector(".convnet-live[data-version]")) {
        pictures++; // a live figure has taken its place
        continue;
      }
      picture.scrollIntoView({ block: "center" });
      await picture.decode().catch(() => {});
      await pause(100);
      pictures++;
      if (picture.naturalWidth === 0 || picture.getBoundingClientRect().width === 0) hidden++;
    }
  }
  const failed = (cell) => cell.model.sharedModel.outputs.some((output) => output.output_type === "error");
  return {
    Pictures: pictures,
    Hidden: hidden,
    Errors: cells.filter(failed).map((cell) => cell.model.sharedModel.id),
    Cells: cells.filter((cell) => cell.model.executionCount > 0).length,
  };
}
