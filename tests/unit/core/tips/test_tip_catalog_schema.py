"""The schema of the catalog: what is refused, where, and all of it at once."""

from __future__ import annotations

import pytest

from workspace_assistant.core.tips.catalog import CatalogError, read_catalog
from workspace_assistant.core.tips.condition import Comparison
from workspace_assistant.core.tips.model import Grade, Source, Tip

SOURCE = {"title": "A study", "by": "Somebody", "year": 2020, "url": "https://doi.org/10.1/2"}
GOOD = {
    "id": "pets-first",
    "text": "Feed your pet.",
    "trigger": "interruptions.pet.week >= 2",
    "grade": "B",
    "source": SOURCE,
}


def entry(**changes: object) -> dict[str, object]:
    """The good one with changes; what is set to None is left out."""
    return {key: value for key, value in {**GOOD, **changes}.items() if value is not None}


def faults(*entries: object, topic: str = "noise", **document: object) -> tuple[str, ...]:
    with pytest.raises(CatalogError) as raised:
        read_catalog({topic: {"schema": 1, "tip": list(entries), **document}})
    assert str(raised.value) == "\n".join(raised.value.faults)
    return raised.value.faults


def test_a_tip_is_read() -> None:
    assert read_catalog({"noise": {"schema": 1, "tip": [GOOD]}}) == (
        Tip(
            id="pets-first",
            topic="noise",
            text="Feed your pet.",
            condition="interruptions.pet.week >= 2",
            trigger=Comparison("interruptions.pet.week", ">=", 2),
            grade=Grade.STUDY,
            source=Source(title="A study", by="Somebody", year=2020, url="https://doi.org/10.1/2"),
            cooldown_days=7,
        ),
    )


def test_an_idea_needs_no_source_and_may_wait_longer() -> None:
    idea = entry(grade="D", source=None, cooldown_days=30)
    (tip,) = read_catalog({"desk": {"schema": 1, "tip": [idea]}})
    assert (tip.grade, tip.source, tip.cooldown_days) == (Grade.IDEA, None, 30)


def test_a_page_of_an_official_body_may_have_no_year() -> None:
    page = {**SOURCE, "url": "https://www.hse.gov.uk/msd/dse/"}
    page.pop("year")
    (tip,) = read_catalog({"desk": {"schema": 1, "tip": [entry(source=page)]}})
    assert tip.source is not None
    assert tip.source.year is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"trigger": None}, "trigger: is missing"),
        ({"trigger": "pets >"}, "trigger: character 7: expected a number, found the end"),
        ({"trigger": "dogs.week > 1"}, "trigger: there is no fact “dogs.week”"),
        ({"trigger": 5}, "trigger: must be words"),
        ({"grade": None}, "grade: is missing"),
        ({"grade": "E"}, "grade: must be one of A, B, C, D"),
        ({"grade": "E", "source": None}, "grade: must be one of A, B, C, D"),
        ({"source": None}, "source: is missing: only an idea (grade D) has none"),
        ({"source": "a study"}, "source: is missing: only an idea (grade D) has none"),
        ({"grade": "D"}, "source: an idea has none; with one it is graded A, B or C"),
        ({"id": "Pets"}, "id: must be words of small letters with hyphens between"),
        ({"text": None}, "text: is missing"),
        ({"text": " Feed your pet."}, "text: must be words"),
        ({"text": "Feed your pet"}, "text: one or two whole sentences"),
        ({"text": "Stop. Look. Listen."}, "text: one or two whole sentences"),
        ({"text": "Feed your pet. Now"}, "text: one or two whole sentences"),
        ({"text": "Feed your pet! Now."}, "text: without exclamation marks"),
        ({"text": "Feed your {pet}."}, "text: without braces"),
        ({"text": f"{'Feed ' * 50}your pet."}, "text: longer than 240 characters"),
        ({"cooldown_days": 6}, "cooldown_days: must be a number from 7 to 365"),
        ({"cooldown_days": 7.0}, "cooldown_days: must be a number from 7 to 365"),
        ({"weight": 5}, "weight: is not known here"),
    ],
)
def test_a_fault_of_a_tip(changes: dict[str, object], fault: str) -> None:
    name = str(changes.get("id", "pets-first"))
    assert faults(entry(**changes)) == (f"noise: {name}: {fault}",)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": None}, "title: is missing"),
        ({"by": ""}, "by: must be words"),
        ({"year": None}, "year: must be a year from 1950 to 2100"),
        ({"year": 1949}, "year: must be a year from 1950 to 2100"),
        ({"year": True}, "year: must be a year from 1950 to 2100"),
        ({"pages": "1-2"}, "pages: is not known here"),
        ({"url": None}, "url: is missing"),
    ],
)
def test_a_fault_of_a_source(changes: dict[str, object], fault: str) -> None:
    source = {key: value for key, value in {**SOURCE, **changes}.items() if value is not None}
    assert faults(entry(source=source)) == (f"noise: pets-first: source: {fault}",)


@pytest.mark.parametrize(
    "url",
    [
        "http://doi.org/10.1/2",
        "https://doi.org",
        "https://doi.org/",
        "https://example.com/doi.org/10.1/2",
        "https://notdoi.org/10.1/2",
        "https://doi.org.example.com/10.1/2",
        "https://[doi.org/10.1/2",
        "doi:10.1/2",
    ],
)
def test_no_source_but_the_paper_itself_or_an_official_body(url: str) -> None:
    (fault,) = faults(entry(source={**SOURCE, "url": url}))
    assert fault.startswith("noise: pets-first: source: url: must be https, of one of doi.org, ")


def test_hosts_below_an_official_one_are_its_own() -> None:
    source = {**SOURCE, "url": "https://iris.who.int/handle/1"}
    assert len(read_catalog({"noise": {"schema": 1, "tip": [entry(source=source)]}})) == 1


def test_all_faults_of_all_files_at_once() -> None:
    documents = {
        "noise": {"schema": 1, "tip": [entry(grade="E"), entry(id=None, text="No")]},
        "desk": {"schema": 2, "tip": [entry(id="desk-up")], "author": "me"},
        "cats": {"tip": "none"},
    }
    with pytest.raises(CatalogError) as raised:
        read_catalog(documents)
    noise = ["noise: pets-first: grade", "noise: tip 2: id", "noise: tip 2: text"]
    desk = ["desk: schema", "desk: author"]
    cats = ["cats: no topic; choose from noise", "cats: schema", "cats: tip: must be sections"]
    found = raised.value.faults
    places = [*noise, *desk, *cats]
    assert len(found) == len(places)
    assert all(fault.startswith(place) for fault, place in zip(found, places, strict=True))


def test_the_id_of_a_tip_is_its_own_in_all_files() -> None:
    documents = {"noise": {"schema": 1, "tip": [GOOD]}, "desk": {"schema": 1, "tip": [GOOD]}}
    with pytest.raises(CatalogError, match="desk: pets-first: id: another tip has it"):
        read_catalog(documents)


@pytest.mark.parametrize("schema", [None, True, 1.0, "1", 2])
def test_another_schema_is_refused(schema: object) -> None:
    assert faults(GOOD, schema=schema) == ("noise: schema: must be 1",)


def test_tips_that_are_no_sections() -> None:
    assert faults("pets") == ("noise: tip: must be sections [[tip]]",)
