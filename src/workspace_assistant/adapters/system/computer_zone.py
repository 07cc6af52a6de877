"""The computer's own rules for local time, for zones that have no name in the zone database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from workspace_assistant.adapters.system.overriding import override

_WINTER, _SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


class ComputerZone(tzinfo):
    """What the C library knows of local time: `TZ=CET-1CEST`, or a copied `/etc/localtime`.

    Times that come twice are told apart by `fold` (PEP 495).
    """

    @override
    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return None if dt is None else dt.replace(tzinfo=None).astimezone().utcoffset()

    @override
    def dst(self, dt: datetime | None) -> timedelta | None:
        """The C library tells the offset only."""
        del dt
        return None

    @override
    def tzname(self, dt: datetime | None) -> str | None:
        return None if dt is None else dt.replace(tzinfo=None).astimezone().tzname()

    @override
    def fromutc(self, dt: datetime) -> datetime:
        there = dt.replace(tzinfo=UTC).astimezone()
        bare = there.replace(tzinfo=None)
        is_second = bare.astimezone().utcoffset() != there.utcoffset()
        return bare.replace(tzinfo=self, fold=int(is_second))

    @override
    def __str__(self) -> str:
        return "this computer's time zone"


def is_utc(zone: tzinfo) -> bool:
    """Whether clocks in *zone* show UTC in winter and in summer."""
    return all(at.astimezone(zone).utcoffset() == timedelta(0) for at in (_WINTER, _SUMMER))
