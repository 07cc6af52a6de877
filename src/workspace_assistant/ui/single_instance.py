"""One window for each data directory: a second start hands its arguments to the first and ends."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:  # the window paints first
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK_NAME = "window.lock"
_LIMIT_MS = 2000
_OPENING_MS = 8000  # a cold start on a slow computer, until its first paint
_RETRY_S = 0.05
_MOST_BYTES = 65_536
_LONGEST_SOCKET_PATH = 100  # sun_path has 108 bytes, and Qt makes the socket beside its place
_ANSWER = b"raised\n"
_TOKEN_VARIABLE = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable; no secret


class SingleInstance(QObject):
    """Asks whether another window has the data directory, and hears the starts that follow.

    A lock file tells; the system's record of processes tells one that was left behind. Only the
    user's own starts are heard and told.
    """

    asked = Signal(list)  # a second start's arguments; it wants to see the window

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._lock = QLockFile(str(directory / _LOCK_NAME))
        self._lock.setStaleLockTime(0)  # however old: a process that lives still has its window
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this start is the first. Cheap: for the moment before the window is built.

        Where the directory cannot be written nobody can be first; then it is True as well.
        """
        with contextlib.suppress(OSError):  # whoever keeps something there says what is wrong
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def tell_other(
        self,
        arguments: Sequence[str],
        limit_ms: int = _LIMIT_MS,
        opening_ms: int = _OPENING_MS,
    ) -> bool:
        """Hand *arguments* to the first start. True when it answered: nothing is left to do.

        It may still be opening its window: this waits *opening_ms* for that, and then *limit_ms*
        for the answer.
        """
        from PySide6.QtNetwork import QLocalSocket

        message = _message(arguments)
        socket = QLocalSocket()
        if not self._connect(socket, opening_ms, limit_ms):
            return False
        deadline_s = time.monotonic() + limit_ms / 1000
        socket.write(message)
        answer = b""
        while not answer.endswith(b"\n") and socket.waitForReadyRead(_left_ms(deadline_s)):
            answer += bytes(socket.readAll().data())
        socket.abort()
        return answer == _ANSWER

    def listen(self) -> bool:
        """Hear later starts from now on. Imports QtNetwork: for after the first paint.

        False where the system does not let us; then later starts open windows of their own.
        """
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return False
        QLocalServer.removeServer(self._place())  # left by one that was killed: the lock is ours
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        self._server = server if server.listen(self._place()) else None
        return self._server is not None

    def release(self) -> None:
        """The next start is the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _connect(self, socket: QLocalSocket, opening_ms: int, limit_ms: int) -> bool:
        deadline_s = time.monotonic() + opening_ms / 1000
        while True:
            if self._is_ours():
                socket.connectToServer(self._place())
                if socket.waitForConnected(limit_ms):
                    return True
            if time.monotonic() >= deadline_s:
                return False
            time.sleep(_RETRY_S)

    @Slot()
    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Hearing(self._server.nextPendingConnection(), self)

    def _place(self) -> str:
        """A path that the user alone can make; on Windows a name among pipes.

        The runtime directory is the user's; else the data directory is, where its path is short
        enough for a socket.
        """
        import hashlib

        digest = hashlib.sha256(os.fsencode(self._directory.absolute())).hexdigest()[:16]
        name = f"workspace-assistant-{digest}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        for folder in (Path(runtime), self._directory):
            path = folder / name
            is_fit = folder.is_absolute() and len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH
            if os.name == "posix" and is_fit and folder.is_dir():
                return str(path)
        return name

    def _is_ours(self) -> bool:
        """Whether what is there was made by this user: nobody else is told anything."""
        if os.name != "posix":
            return True
        path = Path(self._place())
        whole = path if path.is_absolute() else Path(QDir.tempPath()) / path
        with contextlib.suppress(OSError):
            return whole.lstat().st_uid == os.getuid()
        return False


class _Hearing(QObject):
    """What one later start says: a line, answered by one."""

    def __init__(self, socket: QLocalSocket, parent: SingleInstance) -> None:
        super().__init__(parent)
        self._socket, self._instance = socket, parent
        socket.setParent(self)
        socket.readyRead.connect(self._on_bytes)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_LIMIT_MS, socket, socket.abort)
        self._on_bytes()  # they may be there already

    @Slot()
    def _on_bytes(self) -> None:
        if self._socket.bytesAvailable() > _MOST_BYTES:
            self._socket.abort()
        elif self._socket.canReadLine():
            self._answer(bytes(self._socket.readLine(_MOST_BYTES).data()))

    def _answer(self, line: bytes) -> None:
        arguments, token = _understood(line)
        if arguments is None:
            self._socket.abort()
            return
        if token:  # lets Qt raise the window on Wayland
            os.environ[_TOKEN_VARIABLE] = token
        self._socket.write(_ANSWER)
        self._socket.flush()
        self._instance.asked.emit(arguments)


def _message(arguments: Sequence[str]) -> bytes:
    import json

    token = os.environ.get(_TOKEN_VARIABLE, "")
    return json.dumps({"arguments": list(arguments), "token": token}).encode() + b"\n"


def _understood(line: bytes) -> tuple[list[str] | None, str]:
    """Arguments and the token to be raised with; None for a line that is none of ours."""
    import json

    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None, ""
    if not isinstance(document, dict) or not isinstance(document.get("arguments"), list):
        return None, ""
    arguments = [one for one in document["arguments"] if isinstance(one, str)]
    token = document.get("token")
    if not isinstance(token, str) or not (token.isprintable() and token.isascii()):
        token = ""
    return arguments, token


def _left_ms(deadline_s: float) -> int:
    return max(1, round((deadline_s - time.monotonic()) * 1000))
