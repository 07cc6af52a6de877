from __future__ import annotations

import contextlib
import socket
import threading
import time

import pytest

from workspace_assistant.adapters.network.halt import Halt, HaltedError, run_watched
from workspace_assistant.adapters.network.send_queue import unsent_bytes
from workspace_assistant.core.jobs import JobCancelledError, JobContext


def silent() -> JobContext:
    return JobContext(lambda _: None)


def test_answers_come_in_order() -> None:
    assert run_watched([lambda: 1, lambda: 2], Halt(), silent()) == [1, 2]


def test_the_first_error_in_order_is_raised() -> None:
    def fail(error: Exception) -> None:
        raise error

    calls = [lambda: fail(KeyError("a")), lambda: fail(ValueError("b"))]
    with pytest.raises(KeyError):
        run_watched(calls, Halt(), silent())


def test_cancelling_halts_the_calls_and_waits_for_them() -> None:
    halt, ctx = Halt(), silent()
    ended = threading.Event()

    def work() -> None:
        halt.wait(10)
        ended.set()

    threading.Timer(0.05, ctx.cancel).start()
    with pytest.raises(JobCancelledError):
        run_watched([work], halt, ctx)
    assert ended.is_set()


def receive_breakably(sock: socket.socket, halt: Halt) -> None:
    with halt.breaks(sock):
        assert sock.recv(1) == b""


def test_a_blocked_socket_call_ends_with_the_switch() -> None:
    ours, theirs = socket.socketpair()
    halt = Halt()
    threading.Timer(0.05, halt.set).start()
    began_s = time.monotonic()
    ours.settimeout(10)
    with ours, theirs, pytest.raises(HaltedError):
        receive_breakably(ours, halt)
    assert time.monotonic() - began_s < 2


def test_a_switch_set_before_breaks_at_once() -> None:
    ours, theirs = socket.socketpair()
    halt = Halt()
    halt.set()
    with ours, theirs, pytest.raises(HaltedError):
        receive_breakably(ours, halt)


def test_a_closed_socket_holds_nothing() -> None:
    sock = socket.socket()
    sock.close()
    assert unsent_bytes(sock) == 0


def fill(sock: socket.socket) -> int:
    sent = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            sent += sock.send(bytes(65536))
    return sent


def test_bytes_that_nobody_reads_wait_in_the_queue() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
        with ours, theirs:
            ours.setblocking(False)
            sent = fill(ours)
            assert 0 < unsent_bytes(ours) < sent
