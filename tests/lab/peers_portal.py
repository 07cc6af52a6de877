"""A captive portal's web server: ``python peers_portal.py PORT SIGN_IN_URL``.

Answers every request with a redirect to its sign-in page. Says ``ready`` on standard output.
"""

from __future__ import annotations

import ctypes
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_DIE_WITH_PARENT = 1


class Portal(BaseHTTPRequestHandler):
    sign_in_url = ""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", self.sign_in_url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for
    do_POST = do_GET  # noqa: N815 - the name that http.server looks for

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nobody reads it."""


def main(arguments: list[str]) -> None:
    ctypes.CDLL("libc.so.6").prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    Portal.sign_in_url = arguments[1]
    with ThreadingHTTPServer(("0.0.0.0", int(arguments[0])), Portal) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
