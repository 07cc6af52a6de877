"""To which relays a password may be told: a profile comes from elsewhere, and may name anybody."""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.profile.model import (
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_LOGIN = QT_TRANSLATE_NOOP(
    "readiness", "{name}: this profile names no TURN server with a user name"
)

# Under these, as in "co.uk", names of two labels belong to everybody.
_COUNTRY_LABEL_CHARACTERS = 2
_PUBLIC_LABEL_CHARACTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayLogin:
    """User name and password, and the only `hosts` that may see them; as `relay_hosts` has them."""

    username: str
    password: str = field(repr=False)
    hosts: tuple[str, ...]


def relay_hosts(needs: VoicePathRequirement) -> tuple[str, ...]:
    """The hosts of its relays, each once; none where it names no user."""
    if not needs.turn_username:
        return ()
    return tuple(dict.fromkeys(map(_host, needs.turn)))


def login_hosts(profile: WorkplaceProfile) -> tuple[str, ...]:
    """Like `relay_hosts`. Raises `UserInputError` where nobody could use a password."""
    hosts = relay_hosts(profile.voice_path)
    if not hosts:
        raise UserInputError(_NO_LOGIN, name=str(profile.name))
    return hosts


def of_one_owner(hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The first of *hosts*, and those that share its domain: a password was given for that one."""
    return tuple(host for host in hosts if host == hosts[0] or _is_beside(host, hosts[0]))


def _host(uri: str) -> str:
    """The host of a TURN URI (RFC 7065), in small letters, without brackets."""
    rest = uri.partition(":")[2].partition("?")[0]
    host = rest[1:].partition("]")[0] if rest.startswith("[") else rest.partition(":")[0]
    return host.lower()


def _is_beside(host: str, other: str) -> bool:
    """Whether both are names directly under one domain that somebody owns."""
    domain = host.partition(".")[2]
    return domain == other.partition(".")[2] and _is_owned(domain)


def _is_owned(domain: str) -> bool:
    """In doubt not: the list of all public suffixes is long, and changes."""
    labels = domain.split(".")
    if len(labels) < 2 or labels[-1].isdigit():  # an address
        return False
    is_short = len(labels[0]) <= _PUBLIC_LABEL_CHARACTERS
    is_of_country = len(labels[-1]) == _COUNTRY_LABEL_CHARACTERS
    return len(labels) > 2 or not (is_short and is_of_country)
