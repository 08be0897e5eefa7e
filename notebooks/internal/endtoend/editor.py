"""Does what an editor such as VS Code does with the address of a running course: it lists the
kernels, starts a session for a notebook that the server need not have, and runs cells through
the kernel's web socket. The argument is the address; each line of standard input is a cell, as
JSON; each line of standard output is what the cell printed."""

import json
import sys
import urllib.parse
import urllib.request
import uuid

import websocket

url = urllib.parse.urlparse(sys.argv[1])
token = urllib.parse.parse_qs(url.query)["token"][0]


def ask(path, body=None, method=None):
    request = urllib.request.Request(f"http://{url.netloc}/{path}", json.dumps(body).encode() if body else None, method=method)
    request.add_header("Authorization", f"token {token}")
    with urllib.request.urlopen(request) as reply:
        return json.loads(reply.read() or b"null")


assert "gonb" in ask("api/kernelspecs")["kernelspecs"]
name = f"00-start-jvsc-{uuid.uuid4()}.ipynb"
session = ask("api/sessions", {"path": name, "name": name, "type": "notebook", "kernel": {"name": "gonb"}})
kernel, me = session["kernel"]["id"], uuid.uuid4().hex
socket = websocket.create_connection(
    f"ws://{url.netloc}/api/kernels/{kernel}/channels?session_id={me}", header=[f"Authorization: token {token}"]
)
for line in sys.stdin:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "session": me, "version": "5.3", "date": ""}
    content = {"code": json.loads(line), "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
    socket.send(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}))
    text = ""
    while True:
        message = json.loads(socket.recv())
        if message["parent_header"].get("msg_id") != header["msg_id"]:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            text += content["text"]
        elif kind == "error":
            text += content["evalue"]
        elif kind == "status" and content["execution_state"] == "idle":
            break
    print(json.dumps(text), flush=True)
ask(f"api/sessions/{session['id']}", method="DELETE")
