"""Runs the first code cells of a notebook with the Go kernel, as soon as it is up, and
prints the seconds that each took: cells.py NOTEBOOK NUMBER"""

import json
import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient

path = pathlib.Path(sys.argv[1])
notebook = nbformat.read(path, 4)
cells = [c for c in notebook.cells if c.cell_type == "code"][: int(sys.argv[2])]
client = NotebookClient(
    notebook, kernel_name="gonb", resources={"metadata": {"path": str(path.parent)}}, timeout=300
)
seconds = []
with client.setup_kernel():
    for cell in cells:
        start = time.monotonic()
        client.execute_cell(cell, notebook.cells.index(cell))
        seconds.append(time.monotonic() - start)
print(json.dumps(seconds))
