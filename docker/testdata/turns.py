"""Asks the hub's configuration for the turns of many servers that start at once, and prints
how many may at first, how many after two of them are up, how many at last, and how many
processors there are. turns.py CONFIG NUMBER"""

import asyncio
import json
import os
import sys
from types import SimpleNamespace

from traitlets.config import PyFileConfigLoader

take_turn = PyFileConfigLoader(sys.argv[1]).load_config().Spawner.pre_spawn_hook


async def main():
    started = []

    async def start(spawner):
        await take_turn(spawner)
        started.append(spawner)

    spawners = [SimpleNamespace(pending="spawn") for _ in range(int(sys.argv[2]))]
    waiting = asyncio.gather(*(start(s) for s in spawners))
    await asyncio.sleep(1)
    first = len(started)
    started[0].pending = started[1].pending = None
    await asyncio.sleep(1)
    second = len(started)
    for s in spawners:
        s.pending = None
    await waiting
    print(json.dumps([first, second, len(started), os.cpu_count()]))


asyncio.run(main())
