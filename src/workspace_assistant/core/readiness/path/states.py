"""Says of every link of the way whether it is fine, weak, broken, or unknown."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.readiness.path.model import LinkState, Station, Stop

# UDP may be blocked at home, at the provider or at the employer: it has no place here.
# Where packets end, unless something behind it answered; the nearest to home first.
_BREAKS = {
    "no-network": Stop.ROUTER,
    "network-unreachable": Stop.ROUTER,
    "captive-portal": Stop.PROVIDER,
}
_WEAK_STOPS = {
    "home": Stop.ROUTER,
    "provider": Stop.PROVIDER,
    "internet": Stop.EDGE,
    "employer": Stop.EMPLOYER,
    "vpn": Stop.EMPLOYER,  # a tunnel hides what lies inside: its far end is all one can ask
}
# What is behind a weak link shares its loss; so much more may still be chance.
_SAME_LOSS_FRACTION = 0.01

Stations = tuple[Station, ...]


def broken_stop(signs: frozenset[str]) -> Stop | None:
    """The first stop that packets cannot reach at all, where *signs* tell one."""
    return next((stop for sign, stop in _BREAKS.items() if sign in signs), None)


def with_states(
    stations: Stations, weak_link: str, broken: Stop | None, cleared: Stop | None = None
) -> Stations:
    """*stations* with the states of their links.

    A link whose far end answered is not broken: then the break is behind what answered last, and
    there is none where the employer did. Where the weak link is not known, the way up to *cleared*
    may be.
    """
    break_at = _break_at(stations, broken)
    if break_at is not None:
        return _spoiled_at(stations, break_at, LinkState.BROKEN)
    if weak_link in _WEAK_STOPS:
        at = _index(stations, _WEAK_STOPS[weak_link])
        return _spoiled_at(stations, at, LinkState.WEAK)
    if weak_link == "unknown":  # something is weak, and any link may be it
        return _fine_up_to(stations, 0 if cleared is None else _index(stations, cleared) + 1)
    return _fine_up_to(stations, len(stations))


def _fine_up_to(stations: Stations, end: int) -> Stations:
    near = tuple(_fine_if_passed(stations[number:end]) for number in range(end))
    return (*near, *stations[end:])


def _fine_if_passed(rest: Stations) -> Station:
    """The first of *rest*: fine when it or any stop behind it answered."""
    is_passed = any(station.has_answered for station in rest)
    return replace(rest[0], state=LinkState.FINE) if is_passed else rest[0]


def _break_at(stations: Stations, broken: Stop | None) -> int | None:
    if broken is None:
        return None
    answered = (number for number, station in enumerate(stations) if station.has_answered)
    at = max(_index(stations, broken), max(answered, default=-1) + 1)
    return at if at < len(stations) else None


def _index(stations: Stations, stop: Stop) -> int:
    stops = [station.stop for station in stations]
    return stops.index(stop) if stop in stops else len(stops) - 1


def _spoiled_at(stations: Stations, at: int, state: LinkState) -> Stations:
    spoiled = replace(stations[at], state=state)
    far = tuple(_fine_if_no_worse(station, spoiled) for station in stations[at + 1 :])
    return (*_fine_up_to(stations[:at], at), spoiled, *far)


def _fine_if_no_worse(station: Station, spoiled: Station) -> Station:
    if spoiled.state is LinkState.BROKEN or station.loss_fraction is None:
        return station
    most = (spoiled.loss_fraction or 0.0) + _SAME_LOSS_FRACTION
    return replace(station, state=LinkState.FINE) if station.loss_fraction <= most else station
