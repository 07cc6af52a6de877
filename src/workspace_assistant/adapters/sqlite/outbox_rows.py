"""Rows of the outbox as models, and back."""

from __future__ import annotations

import json

from workspace_assistant.adapters.sqlite.rows import Row, instant, maybe_instant, micros
from workspace_assistant.core.publishing.model import (
    Consent,
    Group,
    Message,
    Signal,
    Standing,
    Tally,
    Trouble,
)

_GROUPS = {one.value: one for one in Group}
_TROUBLES = {one.value: one for one in Trouble}


def consent_row(consent: Consent) -> Row:
    return (
        consent.url,
        json.dumps(sorted(consent.groups)),
        int(consent.has_token),
        consent.instance_id,
        micros(consent.given_at),
    )


def consent_of(row: Row) -> Consent:
    url, groups_json, has_token, instance_id, given_at = row
    known = (_GROUPS.get(one) for one in json.loads(groups_json))
    return Consent(
        url=url,
        groups=frozenset(one for one in known if one is not None),
        has_token=bool(has_token),
        instance_id=instance_id,
        given_at=instant(given_at),
    )


def standing_of(row: Row) -> Standing:
    failures, wait_until, trouble = row
    return Standing(
        failures=failures,
        wait_until=maybe_instant(wait_until),
        trouble=_TROUBLES.get(trouble, Trouble.NOT_UNDERSTOOD),
    )


def tally_of(counts: Row, past: Row) -> Tally:
    (waiting, refused, oldest_at), (sent, dropped, last_sent_at) = counts, past
    return Tally(
        waiting=waiting,
        refused=refused,
        sent=sent,
        dropped=dropped,
        oldest_at=maybe_instant(oldest_at),
        last_sent_at=maybe_instant(last_sent_at),
    )


def message_of(row: Row) -> Message:
    number, report_id, signal, document = row
    return Message(number=number, report_id=report_id, signal=Signal(signal), document=document)
