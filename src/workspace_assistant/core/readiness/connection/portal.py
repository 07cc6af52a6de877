"""Whether a sign-in page stands in the way: what an answer by plain HTTP gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from workspace_assistant.core.readiness.connection.model import Portal, Reason, Unknown
from workspace_assistant.core.readiness.foreign_names import one_line

_NO_CONTENT = 204
_SIGN_IN_NEEDED = 511  # RFC 6585, section 6: only a portal answers so
_SIGN_IN_STATUS = "sign-in-status"
_LONGEST_HOST = 100
_OWN_LABELS = 2  # example.com and www.example.com belong together


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came back for a web page: no more of it than is needed to tell a portal."""

    status: int
    location: str = ""
    has_body: bool = False


def judge_empty_page(host: str, page: Page) -> Portal | Unknown:
    """For a page that answers 204 with nothing in it when nobody stands in the way."""
    if page.status == _NO_CONTENT and not page.has_body:
        return Portal(is_captive=False, asked=host)
    if page.status == _SIGN_IN_NEEDED or page.status < 400:
        return _captive(host, page)
    return Unknown(reason=Reason.NO_ANSWER, detail=host)  # the server's own trouble


def judge_missing_page(
    host: str, path: str, page: Page, *, is_secure_port_dead: bool = True
) -> Portal | Unknown:
    """For a page that cannot exist, asked of a host that did not prove its name on a secure port.

    A server says "not found", or sends the reader to its own secure port; a portal sends
    everybody to its sign-in page, or shows that at once. A host whose secure port works, with a
    certificate that nobody vouches for, may well show one page for every address: no evidence.
    """
    if page.status == _SIGN_IN_NEEDED:
        return _captive(host, page)
    if 300 <= page.status < 400:
        if _leads_away(host, path, page.location):
            return _captive(host, page)
        return Portal(is_captive=False, asked=host)
    if 200 <= page.status < 300 and page.has_body:
        if is_secure_port_dead:
            return _captive(host, page)
        return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=host)
    return Portal(is_captive=False, asked=host)


class Witness(StrEnum):
    """What another named host has to say where one of them looks as if a portal stood before it."""

    REACHED = "reached"  # it answered for itself
    HIJACKED = "hijacked"  # it looks the same
    SILENT = "silent"
    NONE = "none"  # nothing can be told from it


def confirmed_portal(found: Portal, witnesses: Sequence[Witness]) -> Portal | Unknown:
    """*found* where others bear it out: none is reached, and one at least was tried.

    A server whose secure port is broken and whose port 80 shows one page for every address, or
    sends everybody to another host, looks just like a portal; but a portal stops all hosts. Only
    the status that none but a portal may send (RFC 6585, section 6) needs no witness.
    """
    if found.evidence == _SIGN_IN_STATUS:
        return found
    is_told = {Witness.HIJACKED, Witness.SILENT} & set(witnesses)
    if is_told and Witness.REACHED not in witnesses:
        return found
    return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=found.asked)


def judge_plain_page(host: str, page: Page) -> Portal | Unknown:
    """For a host that has no secure port to compare with: only the clear cases are told."""
    if page.status == _SIGN_IN_NEEDED:
        return _captive(host, page)
    if page.status in {404, 410}:
        return Portal(is_captive=False, asked=host)
    return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=host)


def are_related(host: str, other: str) -> bool:
    """Whether two names belong to one owner, as far as names tell."""
    return _family_name(host) == _family_name(other)


def host_of(url: str) -> str:
    """The host that a URL names, fit to be shown; empty when it names none."""
    try:
        return one_line(urlsplit(url).hostname or "")[:_LONGEST_HOST]
    except ValueError:
        return ""


def _captive(host: str, page: Page) -> Portal:
    is_redirect = 300 <= page.status < 400
    return Portal(
        is_captive=True,
        asked=host,
        evidence=_evidence(page.status),
        sign_in_host=host_of(page.location) if is_redirect else "",
    )


def _evidence(status: int) -> str:
    if status == _SIGN_IN_NEEDED:
        return _SIGN_IN_STATUS
    return "redirect" if 300 <= status < 400 else "other-page"


def _leads_away(host: str, path: str, location: str) -> bool:
    """Whether a redirect goes to somebody else, and not to the same page by another name."""
    target = host_of(location)
    if not target or are_related(target, host):
        return False
    return urlsplit(location).path != path


def _family_name(host: str) -> str:
    if host.replace(".", "").isdigit() or ":" in host:
        return host  # an address has no family
    return ".".join(host.lower().rstrip(".").split(".")[-_OWN_LABELS:])
