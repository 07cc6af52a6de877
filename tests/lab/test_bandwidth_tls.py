"""TLS on loopback: a certificate is checked, and an encrypted load is measured like a plain one."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.hostile_servers import HostileServer, fine
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.line import HttpLine
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import BandwidthRequirement, WorkplaceProfile

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="not installed: openssl"),
]

LIMITS = EngineLimits(connections=4, handshake_s=1.0)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that no trust store knows; its key is in the same file."""
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(path), "-out", str(path)),
        ],
        check=True,
        capture_output=True,
    )
    if "BEGIN CERTIFICATE" not in path.read_text() or "PRIVATE" not in path.read_text():
        pytest.skip("this openssl writes key and certificate over each other")
    return path


@pytest.fixture
def url(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with HostileServer(fine, context) as server:
        yield server.url


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


def run(line: HttpLine, url: str) -> Outcome:
    wanted = BandwidthRequirement(provider="librespeed", server=url, budget_megabytes=5000)
    request = CheckRequest(profile=WorkplaceProfile(name="test", bandwidth=wanted), quick=True)
    return check_bandwidth(line, request, JobContext(lambda _: None))


def test_an_unknown_certificate_is_told_and_nothing_is_measured(url: str) -> None:
    outcome = run(HttpLine(limits=LIMITS), url)
    assert {one.reason for one in outcome.not_measured} == {"certificate-untrusted"}
    assert outcome.measurements == ()


def test_a_certificate_of_the_trust_store_is_taken(
    url: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    outcome = run(HttpLine(limits=LIMITS, tls=system_tls), url)
    measured = {one.id for one in outcome.measurements}
    assert {"bandwidth.download", "bandwidth.upload", "bandwidth.idle_latency"} <= measured


def test_a_certificate_for_another_name_is_refused(
    url: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    outcome = run(HttpLine(limits=LIMITS), url.replace("127.0.0.1", "localhost"))
    assert {one.reason for one in outcome.not_measured} == {"certificate-untrusted"}
