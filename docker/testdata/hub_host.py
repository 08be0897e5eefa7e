"""jupyterhub_config.py on a machine whose Docker has no bridge: containers share its
network, and each server gets a port of its own."""

import os
from pathlib import Path

from dockerspawner import DockerSpawner
from jupyterhub.utils import random_port

load_subconfig(str(Path(os.environ["HUB_CONFIG"]).resolve()))  # noqa: F821
c = get_config()  # noqa: F821


class HostSpawner(DockerSpawner):
    async def start(self):
        self.port = random_port()
        return await super().start()

    async def get_ip_and_port(self):
        return self.host_ip, self.port


c.JupyterHub.spawner_class = HostSpawner
c.DockerSpawner.network_name = "host"
c.DockerSpawner.use_internal_ip = True  # no ports to map
c.JupyterHub.hub_port = random_port()
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{random_port()}"
c.DockerSpawner.extra_host_config["cgroup_parent"] = os.environ.get("CLASS_CGROUP", "")
if os.environ.get("CULL_AFTER"):
    c.JupyterHub.services[0]["command"][-1] = f"--timeout={os.environ['CULL_AFTER']}"
    c.JupyterHub.services[0]["command"].append("--cull-every=2")
