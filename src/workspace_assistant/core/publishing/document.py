"""Publishing as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from workspace_assistant.core.publishing.address import path_of
from workspace_assistant.core.publishing.model import Delivery, Document, Preview, Proposal, Status
from workspace_assistant.core.publishing.rules import MOST_MESSAGES

STATUS_SCHEMA = "workspace-assistant/publishing/1"
PREVIEW_SCHEMA = "workspace-assistant/publish-preview/1"


def status_document(status: Status) -> Document:
    consent, standing, tally = status.consent, status.standing, status.tally
    return {
        "schema": STATUS_SCHEMA,
        "is_on": consent is not None,
        "url": consent and consent.url,
        "groups": sorted(consent.groups) if consent else [],
        "has_token": consent is not None and consent.has_token,
        "instance_id": consent and consent.instance_id,
        "given_at": _instant(consent.given_at) if consent else None,
        "proposed": _proposed(status.proposal),
        "waiting": tally.waiting,
        "refused": tally.refused,
        "sent": tally.sent,
        "dropped": tally.dropped,
        "most_waiting": MOST_MESSAGES,
        "oldest_at": _instant(tally.oldest_at),
        "last_sent_at": _instant(tally.last_sent_at),
        "trouble": standing.trouble.value or None,
        "wait_until": _instant(standing.wait_until),
    }


def _proposed(proposal: Proposal | None) -> Document | None:
    if proposal is None:
        return None
    groups, is_fixed = sorted(proposal.groups), proposal.is_fixed
    return {"url": proposal.url, "groups": groups, "is_fixed": is_fixed}


def delivery_document(delivery: Delivery, status: Status) -> Document:
    """What a run did, and how it stands then."""
    done = {"sent_now": delivery.sent, "refused_now": delivery.refused, "is_busy": delivery.is_busy}
    return {**status_document(status), **done}


def preview_document(preview: Preview) -> Document:
    return {
        "schema": PREVIEW_SCHEMA,
        "groups": sorted(preview.groups),
        "has_report": preview.has_report,
        "has_week": preview.has_week,
        "requests": [{"path": path_of(one.signal), "body": one.document} for one in preview.drafts],
        "waiting": [
            {
                "report_id": one.report_id,
                "path": path_of(one.signal),
                "body": json.loads(one.document),
            }
            for one in preview.waiting
        ],
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
