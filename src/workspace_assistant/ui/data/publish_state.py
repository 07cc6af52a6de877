"""Publishing to the employer, as the page shows it. Plain Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.joining import joined
from workspace_assistant.core.publishing.address import checked_url, path_of
from workspace_assistant.core.publishing.model import (
    Consent,
    Delivery,
    Group,
    Preview,
    Proposal,
    Status,
    Tally,
    Trouble,
)
from workspace_assistant.core.publishing.texts import NOTHING_CHOSEN, TROUBLES
from workspace_assistant.core.text import Say
from workspace_assistant.ui.data import publish_texts as texts
from workspace_assistant.ui.data.publish_situation import Offer, PublishAct, PublishSituation
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.data.view_state import place_of
from workspace_assistant.ui.wording.names import inside_sentence
from workspace_assistant.ui.wording.wording import Wording

_BUSY = {
    PublishAct.LOOK: texts.LOOKING,
    PublishAct.AGREE: texts.AGREEING,
    PublishAct.SEND: texts.SENDING,
    PublishAct.WITHDRAW: texts.TURNING_OFF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestState:
    """One request, whole, as the JSON form of what goes out."""

    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadState:
    """Attributes: `consent` is what is asked, empty where it only is looked at."""

    title: str
    notes: tuple[str, ...]
    requests: tuple[RequestState, ...]
    consent: str

    @property
    def text(self) -> str:
        """All of it below each other, to read and to copy."""
        return "\n\n".join(f"{one.title}\n{one.body}" for one in self.requests)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishState:
    """Attributes: `lines` say how it stands; `trouble` what is the matter, empty for nothing."""

    is_on: bool
    lines: tuple[str, ...]
    trouble: str
    busy: str
    can_cancel: bool
    remark: Remark | None
    is_form_open: bool
    payload: PayloadState | None
    asks_off: bool
    url: str = ""
    groups: frozenset[Group] = frozenset()
    address_note: str = ""


def publish_state(situation: PublishSituation, wording: Wording) -> PublishState | None:
    """None until it was read."""
    status = situation.status
    if status is None and not situation.trouble:
        return None
    consent = status.consent if status else None
    act, wanted = situation.act, _wanted(status)
    return PublishState(
        is_on=consent is not None,
        lines=tuple(_lines(status, wording)) if status else (),
        trouble=_trouble(situation, wording),
        busy=wording.say(_BUSY[act]) if act else "",
        can_cancel=act in {PublishAct.AGREE, PublishAct.SEND},
        remark=situation.remark,
        is_form_open=situation.is_form_open,
        payload=_payload(situation, consent, wording),
        asks_off=situation.asks_off,
        url=wanted.url if wanted else "",
        groups=wanted.groups if wanted else frozenset(),
        address_note=wording.say(texts.FIXED) if _is_fixed(status) else "",
    )


def _wanted(status: Status | None) -> Consent | Proposal | None:
    """What the form begins with: an address that must be, what was agreed to, or is proposed."""
    if status is None:
        return None
    return (status.proposal if _is_fixed(status) else None) or status.consent or status.proposal


def _is_fixed(status: Status | None) -> bool:
    return status is not None and status.proposal is not None and status.proposal.is_fixed


def offer_of(url: str, groups: frozenset[Group]) -> Offer:
    """What may be agreed to. Raises `RefusedError`."""
    address = checked_url(url)
    if not groups:
        raise RefusedError(NOTHING_CHOSEN)
    return Offer(url=address, groups=groups)


def sent_words(delivery: Delivery, wording: Wording) -> Remark:
    """What sending at once did."""
    say = wording.say
    if delivery.is_busy:
        return Remark(sentence=say(texts.BUSY))
    said = [_counted(delivery.sent, texts.SENT_NOW_NONE, texts.SENT_NOW_ONE, texts.SENT_NOW, say)]
    if delivery.refused:
        said.append(say(TROUBLES[Trouble.REFUSED]))
    if delivery.trouble:
        said.append(say(TROUBLES[delivery.trouble]))
    if delivery.sent == 0 and len(said) > 1:
        said = said[1:]
    return Remark(sentence=" ".join(said), is_bad=bool(delivery.refused or delivery.trouble))


def _lines(status: Status, wording: Wording) -> Iterator[str]:
    say, consent, tally = wording.say, status.consent, status.tally
    if consent is None:
        yield say(texts.OFF)
        if status.proposal is not None:
            yield say(texts.PROPOSED, place=place_of(status.proposal.url))
        return
    date = wording.short_date(consent.given_at)
    yield say(texts.ON, date=date, place=place_of(consent.url))
    groups = (inside_sentence(say(texts.GROUPS[one])) for one in Group if one in consent.groups)
    yield say(texts.SENDS, groups=joined(groups, say))
    yield say(texts.WITH_TOKEN if consent.has_token else texts.WITHOUT_TOKEN)
    yield _sent(tally, wording)
    yield _counted(tally.waiting, texts.WAITS_NONE, texts.WAITS_ONE, texts.WAITS, say)
    if tally.refused:
        yield _counted(tally.refused, "", texts.REFUSED_ONE, texts.REFUSED, say)
    if tally.dropped:
        yield _counted(tally.dropped, "", texts.DROPPED_ONE, texts.DROPPED, say)


def _sent(tally: Tally, wording: Wording) -> str:
    at = tally.last_sent_at
    if not tally.sent or at is None:
        return wording.say(texts.SENT_NONE)
    return wording.say(
        texts.SENT_ONE if tally.sent == 1 else texts.SENT_LAST,
        count=f"{tally.sent:,}",
        date=wording.short_date(at),
        clock=wording.clock(at),
    )


def _trouble(situation: PublishSituation, wording: Wording) -> str:
    status = situation.status
    if status is None or situation.trouble:
        return situation.trouble
    standing = status.standing
    if not standing.trouble:
        return ""
    said = wording.say(TROUBLES[standing.trouble])
    if standing.wait_until is None:
        return said
    return f"{said} {wording.say(texts.NEXT_TRY, clock=wording.clock(standing.wait_until))}"


def _payload(
    situation: PublishSituation, consent: Consent | None, wording: Wording
) -> PayloadState | None:
    preview, offer = situation.preview, situation.offer
    if preview is None:
        return None
    url = offer.url if offer else consent.url if consent else ""
    asks = offer is not None and bool(preview.drafts)
    title = texts.PAYLOAD_OF if Group.WEEK in preview.groups else texts.PAYLOAD_OF_REPORT
    return PayloadState(
        title=wording.say(title, place=place_of(url)),
        notes=tuple(_notes(preview, wording)),
        requests=tuple(_requests(preview, wording)),
        consent=wording.say(texts.CONSENT, place=place_of(url)) if asks else "",
    )


def _notes(preview: Preview, wording: Wording) -> Iterator[str]:
    say = wording.say
    if not preview.has_report:
        yield say(texts.NO_REPORT)
    if Group.WEEK in preview.groups and not preview.has_week:
        yield say(texts.NO_WEEK)
    if preview.waiting:
        count = len(preview.waiting)
        yield _counted(count, "", texts.WAITS_ALREADY_ONE, texts.WAITS_ALREADY, say)


def _requests(preview: Preview, wording: Wording) -> Iterator[RequestState]:
    total = str(len(preview.drafts))
    for number, draft in enumerate(preview.drafts, 1):
        yield RequestState(
            title=wording.say(
                texts.REQUEST, number=str(number), total=total, path=path_of(draft.signal)
            ),
            body=_pretty(draft.document),
        )
    for message in preview.waiting:
        yield RequestState(
            title=wording.say(texts.WAITING_REQUEST, path=path_of(message.signal)),
            body=_pretty(json.loads(message.document)),
        )


def _pretty(document: object) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False)


def _counted(count: int, none: str, one: str, many: str, say: Say) -> str:
    sentence = none if count == 0 else one if count == 1 else many
    return say(sentence, count=f"{count:,}")
