"""Publishing in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo

from workspace_assistant.cli.language import worded
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import path_of
from workspace_assistant.core.publishing.model import Delivery, Preview, Status, Trouble
from workspace_assistant.core.publishing.rules import MOST_MESSAGES
from workspace_assistant.core.publishing.service import SHOWN_WAITING
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_REPORT = QT_TRANSLATE_NOOP(
    "cli", "No readiness check was saved yet: there is no report to show. Run a check first."
)
_PROPOSED = QT_TRANSLATE_NOOP(
    "cli",
    "Your organization runs a collector: {url}. It gets nothing unless you agree, by “publish on”.",
)
_NEVER = QT_TRANSLATE_NOOP(
    "cli",
    "Never sent: notes, names of blocks and shifts, days off, what check-ins tell, the way to "
    "work, sound, your name, the name or address of this computer.",
)


def status_lines(status: Status, zone: tzinfo) -> Iterator[str]:
    consent, tally = status.consent, status.tally
    if consent is None:
        yield worded("Nothing is published. “publish preview” shows what would be.")
        if status.proposal is not None:
            yield worded(_PROPOSED, url=status.proposal.url)
        return
    since = _clock(consent.given_at, zone)
    yield worded("Published to {url} since {at}:", url=consent.url, at=since)
    for one in sorted(consent.groups):
        yield f"  {worded(texts.GROUPS[one])}"
    yield worded(
        "Sent: {sent}. Waiting: {waiting}.", sent=str(tally.sent), waiting=str(tally.waiting)
    )
    if tally.last_sent_at is not None:
        yield worded("Last sent: {at}.", at=_clock(tally.last_sent_at, zone))
    if tally.refused:
        yield worded(
            "Refused by the collector: {number}. “publish now” tries them again.",
            number=str(tally.refused),
        )
    if tally.dropped:
        yield worded("Given up because too many waited: {number}.", number=str(tally.dropped))
    if status.standing.trouble:
        yield worded(texts.TROUBLES[status.standing.trouble])
        if status.standing.wait_until is not None:
            at = _clock(status.standing.wait_until, zone)
            yield worded("Nothing is lost; next try: {at}.", at=at)
    yield worded(texts.DROPS_FIRST, most=f"{MOST_MESSAGES:,}")


def preview_lines(preview: Preview) -> Iterator[str]:
    """Each request whole, as the JSON form of what goes out."""
    for draft in preview.drafts:
        yield f"POST …{path_of(draft.signal)}"
        yield json.dumps(draft.document, indent=1, ensure_ascii=False)
    if not preview.has_report:
        yield worded(_NO_REPORT)
    if preview.waiting:
        yield _waiting(preview)
    yield worded(_NEVER)


def _waiting(preview: Preview) -> str:
    shown = len(preview.waiting)
    if shown >= SHOWN_WAITING:
        return worded(
            "Waiting already: {number} or more; --json shows the first of them.", number=str(shown)
        )
    return worded("Waiting already: {number}; --json shows the first of them.", number=str(shown))


def delivery_lines(delivery: Delivery, status: Status, zone: tzinfo) -> Iterator[str]:
    if status.consent is None:
        yield from status_lines(status, zone)
        return
    if delivery.is_busy:
        yield worded("Another program on this computer is sending just now.")
        return
    yield worded(
        "Sent: {sent}. Still waiting: {waiting}.",
        sent=str(delivery.sent),
        waiting=str(status.tally.waiting),
    )
    if delivery.refused:
        yield worded("Refused by the collector: {number}.", number=str(delivery.refused))
    if delivery.trouble is not Trouble.NONE:
        yield worded("{trouble} Nothing is lost.", trouble=worded(texts.TROUBLES[delivery.trouble]))


def _clock(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
