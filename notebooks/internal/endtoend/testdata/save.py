"""Saves a notebook again and again, as JupyterLab's server does. Arguments: a folder, the name
of a notebook. First it opens what is there, and prints the number that it was saved with."""

import asyncio
import sys

import nbformat
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager


def version(n):
    """A notebook of half a megabyte that says which it is, in its first and last cell."""
    cells = [nbformat.v4.new_markdown_cell(text, id=str(i)) for i, text in enumerate([str(n), "x" * 500_000, str(n)])]
    return nbformat.v4.new_notebook(cells=cells)


async def main():
    manager = AsyncLargeFileManager(root_dir=sys.argv[1])
    cells = (await manager.get(sys.argv[2]))["content"]["cells"]
    first, last = cells[0]["source"], cells[-1]["source"]
    if first != last:
        sys.exit(f"the notebook is torn: it begins with {first} and ends with {last}")
    print(first, flush=True)
    for n in range(int(first) + 1, 10**9):
        await manager.save({"type": "notebook", "format": "json", "content": version(n)}, sys.argv[2])


asyncio.run(main())
