"""A learner in front of a hub, as a browser does it. $HUB_PASSWORD is the class's."""

import asyncio
import json
import os
import time
import uuid
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

AsyncHTTPClient.configure(None, max_clients=100)


class Learner:
    def __init__(self, hub, name):
        self.hub, self.name, self.jar, self.memory, self.peak, self.errors = hub, name, {}, 0, 0, []

    def cookies(self, url):
        """The cookies that a browser sends there: hub and server each have an _xsrf."""
        path = urlsplit(url).path
        fit = [(where, k, v) for (where, k), v in self.jar.items() if path.startswith(where)]
        return {k: v for _, k, v in sorted(fit)}

    def headers(self, url):
        cookies = self.cookies(url)
        text = "; ".join(f"{k}={v}" for k, v in cookies.items())
        return {"Cookie": text, "X-XSRFToken": cookies.get("_xsrf", "")}

    async def ask(self, url, method="GET", body=None, ok=(200, 201)):
        """A request as a browser makes it; follows redirects."""
        for _ in range(20):
            url = url if "://" in url else self.hub + url
            request = HTTPRequest(url, method, self.headers(url), body, follow_redirects=False, request_timeout=300)
            reply = await AsyncHTTPClient().fetch(request, raise_error=False)
            for line in reply.headers.get_list("Set-Cookie"):
                for morsel in SimpleCookie(line).values():
                    self.jar[morsel["path"], morsel.key] = morsel.value
            if reply.code not in (301, 302, 303, 307):
                break
            url, method, body = reply.headers["Location"], "GET", None
        if ok and reply.code not in ok:
            raise RuntimeError(f"{self.name}: {reply.code} {url}: {reply.body[:300]}")
        return reply

    async def log_in(self):
        await self.ask("/hub/login")
        form = {"username": self.name, "password": os.environ["HUB_PASSWORD"], "_xsrf": self.cookies(self.hub + "/hub/")["_xsrf"]}
        await self.ask("/hub/login?next=/hub/home", "POST", urlencode(form))

    async def spawn(self):
        start = time.monotonic()
        await self.ask(f"/hub/spawn/{self.name}", ok=(200, 201, 202))
        while (await self.ask(f"/user/{self.name}/api/status", ok=())).code != 200:
            if time.monotonic() - start > 600:
                raise RuntimeError(f"{self.name}: no server after ten minutes")
            await asyncio.sleep(1)
            await self.ask(f"/user/{self.name}/lab", ok=())  # logs in to the server too
        self.spawned = time.monotonic() - start

    async def contents(self, path, change=None):
        """What a file of the learner's holds, or saves it."""
        url = f"/user/{self.name}/api/contents/{path}"
        if change is None:
            return json.loads((await self.ask(url)).body)
        await self.ask(url, "PUT", json.dumps(change))

    async def kernel(self, path):
        """Opens a notebook: a kernel, and the socket to it."""
        user = f"/user/{self.name}"
        session = {"path": path, "type": "notebook", "name": path, "kernel": {"name": "gonb"}}
        kernel = json.loads((await self.ask(f"{user}/api/sessions", "POST", json.dumps(session))).body)["kernel"]["id"]
        url = f"{self.hub.replace('http', 'ws')}{user}/api/kernels/{kernel}/channels"
        headers = self.headers(f"{self.hub}{user}/") | {"Origin": self.hub}
        request = HTTPRequest(url, headers=headers, request_timeout=120)
        return await websocket_connect(request, max_message_size=1 << 26)

    async def notebook(self, path):
        """Runs all cells, and notes the seconds of each."""
        await self.ask(f"/user/{self.name}/static/convnet-live.js")
        cells = (await self.contents(path))["content"]["cells"]
        socket = await self.kernel(path)
        self.seconds = []
        for cell in cells:
            if cell["cell_type"] == "code":
                start = time.monotonic()
                failed = await self.execute(socket, cell["source"])
                self.seconds.append(time.monotonic() - start)
                if failed and "fails" not in cell["metadata"].get("tags", []):
                    self.errors.append(f"{cell['id']}: {failed}")

    async def execute(self, socket, code):
        ident = uuid.uuid4().hex
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": False}
        header = {"msg_id": ident, "msg_type": "execute_request", "session": ident, "username": self.name, "version": "5.3"}
        await socket.write_message(
            json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"})
        )
        while True:
            text = await asyncio.wait_for(socket.read_message(), 1200)
            message = json.loads(text)
            if message["parent_header"].get("msg_id") == ident and message["msg_type"] == "execute_reply":
                content = message["content"]
                return "" if content["status"] == "ok" else str(content.get("evalue"))
