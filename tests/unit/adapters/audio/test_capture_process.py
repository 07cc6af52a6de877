"""The parent's end: deadlines hold, cancel kills, nothing is left behind. Children are scripted."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.audio import capture_process
from workspace_assistant.adapters.audio.capture_process import CaptureProcess, split_blocks
from workspace_assistant.adapters.audio.frames import BLOCK_HEADER
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

HEADER = r'print("{\"sample_rate_hz\": 8000, \"channels\": 1}", flush=True)'
BLOCK = (
    "import struct, sys; sys.stdout.buffer.write(struct.pack('<dII', 1.5, 1, 4) + b'abcd');"
    "sys.stdout.flush()"
)
HANG = "import time; time.sleep(60)"
OK = JobContext(on_progress=lambda _progress: None).checkpoint


@pytest.fixture
def child(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CaptureProcess]:
    """A child that runs the script given as the parameter instead of the recorder."""
    (tmp_path / "scripted_child.py").write_text("\n".join(request.param), encoding="utf-8")
    monkeypatch.setattr(capture_process, "_CHILD_MODULE", "scripted_child")
    with CaptureProcess([], {"PYTHONPATH": str(tmp_path)}) as process:
        yield process
    assert process._process.poll() is not None
    assert not process._guard.is_alive()


@pytest.mark.parametrize("child", [[HEADER, BLOCK, HANG]], indirect=True)
def test_header_and_blocks_arrive(child: CaptureProcess) -> None:
    assert child.header(10, OK) == {"sample_rate_hz": 8000, "channels": 1}
    block = child.block(5, OK, Unavailable.DELIVERS_NOTHING)
    assert (block.at_s, block.is_input_lost, block.samples) == (1.5, True, b"abcd")


TWICE = (
    "import struct, sys;"
    "sys.stdout.buffer.write(2 * (struct.pack('<dII', 1.5, 1, 4) + b'abcd'));"
    "sys.stdout.flush()"
)


@pytest.mark.parametrize("child", [[HEADER, TWICE, HANG]], indirect=True)
def test_blocks_that_arrive_together_come_out_one_by_one(child: CaptureProcess) -> None:
    child.header(10, OK)
    for _ in range(2):
        assert child.block(5, OK, Unavailable.DELIVERS_NOTHING).samples == b"abcd"
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.block(0.1, OK, Unavailable.STOPPED_DELIVERING)
    assert caught.value.reason is Unavailable.STOPPED_DELIVERING


@given(
    sizes=st.lists(st.integers(0, 40), max_size=5),
    cut=st.integers(0, 300),
)
def test_blocks_come_out_of_a_pipe_however_it_was_cut(sizes: list[int], cut: int) -> None:
    sent = [(number / 8, number % 2, bytes([number]) * size) for number, size in enumerate(sizes)]
    data = b"".join(BLOCK_HEADER.pack(at, lost, len(x)) + x for at, lost, x in sent)
    first, rest = split_blocks(data[:cut])
    second, nothing = split_blocks(rest + data[cut:])
    assert [(b.at_s, b.is_input_lost, b.samples) for b in first + second] == sent
    assert nothing == b""


NONSENSE = (
    "import sys; sys.stdout.buffer.write(b'\\xff' * 16); sys.stdout.flush()\n"
    "while True: sys.stdout.buffer.write(b'\\0' * 65536)"
)


@pytest.mark.parametrize("child", [[HEADER, NONSENSE]], indirect=True)
def test_a_child_that_writes_nonsense_is_given_up_in_bounded_memory(child: CaptureProcess) -> None:
    child.header(10, OK)
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.block(20, OK, Unavailable.DELIVERS_NOTHING)
    assert caught.value.reason is Unavailable.STOPPED_DELIVERING


@pytest.mark.parametrize("child", [[HANG]], indirect=True)
def test_a_hanging_open_ends_at_its_deadline(child: CaptureProcess) -> None:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.header(0.2, OK)
    assert caught.value.reason is Unavailable.DOES_NOT_OPEN


@pytest.mark.parametrize("child", [[HEADER, HANG]], indirect=True)
def test_no_block_is_told_as_asked(child: CaptureProcess) -> None:
    child.header(10, OK)
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.block(0.2, OK, Unavailable.DELIVERS_NOTHING)
    assert caught.value.reason is Unavailable.DELIVERS_NOTHING


@pytest.mark.parametrize(
    "child", [[HEADER, BLOCK, "import time; time.sleep(0.3)", BLOCK, HANG]], indirect=True
)
def test_only_the_time_that_somebody_waits_for_a_block_counts(child: CaptureProcess) -> None:
    child.header(10, OK)
    child.block(5, OK, Unavailable.DELIVERS_NOTHING)
    child.block(0.9, OK, Unavailable.STOPPED_DELIVERING)
    time.sleep(1.1)  # over the last deadline
    assert child._process.poll() is None
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.block(0, OK, Unavailable.STOPPED_DELIVERING)
    assert caught.value.reason is Unavailable.STOPPED_DELIVERING
    assert child._process.poll() is None


@pytest.mark.parametrize("child", [[HEADER, BLOCK]], indirect=True)
def test_a_child_that_ends_early_stopped_delivering(child: CaptureProcess) -> None:
    child.header(10, OK)
    child.block(5, OK, Unavailable.DELIVERS_NOTHING)
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.block(5, OK, Unavailable.DELIVERS_NOTHING)
    assert caught.value.reason is Unavailable.STOPPED_DELIVERING


@pytest.mark.parametrize(
    "child", [["print('Hello')"], ["raise SystemExit(1)"], ["print('[]')"]], indirect=True
)
def test_a_child_that_does_not_speak_the_protocol_cannot_open(child: CaptureProcess) -> None:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.header(10, OK)
    assert caught.value.reason is Unavailable.CANNOT_OPEN


@pytest.mark.parametrize(
    "child", [[r'print("{\"error\": \"device-busy\", \"detail\": \"d\"}")']], indirect=True
)
def test_the_childs_error_becomes_the_reason(child: CaptureProcess) -> None:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        child.header(10, OK)
    assert (caught.value.reason, caught.value.detail) == (Unavailable.DEVICE_BUSY, "d")


@pytest.mark.parametrize("child", [[HANG]], indirect=True)
def test_cancel_is_heard_within_100_ms(child: CaptureProcess) -> None:
    began_s = time.monotonic()

    def checkpoint() -> None:
        if time.monotonic() - began_s > 0.1:
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        child.header(10, checkpoint)
    assert time.monotonic() - began_s < 3  # 0.15 s on an idle computer


def test_the_child_never_takes_modules_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sounddevice.py").write_text("raise SystemExit('wrong module')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with CaptureProcess(["list", "input"]) as process:
        answer = process.header(20, OK)
    assert isinstance(answer["devices"], list)


def test_a_child_whose_parent_was_killed_ends() -> None:
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', sys.argv[1]], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    orphan = (
        "import time\n"
        "from workspace_assistant.adapters.audio.child_process import end_with_parent\n"
        "end_with_parent()\n"
        "print('up', flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, orphan], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        lines = {parent.stdout.readline(), parent.stdout.readline()}
        assert "up\n" in lines
        parent.kill()
        parent.wait()
        # The child holds the pipe open as well: it ends only when both are gone.
        assert parent.stdout.read() == ""
