"""Interrupts a cell as JupyterLab's stop button does. Arguments: a folder, and files with
cells: the setup, a long one, a short one. After each step it prints a line and waits for
one: the test looks meanwhile at what runs."""

import sys
import time

from jupyter_client import KernelManager

folder, setup, long, short = sys.argv[1:]
manager = KernelManager(kernel_name="gonb")
manager.start_kernel(cwd=folder)
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)


def run(path, until=None):
    """Runs a cell until it ends, or until it prints something with that word."""
    client.execute(open(path, encoding="utf-8").read())
    return wait(until)


def wait(until=None):
    printed = ""
    while True:
        message = client.get_iopub_msg(timeout=120)
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            printed += content["text"]
        if until and until in printed:
            return printed
        if kind == "status" and content["execution_state"] == "idle" and message["parent_header"].get("msg_type") == "execute_request":
            return printed


def step(text):
    print(text, flush=True)
    sys.stdin.readline()


run(setup)
run(short)
step(f"kernel {manager.provisioner.pid}")
run(long, until="step")
step("training")
start = time.monotonic()
manager.interrupt_kernel()
wait()
step(f"interrupted {time.monotonic() - start:.1f}")
step(f"next {run(short).strip()}")
manager.restart_kernel()
client.wait_for_ready(timeout=60)
run(setup)
step(f"restarted {manager.provisioner.pid} {run(short).strip()}")
run(long, until="step")
client.stop_channels()
manager.shutdown_kernel()
step("shut down")
