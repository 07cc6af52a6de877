"""What the readiness check needs from outside. Adapters fill these; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.model import CheckResult, Outcome, ReadinessReport
from workspace_assistant.core.readiness.timeline import Timeline

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

Results = tuple[CheckResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """One run of the readiness check, as the user asked for it.

    Attributes:
        profile: the requirements to measure against.
        only: check ids to run; empty runs all.
        quick: shorter measurements that still decide the requirement (12 s in all).
        long: watch the voice path for 30 s before anything loads the line.
        microphone: id of the microphone to record from; empty takes the system's default.
        playback: id of the earpiece to play to; empty takes the system's default.
        play_sounds: whether the headset check may play its test tone.
        is_word_played: whether a word was played, so that the user could be asked for it.
        heard: whether the user heard it; None without an answer.
        server: base URL of a LibreSpeed-compatible server that replaces the profile's.
        server_is_this_computer: the line measured is a loop inside this computer: label it so.
        turn_password: for the profile's TURN user; empty asks the system's keyring. A secret.
        timeline: what the checks of this run tell each other; the service makes a new one per run.
    """

    profile: WorkplaceProfile
    only: frozenset[str] = frozenset()
    quick: bool = False
    long: bool = False
    microphone: str = ""
    playback: str = ""
    play_sounds: bool = False
    is_word_played: bool = False
    heard: bool | None = None
    server: str = ""
    server_is_this_computer: bool = False
    turn_password: str = field(default="", repr=False)
    timeline: Timeline = field(default_factory=Timeline, compare=False)


class Check(Protocol):
    """One check: measures, judges, and never raises but for `JobCancelledError`."""

    def __call__(self, request: CheckRequest, ctx: JobContext, /) -> Outcome: ...


class Preparation(Protocol):
    """What a check can do before its turn without disturbing the others, such as find a server.

    A failure is kept for the check to tell; it raises nothing but `JobCancelledError`.
    """

    def __call__(self, request: CheckRequest, ctx: JobContext, /) -> None: ...


class AddressesOf(Protocol):
    """All addresses of the named hosts; None where that could not be found out in time."""

    def __call__(self, hosts: frozenset[str], ctx: JobContext, /) -> frozenset[str] | None: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The present, aware, in UTC."""

    def monotonic_s(self) -> float:
        """Seconds that never jump; only differences mean something."""

    def time_zone(self) -> str:
        """IANA name of the user's time zone, such as ``Europe/Madrid``; ``UTC`` when unknown."""


class ReportStore(Protocol):
    """Keeps readiness reports. Every method may raise `StoreUnavailableError`."""

    def add(self, report: ReadinessReport) -> None: ...

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        """Up to *limit* reports, newest first."""

    def find(self, report_id: str) -> ReadinessReport | None:
        """The report of that id; None when there is none, or none that can be read."""


class RunTogether(Protocol):
    """Runs calls at the same time and returns their results in order; the first error is raised."""

    def __call__(self, calls: Sequence[Callable[[], Results]], /) -> list[Results]: ...
