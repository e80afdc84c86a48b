"""A real browser for tests: Debian's Chromium without a window, told what to do over the DevTools protocol.

    with Browser() as browser:
        browser.open(path_or_address)
        browser.evaluate("document.title")

Needs `chromium` and the PyPI package websocket-client. Nothing leaves the machine: the browser resolves no host name.
"""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile
import time

import websocket


class Browser:
    def __init__(self, width=1280, height=900, dark=False):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if not program:
            raise SystemExit("no chromium here: make deps installs it")
        self.profile = tempfile.TemporaryDirectory(prefix="bloggraph-chromium-", ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-extensions", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
             "--remote-debugging-port=0", "--remote-allow-origins=*", f"--user-data-dir={self.profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        self.events = []
        try:
            self.socket = websocket.create_connection(self._address(), timeout=60, suppress_origin=True)
            target = self._send("Target.createTarget", url="about:blank")["targetId"]
            self.session = None
            self.session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            self._send("Page.enable")
            self._send("Runtime.enable")
            self.view(width, height, dark)
        except BaseException:
            self.close()
            raise

    session = None
    socket = None

    def _address(self):
        file = pathlib.Path(self.profile.name, "DevToolsActivePort")
        # Chromium writes the file when it listens.
        for _ in range(600):
            if file.exists() and len(lines := file.read_text().split("\n")) >= 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit("chromium does not listen")

    def _send(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def _wait(self, event):
        while True:
            for index, known in enumerate(self.events):
                if known.get("method") == event:
                    del self.events[: index + 1]
                    return
            self.events.append(json.loads(self.socket.recv()))

    def view(self, width, height, dark=False, scale=1):
        """The size of the window in CSS pixels, and the colours that the reader prefers."""
        self._send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=width < 600)
        self._send(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def open(self, address):
        """Opens a file or an address, and waits until it has loaded."""
        if "://" not in str(address):
            address = pathlib.Path(address).resolve().as_uri()
        self.events.clear()
        result = self._send("Page.navigate", url=str(address))
        if result.get("errorText"):
            raise RuntimeError(f"{address}: {result['errorText']}")
        if result.get("loaderId"):
            self._wait("Page.loadEventFired")

    def evaluate(self, script):
        """The value of a script; promises are waited for."""
        result = self._send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def press(self, key, text=None):
        """A key by its name (`Enter`, `Tab`, `/`); a letter also writes itself."""
        text = text if text is not None else (key if len(key) == 1 else {"Enter": "\r"}.get(key, ""))
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38}
        common = {"key": key, "windowsVirtualKeyCode": codes.get(key, 0)}
        self._send("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self._send("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text):
        self._send("Input.insertText", text=text)

    def screenshot(self, path):
        data = self._send("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def close(self):
        if self.socket:
            self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.profile.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
