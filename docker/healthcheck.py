"""Asks the container's own server whether it answers, wherever it listens: under
JupyterHub that is below /user/NAME/. A container that trains or tests has no server, and
is well as long as it runs."""

import json
import os
import pathlib
import sys
import urllib.request

if {b"train", b"test"} & set(pathlib.Path("/proc/1/cmdline").read_bytes().split(b"\0")):
    sys.exit()
servers = sorted(pathlib.Path(os.environ["JUPYTER_RUNTIME_DIR"]).glob("jpserver-*.json"))
if not servers:
    sys.exit("no server has started")
url = json.loads(servers[-1].read_text())["url"] + "api"  # needs no token
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=4)
