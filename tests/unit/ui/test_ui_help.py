"""The help has a text for each page and finds them by their words."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.ui.help.view_state import TOPIC_NAMES, Topic, help_state
from workspace_assistant.ui.page_names import PageName

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "help"
TOPICS = (
    Topic(name="one", text="# Breaks\n\nA break after work. The break counts.\n"),
    Topic(name="two", text="# Shifts\n\nBefore a shift. No break.\n"),
)


def test_without_a_search_the_wanted_topic_is_shown() -> None:
    state = help_state(TOPICS, "two")
    assert state.found == ("one", "two")
    assert state.shown is TOPICS[1]
    assert help_state(TOPICS, "unknown").shown is TOPICS[0]
    assert help_state((), "one").shown is None


def test_a_search_finds_what_has_every_word_and_shows_the_best() -> None:
    assert help_state(TOPICS, "", "break").shown is TOPICS[0]
    assert help_state(TOPICS, "", "SHIFT break").found == ("two",)
    assert help_state(TOPICS, "two", "break").shown is TOPICS[1]
    nothing = help_state(TOPICS, "one", "break lunch")
    assert (nothing.found, nothing.shown) == ((), None)


def test_every_page_has_its_text_and_every_text_its_title() -> None:
    assert {one.stem for one in FOLDER.glob("*.md")} == set(TOPIC_NAMES)
    assert {name.value for name in PageName} - {"help"} <= set(TOPIC_NAMES)
    for name in TOPIC_NAMES:
        topic = Topic(name=name, text=(FOLDER / f"{name}.md").read_text("utf-8"))
        assert topic.text.startswith("# ")
        assert topic.title
        assert topic.body
        assert not topic.body.startswith(("#", "\n"))
        assert topic.text.endswith(topic.body)
        assert len(topic.text) < 2500
        assert "](" not in topic.text  # no link is followed
