"""Runs a cell, fills the disk that holds the kernel's temporary files, runs another, frees the
disk, and runs one more. Prints what each says: its output, or its error."""

import os
import tempfile

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name="gonb")


def run(n):
    said = []

    def hear(message):
        content = message["content"]
        said.append(content.get("text") or content.get("evalue") or "")

    code = f'%%\nfmt.Println("cell {n}")'
    reply = client.execute_interactive(code, timeout=120, output_hook=hear)
    print(reply["content"]["status"], " ".join("".join(said).split()))


try:
    run(1)
    path = os.path.join(tempfile.gettempdir(), "junk")
    with open(path, "wb", buffering=0) as junk:
        try:
            while True:
                junk.write(b"x" * 4096)
        except OSError:
            pass
    run(2)
    os.remove(path)
    run(3)
finally:
    manager.shutdown_kernel(now=True)
