"""The stream's process seen from its parent: deadlines hold, nothing is left behind."""

import dataclasses
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.granting_relay import Granting
from tests.fakes.hostile_relays import HostileRelay
from tests.quiet_computer import on_time, timed
from tests.unit.adapters.network.voice_path.loopback import LOOPBACK, good, udp_server
from workspace_assistant.adapters.network.voice_path import messages, process
from workspace_assistant.adapters.network.voice_path.process import (
    ProcessPathStream,
    ProcessVoicePath,
)
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    Place,
    Reason,
    StreamReading,
    Transport,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.voice.model import PacketTrace

TARGET = VoiceTarget(stun=("stun:127.0.0.1:9",))
SURVEY = messages.document(
    messages.SURVEY,
    PathSurvey(server="here", address=LOOPBACK, transport=Transport.STUN, answers=()),
)
READING = messages.document(
    messages.READING, StreamReading(at_s=1.0, rtt_ms=None, sent=25, lost=25)
)
HANG = "import time; time.sleep(60)"
FAILED = Trouble(reason=Reason.PROBE_FAILED)

Say = Callable[..., None]


def saying(*documents: object) -> str:
    return f"print({chr(10).join(json.dumps(one) for one in documents)!r}, flush=True)"


def context() -> JobContext:
    return JobContext(on_progress=lambda _progress: None)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets a child of these lines run in place of the real one."""

    def write(*lines: str) -> None:
        (tmp_path / "scripted_voice_child.py").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(process, "_CHILD_MODULE", "scripted_voice_child")
        monkeypatch.setattr(process, "_FAREWELL_S", 0.05)  # it heeds nobody's end
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    return write


@contextmanager
def opened(ctx: JobContext, target: VoiceTarget = TARGET) -> Iterator[ProcessPathStream]:
    streams: list[ProcessPathStream] = []
    try:
        with ProcessVoicePath().open(target, ctx) as stream:
            assert isinstance(stream, ProcessPathStream)
            streams.append(stream)
            yield stream
    finally:
        assert eventually(lambda: not farewells())
    for stream in streams:
        assert stream._child.returncode is not None
        assert not stream._reader.is_alive()


def farewells() -> list[threading.Thread]:
    """The threads that see children off: each ends when its child is no more."""
    return [one for one in threading.enumerate() if one.name.startswith("voice-path-")]


def eventually(is_true: Callable[[], bool], within_s: float = 10) -> bool:
    deadline_s = time.monotonic() + within_s
    while not is_true():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.01)
    return True


def test_the_password_goes_by_standard_input_alone(script: Say, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    lines = f"import sys; open({str(heard)!r}, 'w').write(str(sys.argv) + sys.stdin.readline())"
    script(lines, saying(SURVEY), HANG)
    target = VoiceTarget(stun=(), turn=("turn:x",), turn_username="agent", turn_password="secret")
    with opened(context(), target) as stream:
        arguments = Path(f"/proc/{stream.process_id}/cmdline")
        assert not arguments.exists() or b"secret" not in arguments.read_bytes()
    assert json.loads(heard.read_text().partition("]")[2])["turn_password"] == "secret"
    assert "secret" not in heard.read_text().partition("]")[0]
    assert "secret" not in repr(target)


def test_a_reading_is_the_latest(script: Say) -> None:
    script(saying(SURVEY, READING, {"kind": "reading"}, {"kind": "unheard of"}), HANG)
    with opened(context()) as stream:
        assert eventually(lambda: stream.reading() is not None)
        assert stream.reading() == StreamReading(at_s=1.0, rtt_ms=None, sent=25, lost=25)
        assert stream.survey.address == LOOPBACK


def test_trouble_is_raised_with_all_answers(script: Say) -> None:
    trouble = VoicePathTroubleError(Trouble(reason=Reason.UDP_BLOCKED, server="stun:x"))
    script(saying(messages.trouble_document(trouble)))
    with pytest.raises(VoicePathTroubleError) as caught, opened(context()):
        pass
    assert caught.value.trouble == trouble.trouble


@pytest.mark.parametrize(
    "lines",
    [
        ["raise SystemExit(1)"],
        ["print('Hello')"],
        ["print('[]')"],
        [saying({"kind": "survey"}), HANG],
        [saying({"kind": "fault", "detail": "ValueError: x"})],
    ],
)
def test_a_child_that_does_not_keep_to_the_protocol_has_failed(
    script: Say, lines: list[str]
) -> None:
    script(*lines)
    with pytest.raises(VoicePathTroubleError) as caught, opened(context()):
        pass
    assert caught.value.trouble == FAILED


def test_a_child_that_hangs_has_failed_in_time(
    script: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_OPENING_S", 0.1)
    script(HANG)
    with pytest.raises(VoicePathTroubleError) as caught, opened(context()):
        pass
    assert caught.value.trouble == FAILED


@pytest.mark.parametrize("ending", [[], [saying({"kind": "trace"}), HANG]])
def test_a_stream_that_ends_early_is_told(script: Say, ending: list[str]) -> None:
    script(saying(SURVEY), *ending)
    with opened(context()) as stream:
        trace = stream.finish(context())
    assert trace.trouble == FAILED
    assert trace.stream.sent_s == ()


def test_a_long_test_completes_the_survey_at_its_end(script: Say) -> None:
    trace = messages.document(messages.TRACE, PathTrace(stream=PacketTrace()))
    script(saying(SURVEY, trace | messages.binding_part(True)), HANG)
    with opened(context()) as stream:
        assert stream.survey.keeps_binding == Trouble(reason=Reason.LONG_TEST_ONLY)
        assert stream.finish(context()).trouble is None
        assert stream.survey.keeps_binding is True


@pytest.mark.parametrize("moment", ["opening", "finishing"])
def test_cancel_ends_it_at_once(script: Say, moment: str) -> None:
    script(*([saying(SURVEY)] if moment == "finishing" else []), HANG)
    ctx = context()
    cancelled_s: list[float] = []
    left_s: list[float] = []

    def cancel() -> None:
        cancelled_s.append(time.monotonic())
        ctx.cancel()

    def use() -> None:
        try:
            with ProcessVoicePath().open(TARGET, ctx) as stream:
                stream.finish(ctx)
        finally:
            left_s.append(time.monotonic())

    threading.Timer(0.3, cancel).start()
    with pytest.raises(JobCancelledError):
        use()
    assert eventually(lambda: not farewells())
    assert left_s[0] - cancelled_s[0] < 1  # 0.05 s when idle; its farewell may take longer


def test_a_real_stream_from_end_to_end() -> None:
    with (
        udp_server(good) as port,
        opened(context(), VoiceTarget(stun=(f"stun:{LOOPBACK}:{port}",))) as stream,
    ):
        began_s = stream.now_s()
        assert eventually(lambda: stream.reading() is not None)
        time.sleep(0.3)
        ended_s = stream.now_s()
        trace = stream.finish(context())
    assert stream.survey.address == LOOPBACK
    assert stream.survey.is_this_computer
    assert trace.trouble is None
    assert trace.bytes_used > 10_000
    # Both processes read one clock: what left, left while this one looked on.
    inside = trace.stream.between(began_s, ended_s)
    assert len(inside.sent_s) >= 0.5 * len(trace.stream.sent_s) > 5
    assert all(delay is not None and 0 < delay < 1000 for delay in inside.delays_ms)
    assert not [place for place in trace.places if place.place is Place.GATEWAY]


def test_a_killed_child_is_told() -> None:
    with (
        udp_server(good) as port,
        opened(context(), VoiceTarget(stun=(f"stun:{LOOPBACK}:{port}",))) as stream,
    ):
        stream._child.kill()
        assert stream.finish(context()).trouble == FAILED


def test_a_child_whose_parent_was_killed_ends() -> None:
    parent_script = (
        "import json, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-P', '-m', {process._CHILD_MODULE!r}],\n"
        "    stdin=subprocess.PIPE)\n"
        "child.stdin.write(sys.argv[1].encode() + b'\\n')\n"
        "child.stdin.flush()\n"
        "time.sleep(60)\n"
    )
    with udp_server(good) as port:
        target = {
            "stun": [f"stun:{LOOPBACK}:{port}"],
            "turn": [],
            "turn_username": "",
            "turn_password": "",
            "is_long": False,
        }
        parent = subprocess.Popen(
            [sys.executable, "-c", parent_script, json.dumps(target)], stdout=subprocess.PIPE
        )
        assert parent.stdout is not None
        with parent.stdout:
            assert json.loads(parent.stdout.readline())["kind"] == "survey"
            parent.kill()
            parent.wait()
            killed_s = time.monotonic()
            while parent.stdout.readline():  # the child's end of the pipe closes when it ends
                pass
    assert time.monotonic() - killed_s < 5


@pytest.mark.skipif(sys.platform == "win32", reason="signals as terminals of POSIX systems send")
@pytest.mark.parametrize("ending", ["input", "terminate"])
@timed
def test_a_relay_gets_back_what_it_granted_however_the_stream_ends(ending: str) -> None:
    granting = Granting()
    command = [sys.executable, "-P", "-m", process._CHILD_MODULE]
    with (
        HostileRelay(granting) as relay,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as child,
    ):
        target = VoiceTarget(
            stun=(), turn=(relay.uri,), turn_username="agent", turn_password="secret"
        )
        assert child.stdin is not None
        child.stdin.write(json.dumps(dataclasses.asdict(target)).encode() + b"\n")
        child.stdin.flush()
        assert eventually(lambda: granting.heard["DATA"] or granting.heard["CHANNEL_BIND"])
        child.send_signal(signal.SIGINT)  # the parent's business
        time.sleep(0.05)
        assert child.poll() is None
        began_s = time.monotonic()
        if ending == "terminate":
            child.terminate()
        else:
            child.stdin.close()
        child.wait(5)
        took_s = time.monotonic() - began_s
    with on_time():
        assert took_s < 1.3
    assert granting.heard["RELEASE"] == granting.heard["ALLOCATE"] > 0
