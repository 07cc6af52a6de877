"""How long something is used: three bands, from times where these are known."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Band

_MINUTE_S, _HOUR_S = 60.0, 3600.0
_DAY_S = 24 * _HOUR_S


def band_of(in_one_go_s: float | None, per_day_s: float | None) -> Band | None:
    """The band of a usual day's longest stretch and total, in seconds; None for not known.

    Where one of the two is missing, the other may still be enough: nobody uses for an hour in one
    go what is used for 20 minutes a day.
    """
    if in_one_go_s is None and per_day_s is None:
        return None
    shortest = _band(in_one_go_s or 0.0, _known(per_day_s, in_one_go_s or 0.0))
    longest = _band(_known(in_one_go_s, per_day_s or 0.0), _known(per_day_s, _DAY_S))
    return shortest if shortest is longest else None


def _band(in_one_go_s: float, per_day_s: float) -> Band:
    if in_one_go_s > _HOUR_S or per_day_s > 4 * _HOUR_S:
        return Band.LONG
    if in_one_go_s >= 30 * _MINUTE_S or per_day_s >= _HOUR_S:
        return Band.MEDIUM
    return Band.SHORT


def _known(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
