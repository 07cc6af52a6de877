"""Publishing in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo

from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import path_of
from workspace_assistant.core.publishing.model import Delivery, Preview, Status, Trouble
from workspace_assistant.core.publishing.rules import MOST_MESSAGES
from workspace_assistant.core.publishing.service import SHOWN_WAITING

_NO_REPORT = "No readiness check was saved yet: there is no report to show. Run a check first."
_NEVER = (
    "Never sent: notes, names of blocks and shifts, days off, what check-ins tell, the way to "
    "work, sound, your name, the name or address of this computer."
)


def status_lines(status: Status, zone: tzinfo) -> Iterator[str]:
    consent, tally = status.consent, status.tally
    if consent is None:
        yield "Nothing is published. “publish preview” shows what would be."
        return
    yield f"Published to {consent.url} since {_clock(consent.given_at, zone)}:"
    yield from (f"  {texts.GROUPS[one]}" for one in sorted(consent.groups))
    yield f"Sent: {tally.sent}. Waiting: {tally.waiting}."
    if tally.last_sent_at is not None:
        yield f"Last sent: {_clock(tally.last_sent_at, zone)}."
    if tally.refused:
        yield f"Refused by the collector: {tally.refused}. “publish now” tries them again."
    if tally.dropped:
        yield f"Given up because too many waited: {tally.dropped}."
    if status.standing.trouble:
        yield texts.TROUBLES[status.standing.trouble]
        if status.standing.wait_until is not None:
            yield f"Nothing is lost; next try: {_clock(status.standing.wait_until, zone)}."
    yield texts.DROPS_FIRST.format(most=f"{MOST_MESSAGES:,}")


def preview_lines(preview: Preview) -> Iterator[str]:
    """Each request whole, as the JSON form of what goes out."""
    for draft in preview.drafts:
        yield f"POST …{path_of(draft.signal)}"
        yield json.dumps(draft.document, indent=1, ensure_ascii=False)
    if not preview.has_report:
        yield _NO_REPORT
    if preview.waiting:
        yield f"Waiting already: {_count(preview)}; --json shows the first of them."
    yield _NEVER


def _count(preview: Preview) -> str:
    shown = len(preview.waiting)
    return f"{shown} or more" if shown >= SHOWN_WAITING else f"{shown}"


def delivery_lines(delivery: Delivery, status: Status, zone: tzinfo) -> Iterator[str]:
    if status.consent is None:
        yield from status_lines(status, zone)
        return
    if delivery.is_busy:
        yield "Another program on this computer is sending just now."
        return
    yield f"Sent: {delivery.sent}. Still waiting: {status.tally.waiting}."
    if delivery.refused:
        yield f"Refused by the collector: {delivery.refused}."
    if delivery.trouble is not Trouble.NONE:
        yield f"{texts.TROUBLES[delivery.trouble]} Nothing is lost."


def _clock(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
