"""A learner saves a notebook, runs a cell that writes a file, and goes away; the hub stops
the server; the learner comes back. Prints what is there then. culled.py HUB NAME"""

import asyncio
import json
import sys

import docker
from learner import Learner

learner = Learner(*sys.argv[1:])
path = "en/01-image.ipynb"
cell = '%%\nos.WriteFile("kept.txt", []byte("weights"), 0o644)'


async def main():
    await learner.log_in()
    await learner.spawn()
    own = await learner.contents(path)
    own["content"]["cells"][0]["source"] = "my own words"
    await learner.contents(path, own)
    socket = await learner.kernel(path)
    failed = await learner.execute(socket, cell)
    socket.close()
    client = docker.from_env()
    for _ in range(180):
        if not client.containers.list(all=True, filters={"name": f"jupyter-{learner.name}"}):
            break
        await asyncio.sleep(1)
    else:
        raise RuntimeError("after three minutes the server is still there")
    again = Learner(*sys.argv[1:])
    await again.log_in()
    await again.spawn()
    words = (await again.contents(path))["content"]["cells"][0]["source"]
    file = (await again.contents("en/kept.txt"))["content"]
    print(json.dumps({"failed": failed, "words": words, "file": file}))


asyncio.run(main())
