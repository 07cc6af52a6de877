"""The JSON documents of tips."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from tests.fakes.tips import NOON, PETS, SOURCE, TipsDesk, a_moment, a_tip, an_offer, facts_of
from workspace_assistant.core.tips.choosing import choose
from workspace_assistant.core.tips.document import catalog_document, tips_document
from workspace_assistant.core.tips.model import Answer, Grade

PET, IDEA = a_tip("pets"), a_tip("idea", "microphone.snr < 15", grade=Grade.IDEA)
FACT = {"name": "interruptions.pet.week", "value": 4, "text": "interruptions.pet.week is 4."}
PET_DOCUMENT = {
    "id": "pets",
    "topic": "noise",
    "topic_text": "Noise",
    "text": "Do pets.",
    "trigger": "interruptions.pet.week >= 2",
    "grade": "B",
    "grade_text": "One study",
    "source": {
        "title": SOURCE.title,
        "by": SOURCE.by,
        "year": SOURCE.year,
        "url": SOURCE.url,
    },
    "cooldown_days": 7,
}


def test_what_is_chosen() -> None:
    document = tips_document(choose([PET], PETS, [], a_moment()), None)
    assert document == {
        "schema": "workspace-assistant/tips/1",
        "chosen": PET_DOCUMENT,
        "reason": "fits",
        "reason_text": "It fits what was measured or logged.",
        "facts": [FACT],
        "held_back": None,
        "may_come_at": None,
        "in_call": False,
        "last": None,
    }


def test_a_silence_and_when_it_ends() -> None:
    choice = choose([PET], PETS, [an_offer("other", NOON, "before")], a_moment())
    document = tips_document(choice, None)
    assert (document["chosen"], document["reason"]) == (None, "once-an-hour")
    assert document["held_back"] == "pets"
    assert document["may_come_at"] == (NOON + timedelta(hours=1)).isoformat()


def test_the_reason_of_each_tip() -> None:
    facts = {**PETS, **facts_of(microphone__snr=None)}
    choice = choose([PET, IDEA], facts, [], a_moment())
    whys = tips_document(choice, None, with_whys=True)["why"]
    assert isinstance(whys, list)
    first, second = whys
    assert (first["id"], first["stand"], first["facts"]) == ("pets", "chosen", [FACT])
    assert (second["stand"], second["reason"]) == ("not-known", "facts-missing")
    assert second["unknown"] == [
        {"name": "microphone.snr", "reason": "never-measured", "text": "No microphone.snr yet."}
    ]


def test_the_last_one_and_the_catalog() -> None:
    desk = TipsDesk(catalog=(PET, replace(IDEA, cooldown_days=30)))
    service = desk.service()
    service.offer()
    before = tips_document(service.why(), service.last())["last"]
    assert isinstance(before, dict)
    assert (before["at"], before["answer"], before["is_current"]) == (NOON.isoformat(), None, True)
    assert before["facts"] == [FACT]
    service.answer("pets", Answer.DOES_NOT_APPLY)
    after = tips_document(service.why(), service.last())["last"]
    assert isinstance(after, dict)
    assert (after["answer"], after["is_current"]) == ("does-not-apply", False)
    document = catalog_document(service.listed())
    assert document["schema"] == "workspace-assistant/tips-catalog/1"
    assert document["tips"] == [
        {
            **PET_DOCUMENT,
            "offered_at": NOON.isoformat(),
            "times_offered": 1,
            "answer": "does-not-apply",
            "is_put_away": True,
        },
        {
            **PET_DOCUMENT,
            "id": "idea",
            "text": "Do idea.",
            "trigger": "microphone.snr < 15",
            "grade": "D",
            "grade_text": "Idea",
            "source": None,
            "cooldown_days": 30,
            "offered_at": None,
            "times_offered": 0,
            "answer": None,
            "is_put_away": False,
        },
    ]
    assert json.loads(json.dumps(document)) == document
