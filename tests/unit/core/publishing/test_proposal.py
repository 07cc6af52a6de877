"""What an organization may write in beforehand for who publishes, and what it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.publishing import CTX, URL, PublishingDesk
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.document import status_document
from workspace_assistant.core.publishing.model import OF_REPORTS, Group, Proposal
from workspace_assistant.core.publishing.proposal import (
    GROUPS,
    proposal_faults,
    proposed,
)
from workspace_assistant.core.publishing.proposal import (
    URL as NAME,
)
from workspace_assistant.core.settings.managed import PROPOSALS

FIXED = Proposal(url=URL, is_fixed=True)


def test_settings_and_publishing_know_the_same_names() -> None:
    assert {NAME, GROUPS} == PROPOSALS


def test_an_address_is_proposed_with_groups_or_without() -> None:
    assert proposed({}, {}) is None
    assert proposed({GROUPS: "week"}, {}) is None
    assert proposed({NAME: f"{URL}/"}, {}) == Proposal(url=URL)
    found = proposed({NAME: URL, GROUPS: "Verdicts, numbers"}, {})
    assert found == Proposal(url=URL, groups=frozenset({Group.VERDICTS, Group.NUMBERS}))


def test_a_locked_address_goes_before_a_preset_one() -> None:
    assert proposed({NAME: "https://other.example"}, {NAME: URL}) == FIXED


@pytest.mark.parametrize(
    ("preset", "lock", "name", "sentence"),
    [
        ({NAME: "http://collector.example"}, {}, NAME, texts.NOT_SECURE),
        ({}, {NAME: "https://me:secret@collector.example"}, NAME, texts.NO_SIGN_IN),
        ({GROUPS: "verdicts, all"}, {}, GROUPS, texts.NO_GROUP),
        ({GROUPS: " , "}, {}, GROUPS, texts.NO_GROUP),
        ({}, {GROUPS: "verdicts"}, GROUPS, texts.GROUPS_ARE_OWN),
    ],
)
def test_what_nobody_could_agree_to_is_named(
    preset: dict[str, str], lock: dict[str, str], name: str, sentence: str
) -> None:
    ((found, fault),) = proposal_faults(preset, lock)
    assert (found, fault.sentence) == (name, sentence)


def test_what_is_right_has_no_fault() -> None:
    values = {NAME: URL, GROUPS: "verdicts,week", "language": "de"}
    assert list(proposal_faults(values, {NAME: URL})) == []


def test_a_proposal_is_no_consent(tmp_path: Path) -> None:
    desk = PublishingDesk(tmp_path)
    desk.proposal = FIXED
    desk.check(1)
    assert desk.service.deliver(CTX, at_once=True).sent == 0
    assert desk.service.attend(CTX) is None
    document = status_document(desk.service.status())
    assert (document["is_on"], document["url"]) == (False, None)
    assert document["proposed"] == {"url": URL, "groups": [], "is_fixed": True}


def test_where_the_address_is_fixed_nothing_goes_elsewhere(tmp_path: Path) -> None:
    desk = PublishingDesk(tmp_path)
    desk.proposal = FIXED
    desk.check(1)
    with pytest.raises(RefusedError) as refused:
        desk.service.agree("https://other.example", OF_REPORTS, "", CTX)
    assert refused.value.phrase.sentence == texts.ADDRESS_IS_FIXED
    assert desk.service.status().consent is None
    consent, _ = desk.service.agree(f"{URL}/", OF_REPORTS, "", CTX)
    assert consent.url == URL


def test_a_proposed_address_can_be_another_one(tmp_path: Path) -> None:
    desk = PublishingDesk(tmp_path)
    desk.proposal = Proposal(url=URL)
    desk.check(1)
    consent, _ = desk.service.agree("https://other.example", OF_REPORTS, "", CTX)
    assert consent.url == "https://other.example"
