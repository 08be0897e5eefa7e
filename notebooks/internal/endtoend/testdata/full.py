"""Saves a notebook, fills the disk, and saves it again, larger. The argument is a folder on a
disk of 2 MB. Prints what the server says of the second save, and whether the first is whole."""

import asyncio
import os
import sys

import nbformat
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

folder = sys.argv[1]


def notebook(text):
    cells = [nbformat.v4.new_markdown_cell(text, id="0")]
    return {"type": "notebook", "format": "json", "content": nbformat.v4.new_notebook(cells=cells)}


async def main():
    manager = AsyncLargeFileManager(root_dir=folder)
    await manager.save(notebook("first" * 20_000), "n.ipynb")
    with open(os.path.join(folder, "junk"), "wb", buffering=0) as junk:
        try:
            while True:
                junk.write(b"x" * 4096)
        except OSError:
            pass
    try:
        await manager.save(notebook("second" * 100_000), "n.ipynb")
        print("saved")
    except Exception as wrong:
        print("refused:", wrong)
    again = await AsyncLargeFileManager(root_dir=folder).get("n.ipynb")
    print("whole" if again["content"]["cells"][0]["source"] == "first" * 20_000 else "lost")


asyncio.run(main())
