"""Imports every package of a list of requirements, and sees that each lies in this
environment and has the version of the list. The argument is the list."""

import importlib
import importlib.metadata
import pathlib
import re
import sys

home = pathlib.Path(sys.prefix).resolve()
for line in open(sys.argv[1], encoding="utf-8"):
    wanted = re.match(r"([\w.-]+)==([^\s;\\]+)", line)
    if not wanted:
        continue
    name, version = wanted.groups()
    found = importlib.metadata.distribution(name)
    if found.version != version:
        sys.exit(f"{name} is version {found.version}, not {version}")
    if home not in pathlib.Path(found.locate_file("")).resolve().parents:
        sys.exit(f"{name} is outside of the environment, in {found.locate_file('')}")
    tops = {pathlib.PurePath(f).parts[0].removesuffix(".py") for f in found.files or () if str(f).endswith(".py")}
    for top in sorted(tops):
        if top.isidentifier() and not top.startswith("_") and top not in ("test", "tests"):
            importlib.import_module(top)
