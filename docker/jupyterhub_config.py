"""A class on one server: every learner gets a container of the image and a volume.

    python3 -m venv hub && hub/bin/pip install --require-hashes -r docker/hub.txt
    npm install --prefix hub configurable-http-proxy@5.3.0
    PATH=$PWD/hub/bin:$PWD/hub/node_modules/.bin:$PATH
    HUB_USERS="ada ben" HUB_PASSWORD=… jupyterhub -f docker/jupyterhub_config.py

HUB_USERS      names of the learners, separated by spaces
HUB_PASSWORD   the password of the class, at least 12 characters
HUB_URL        where the hub listens (http://127.0.0.1:8000: only this machine)
HUB_IP         this machine's address for containers (172.17.0.1: Docker's bridge)
COURSE_IMAGE   the image (convnet)
COURSE_LANG    en or zh
MNIST_DIR      a folder with MNIST's four files, which all learners share and none changes

Put a web server with TLS before the hub, or passwords cross the network in the clear.
A shared password keeps strangers out; it does not keep learners apart, as each can log in
as any other. Where that matters, choose another authenticator at the end of this file.
"""

import asyncio
import os
import sys
from pathlib import Path

from dockerspawner import DockerSpawner

c = get_config()  # noqa: F821


def need(name, what, good):
    value = os.environ.get(name, "")
    if not good(value):
        sys.exit(f"jupyterhub_config.py: set {name} to {what}")
    return value


# Who may come in. Nobody is an administrator.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = need(
    "HUB_PASSWORD", "the password of the class, at least 12 characters", lambda v: len(v) >= 12
)
c.Authenticator.allowed_users = set(need("HUB_USERS", "the learners' names", str.strip).split())

# Where the hub listens: learners come through bind_url, containers through hub_ip.
c.JupyterHub.bind_url = os.environ.get("HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.hub_ip = os.environ.get("HUB_IP", "172.17.0.1")

# A learner's container. It is removed when it stops; the volume stays.
c.JupyterHub.spawner_class = DockerSpawner
c.DockerSpawner.image = os.environ.get("COURSE_IMAGE", "convnet")
c.DockerSpawner.pull_policy = "never"
c.DockerSpawner.cmd = "jupyterhub-singleuser"
c.DockerSpawner.remove = True
c.DockerSpawner.volumes = {"jupyter-{username}": "/home/learner"}
c.DockerSpawner.environment = {"COURSE_LANG": os.environ.get("COURSE_LANG", "en")}
if os.environ.get("MNIST_DIR"):
    mnist = str(Path(os.environ["MNIST_DIR"]).resolve())
    c.DockerSpawner.volumes[mnist] = {"bind": "/data/mnist", "mode": "ro"}
    c.DockerSpawner.environment["MNIST_DIR"] = "/data/mnist"

# What a learner may take at most: values.yaml has the same numbers, README.md what was
# measured. Docker shares the processors fairly among the containers that want them.
c.DockerSpawner.mem_limit = "2G"
c.DockerSpawner.cpu_limit = 2
c.DockerSpawner.extra_host_config = {
    "mem_reservation": "1g",
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges"],
    "pids_limit": 1024,
}
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120

# A class comes in all at once. Servers start two for each processor at a time, and the
# others' pages say that they wait: of thirty that started together on two processors, 13
# were not up after a minute, and were stopped for it.
processors = os.cpu_count() or 1
starts = asyncio.Semaphore(2 * processors)


async def start_in_turn(spawner):
    async def leave():
        while spawner.pending == "spawn":
            await asyncio.sleep(0.2)
        starts.release()

    await starts.acquire()
    asyncio.create_task(leave())


c.Spawner.pre_spawn_hook = start_in_turn

# Cells compile in turns as well, one for each processor: see go_in_turns.sh.
turns = Path("compile-turns").resolve()
turns.mkdir(exist_ok=True)
for i in range(processors):
    (turns / f"{i + 1}").touch()
c.DockerSpawner.volumes[str(turns)] = {"bind": "/run/compile-turns", "mode": "ro"}
c.DockerSpawner.environment["COMPILE_TURNS"] = "/run/compile-turns"

# With less than 1.2 GB for each learner, gopls does not run, which takes 0.4 GB and more, and
# with it Tab completes no names; and Go's programs clean up sooner: notebook 10 holds 0.4 GB
# at most in place of 0.8.
memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
if memory / len(c.Authenticator.allowed_users) < 1.2e9:
    c.DockerSpawner.environment |= {"GOPLS": "off", "GOMEMLIMIT": "128MiB"}

# Servers that nobody has used for an hour are stopped.
c.JupyterHub.load_roles = [
    {
        "name": "cull",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["cull"],
    }
]
c.JupyterHub.services = [
    {
        "name": "cull",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]

# Another authenticator, for example accounts of this machine (it has to run as root):
#   c.JupyterHub.authenticator_class = "pam"
# or of a code host or a school, with the package oauthenticator.
