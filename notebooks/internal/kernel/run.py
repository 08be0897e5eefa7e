"""Runs cells with the Go kernel for the launcher: a line of JSON in, {"code": …}, is a
cell; a line out is its outputs. The kernel starts in the folder that is the argument."""

import json
import signal
import sys
import time

import nbformat
from nbclient import NotebookClient

signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # ends the kernel too
notebook = nbformat.v4.new_notebook()
client = NotebookClient(
    notebook,
    kernel_name="gonb",
    resources={"metadata": {"path": sys.argv[1]}},
    allow_errors=True,
    timeout=1200,
)
with client.setup_kernel():
    for line in sys.stdin:
        cell = nbformat.v4.new_code_cell(json.loads(line)["code"])
        notebook.cells = [cell]
        start = time.monotonic()
        client.execute_cell(cell, 0)
        seconds = time.monotonic() - start
        print(json.dumps({"outputs": cell.outputs, "seconds": seconds}), flush=True)
