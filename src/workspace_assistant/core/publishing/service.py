"""Publishing: the person's consent, what is collected for it, and the sending of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import checked_url
from workspace_assistant.core.publishing.model import (
    Consent,
    Delivery,
    Draft,
    Group,
    Message,
    Preview,
    Proposal,
    Status,
    Trouble,
)
from workspace_assistant.core.publishing.payload import Sender, report_drafts, week_drafts
from workspace_assistant.core.publishing.ports import (
    Outbox,
    Receiver,
    ReceiverError,
    TokenError,
    Tokens,
    Weeks,
)
from workspace_assistant.core.publishing.rules import Judged, after_failure, due_at, judged

# Of a week that ends on Monday morning the log is put right on Monday.
_WEEK_SETTLES = timedelta(days=1)
_REPORTS_AT_ONCE = 50
SHOWN_WAITING = 20
# In a preview before there is a consent.
NO_INSTANCE = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingService:
    """Everything may raise `StoreUnavailableError`. What takes a `JobContext` runs in a job.

    Attributes:
        turn: whether this program alone sends now; nobody waits for it.
        jitter: a random number from 0 to 1.
        new_id: a random id.
        proposal: what the person's organization wrote in beforehand, as it stands now.
        steady_s: a clock that nobody sets.
    """

    outbox: Outbox
    receiver: Receiver
    tokens: Tokens
    weeks: Weeks
    turn: Callable[[], AbstractContextManager[bool]]
    now: Callable[[], datetime]
    steady_s: Callable[[], float]
    jitter: Callable[[], float]
    new_id: Callable[[], str]
    app_version: str
    proposal: Callable[[], Proposal | None] = lambda: None

    def status(self) -> Status:
        return Status(
            consent=self.outbox.consent(),
            standing=self.outbox.standing(),
            tally=self.outbox.tally(),
            proposal=self.proposal(),
        )

    def preview(self, groups: frozenset[Group] | None = None) -> Preview:
        """By *groups*, else by what was agreed to, else of all. What waits is shown as it waits."""
        consent = self.outbox.consent()
        chosen = groups or (consent.groups if consent else frozenset(Group))
        instance_id = consent.instance_id if consent else NO_INSTANCE
        sender = self._sender(chosen, instance_id)
        report = self.outbox.last_report()
        reports = report_drafts(report, sender) if report else ()
        weeks = self._last_week(sender)
        return Preview(
            groups=chosen,
            drafts=(*reports, *weeks),
            has_report=bool(reports),
            has_week=bool(weeks),
            waiting=self.outbox.waiting(SHOWN_WAITING),
        )

    def agree(
        self, url: str, groups: frozenset[Group], token: str, ctx: JobContext
    ) -> tuple[Consent, int]:
        """The consent, and how many messages made under another one were discarded.

        Those are kept only where no group of fields was taken back. An empty token is none.
        Raises `RefusedError` and `TokenError`, and changes nothing then.
        """
        address = self._allowed(url)
        if not groups:
            raise RefusedError(texts.NOTHING_CHOSEN)
        if not self.preview(groups).drafts:  # nobody agrees to what they cannot see
            raise RefusedError(texts.NOTHING_TO_SHOW)
        before = self.outbox.consent()
        if token:
            self.tokens.keep(address, token, ctx)
        consent = Consent(
            url=address,
            groups=groups,
            has_token=bool(token),
            instance_id=before.instance_id if before else self.new_id(),
            given_at=self.now(),
        )
        keeps = before is not None and before.groups <= groups
        discarded = self.outbox.begin(consent, keeps_waiting=keeps)
        if before and before.has_token and (before.url != address or not token):
            with suppress(TokenError):  # it opens nothing that is asked any more
                self.tokens.forget(before.url, ctx)
        return consent, discarded

    def _allowed(self, url: str) -> str:
        address, proposal = checked_url(url), self.proposal()
        if proposal is not None and proposal.is_fixed and address != proposal.url:
            raise RefusedError(texts.ADDRESS_IS_FIXED, url=proposal.url)
        return address

    def withdraw(self, ctx: JobContext) -> int:
        """Nothing more goes out; how many messages were discarded.

        Raises `RefusedError` where nothing was agreed to, and `TokenError` where the token stays in
        the keyring; nothing is published then all the same.
        """
        before = self.outbox.consent()
        if before is None:
            raise RefusedError(texts.IS_OFF)
        discarded = self.outbox.end()
        if before.has_token:
            self.tokens.forget(before.url, ctx)
        return discarded

    def attend(self, ctx: JobContext, within_s: float = 20.0) -> datetime | None:
        """One round of the job that attends to shifts; when it wants the next, or None."""
        return self.deliver(ctx, within_s=within_s).next_at

    def deliver(
        self, ctx: JobContext, *, at_once: bool = False, within_s: float | None = None
    ) -> Delivery:
        """Collects what is new, and sends what waits, until it is *within_s* late.

        With *at_once* it does not wait until it is due, and tries what was refused again.
        """
        if self.outbox.consent() is None:
            return Delivery()
        with self.turn() as is_ours:
            if not is_ours:
                return Delivery(is_busy=True)
            self._collect(ctx)
            if at_once:
                self.outbox.take_up_refused()
            return self._deliver(ctx, at_once=at_once, within_s=within_s)

    def _deliver(self, ctx: JobContext, *, at_once: bool, within_s: float | None) -> Delivery:
        started_s, sent, refused = self.steady_s(), 0, 0
        token: tuple[str, str] | None = None
        due = due_at(self.outbox.standing(), self.now())
        while message := self.outbox.next_message():
            ctx.checkpoint()
            consent = self.outbox.consent()  # it may be taken back meanwhile
            is_late = within_s is not None and self.steady_s() - started_s >= within_s
            if consent is None or is_late or (due > self.now() and not at_once):
                return Delivery(sent=sent, refused=refused, next_at=due)
            if token is None or token[0] != consent.url:
                found = self._token(consent, ctx)
                if found is None:
                    trouble = Judged(trouble=Trouble.TOKEN_MISSING)
                    return self._put_off(None, trouble, sent, refused)
                token = (consent.url, found)
            answer = self._sent(consent, token[1], message, ctx)
            if answer.is_of_message:
                self.outbox.refuse(message.number, answer.trouble)
                refused += 1
            elif answer.trouble:
                return self._put_off(message, answer, sent, refused)
            else:
                self.outbox.done(message.number, self.now())
                sent += 1
        return Delivery(sent=sent, refused=refused)

    def _put_off(self, message: Message | None, found: Judged, sent: int, refused: int) -> Delivery:
        standing = after_failure(self.outbox.standing(), found, self.now(), self.jitter())
        self.outbox.put_off(message.number if message else None, standing)
        return Delivery(
            sent=sent, refused=refused, trouble=found.trouble, next_at=standing.wait_until
        )

    def _token(self, consent: Consent, ctx: JobContext) -> str | None:
        try:
            return self.tokens.find(consent.url, ctx) if consent.has_token else ""
        except TokenError:
            return None

    def _sent(self, consent: Consent, token: str, message: Message, ctx: JobContext) -> Judged:
        try:
            reply = self.receiver.send(consent.url, token, message, ctx)
        except ReceiverError as error:
            return Judged(trouble=error.trouble)
        return judged(reply, self.now())

    def _collect(self, ctx: JobContext) -> None:
        """Puts what is new into the outbox: once for each report and week."""
        while consent := self.outbox.consent():
            ctx.checkpoint()
            reports = self.outbox.reports_to_send(_REPORTS_AT_ONCE)
            sender = self._sender(consent.groups, consent.instance_id)
            for report in reports:
                self.outbox.put(report.id, report_drafts(report, sender), self.now())
            if len(reports) < _REPORTS_AT_ONCE:
                if Group.WEEK in consent.groups:
                    self._collect_weeks(consent, sender)
                return

    def _collect_weeks(self, consent: Consent, sender: Sender) -> None:
        names = self.weeks.names_since(consent.given_at, self.now() - _WEEK_SETTLES)
        ids = {name: week_id(consent.instance_id, name) for name in names}
        new = self.outbox.not_put(ids.values())
        for name, report_id in ids.items():
            if report_id in new:
                drafts = week_drafts(self.weeks.week(name), report_id, sender)
                self.outbox.put(report_id, drafts, self.now(), is_week=True)

    def _last_week(self, sender: Sender) -> tuple[Draft, ...]:
        if Group.WEEK not in sender.groups:
            return ()
        name = self.weeks.last_name(self.now())
        report_id = week_id(sender.instance_id, name)
        return week_drafts(self.weeks.week(name), report_id, sender)

    def _sender(self, groups: frozenset[Group], instance_id: str) -> Sender:
        return Sender(app_version=self.app_version, instance_id=instance_id, groups=groups)


def week_id(instance_id: str, name: str) -> str:
    """The same whenever it is asked for: a week has no id of its own."""
    return str(uuid5(NAMESPACE_URL, f"workspace-assistant/{instance_id}/{name}"))
