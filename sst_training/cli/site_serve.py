"""A small server for the built site, on this machine alone."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sst_training.errors import AddressTaken
from sst_training.model.phrases import Phrases

HOST = "127.0.0.1"
PORT = 8000
TRIES = 50


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files and says nothing; a page that is not there gets the site's own 404."""

    extensions_map = {  # noqa: RUF012 - the class below has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
    }

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the class below
        """Keeps quiet: who reads what is nobody's business."""

    def end_headers(self) -> None:
        """Asks the browser to look again each time, so that a new build is seen."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """A folder without a page is not there."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """404.html for what is missing."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def server(folder: Path, wanted: int) -> http.server.ThreadingHTTPServer:
    """A server on the first free port from `wanted` on. Raises AddressTaken."""
    handler = functools.partial(Handler, directory=str(folder))
    for port in range(wanted, min(wanted + TRIES, 65536)):
        try:
            return Server((HOST, port), handler)
        except OSError:
            continue
    raise AddressTaken(port=wanted)


class Server(http.server.ThreadingHTTPServer):
    """A port that another server listens on is taken, whatever the system would allow."""

    allow_reuse_address = os.name == "posix"
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no news; the rest is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(folder: Path, wanted: int, phrases: Phrases, out: Callable[[str], None]) -> int:
    """Serves until Ctrl-C; gives the exit code 130. Raises AddressTaken."""
    with server(folder, wanted) as running:
        port = running.server_address[1]
        if port != wanted:
            out(phrases("site.taken", wanted=wanted, port=port))
        out(phrases("site.serving", address=f"http://{HOST}:{port}/"))
        with contextlib.suppress(KeyboardInterrupt):
            running.serve_forever()
    return 130
