"""Runs a learner's notebook for the launcher: for each code cell a line of JSON with what it
printed. Arguments: the notebook, and how many bytes its cells may print in all."""

import json
import os
import pathlib
import signal
import sys

import nbformat
from nbclient import NotebookClient

signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # ends the kernel too


def report(text, stopped):
    print(json.dumps({"text": text, "stopped": stopped[:500]}), flush=True)


class Limited(NotebookClient):
    """A client that stops a notebook which prints without end."""

    left = int(sys.argv[2])

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in ("stream", "display_data", "error"):
            self.left -= len(json.dumps(msg["content"], default=str))
            if self.left < 0:  # the cell may never end: an exception here would wait for it
                report("", f"it printed more than {sys.argv[2]} bytes")
                os.kill(os.getpid(), signal.SIGTERM)
        return super().process_message(msg, cell, cell_index)


path = pathlib.Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
client = Limited(
    notebook,
    kernel_name="gonb",
    resources={"metadata": {"path": str(path.parent)}},
    allow_errors=True,
    timeout=None,
)
with client.setup_kernel():
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        stopped = ""
        try:
            client.execute_cell(cell, index)
        except Exception as wrong:
            stopped = str(wrong) or type(wrong).__name__
        text = "".join(o.text for o in cell.get("outputs", []) if o.output_type == "stream" and o.name == "stdout")
        report(text, stopped)
        if stopped:
            sys.exit(0)
