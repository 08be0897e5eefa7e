"""Settings of JupyterLab in the image: for `jupyter lab` and `jupyterhub-singleuser`."""

import json
import os
from pathlib import Path

c = get_config()  # noqa: F821

home = Path(os.environ["HOME"])
# Not for kernels: there the folder of a notebook tells its language.
lang = os.environ.pop("COURSE_LANG", "en")

c.ServerApp.root_dir = str(home)
c.ServerApp.default_url = c.LabApp.default_url = f"/lab/tree/{lang}"
c.ServerApp.terminado_settings = {"shell_command": ["/bin/bash"]}
c.FileContentsManager.delete_to_trash = False

# The live figures' program, under static/.
c.ServerApp.extra_static_paths = ["/opt/env/live"]

# The Go kernel only, and nothing from the network.
c.KernelSpecManager.ensure_native_kernel = False
c.KernelSpecManager.allowed_kernelspecs = {"gonb"}
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None

# Menus in the language of the course. The learner may change it, for each of the two.
settings = home / ".jupyter" / "lab" / f"settings-{lang}"
c.LabApp.user_settings_dir = str(settings)
locale = settings / "@jupyterlab" / "translation-extension" / "plugin.jupyterlab-settings"
if lang == "zh" and not locale.exists():
    locale.parent.mkdir(parents=True, exist_ok=True)
    locale.write_text(json.dumps({"locale": "zh_CN"}))
