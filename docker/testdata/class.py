"""A class: every learner logs in to the hub, opens a notebook and runs all its cells, all
at once. Prints what it measures as JSON. class.py HUB NOTEBOOK NAME..., and HUB_PASSWORD"""

import asyncio
import json
import sys

import docker
from learner import Learner

hub, path, names = sys.argv[1], sys.argv[2], sys.argv[3:]


def memory(container):
    """Bytes that the container's programs hold; the kernel's caches of files are left out."""
    stats = container.stats(stream=False, one_shot=True)["memory_stats"].get("stats", {})
    return stats.get("total_rss") or stats.get("anon", 0)


async def watch(learners, totals):
    """Notes each learner's memory, and that of all together, in turns of some 0.2 s."""
    client = docker.from_env()
    while True:
        for learner in learners:
            try:
                container = client.containers.get(f"jupyter-{learner.name}")
                learner.memory = await asyncio.to_thread(memory, container)
                learner.peak = max(learner.peak, learner.memory)
            except docker.errors.APIError:
                pass
        totals.append(sum(learner.memory for learner in learners))
        await asyncio.sleep(0.2)


async def main():
    learners, totals = [Learner(hub, name) for name in names], []
    watcher = asyncio.create_task(watch(learners, totals))
    for step in (Learner.log_in, Learner.spawn, lambda learner: learner.notebook(path)):
        await asyncio.gather(*(step(learner) for learner in learners))
    await asyncio.sleep(10)
    watcher.cancel()
    keys = ("name", "spawned", "seconds", "peak", "errors")
    told = [{k: getattr(learner, k) for k in keys} for learner in learners]
    print(json.dumps({"learners": told, "peak": max(totals), "idle": totals[-1]}))


asyncio.run(main())
