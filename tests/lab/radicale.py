"""A real calendar server (Radicale) on loopback that knows one person."""

from __future__ import annotations

import http.client
import shutil
import socket
import ssl
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes.certificates import Issued

USER, PASSWORD = "agent", "open sesame"
_START_LIMIT_S = 60


def missing() -> str:
    return "" if shutil.which("radicale") else "not installed: radicale"


@dataclass(frozen=True, slots=True)
class Radicale:
    """`place` is its host and port; *tls* trusts it, None where it is not encrypted."""

    place: str
    tls: ssl.SSLContext | None = None

    @property
    def url(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://{self.place}"

    def put(self, path: str, content: bytes) -> int:
        """Writes a whole calendar or one event, as another program would."""
        return self._ask("PUT", path, content, "text/calendar")

    def make_calendar(self, path: str, name: str, component: str = "VEVENT") -> int:
        body = (
            '<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" '
            'xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
            f"<d:displayname>{name}</d:displayname><c:supported-calendar-component-set>"
            f'<c:comp name="{component}"/></c:supported-calendar-component-set>'
            "</d:prop></d:set></c:mkcalendar>"
        )
        return self._ask("MKCALENDAR", path, body.encode(), "application/xml")

    def delete(self, path: str) -> int:
        return self._ask("DELETE", path, b"", "")

    def _ask(self, method: str, path: str, body: bytes, kind: str) -> int:
        login = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        fields = {"Authorization": f"Basic {login}", "Content-Type": kind}
        if self.tls is None:
            connection = http.client.HTTPConnection(self.place, timeout=20)
        else:
            connection = http.client.HTTPSConnection(self.place, timeout=20, context=self.tls)
        try:
            connection.request(method, path, body, fields)
            return connection.getresponse().status
        finally:
            connection.close()


@contextmanager
def running(folder: Path, certificate: Issued | None = None) -> Iterator[Radicale]:
    """*certificate* is what it shows; without one it is not encrypted."""
    (folder / "people").write_text(f"{USER}:{PASSWORD}\n")
    port = _free_port()
    command = [
        "radicale",
        "--config",
        "",
        f"--server-hosts=127.0.0.1:{port}",
        "--auth-type=htpasswd",
        f"--auth-htpasswd-filename={folder / 'people'}",
        "--auth-htpasswd-encryption=plain",
        "--auth-delay=0",
        f"--storage-filesystem-folder={folder / 'calendars'}",
    ]
    if certificate is not None:
        file = certificate.write(folder / "server.pem")
        command += ["--server-ssl", f"--server-certificate={file}", f"--server-key={file}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as radicale:
        try:
            _await(port)
            yield Radicale(f"127.0.0.1:{port}")
        finally:
            radicale.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _await(port: int) -> None:
    deadline_s = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline_s:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the calendar server did not start")
