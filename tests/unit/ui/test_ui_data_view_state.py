"""What the page Your data says: headline, place, backups, kinds, what would go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.data_page import NOW, DataWorld, a_backup, some_contents
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.data_keeping.model import BackupReason, Contents, DataKind, KindCount
from workspace_assistant.core.data_keeping.place import Place
from workspace_assistant.core.errors import LockedStoreError, StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data import erase_state, keep_state
from workspace_assistant.ui.data.backups_state import backups_state
from workspace_assistant.ui.data.jobs import look, told
from workspace_assistant.ui.data.situation import Act, Card, Remark, Seen, Shortening, Situation
from workspace_assistant.ui.data.sizes import size_words
from workspace_assistant.ui.data.view_state import (
    HeroAct,
    export_busy,
    hero_state,
    news,
    place_state,
)

WORDS = EnglishWording()
CTX = JobContext(lambda _: None)


def seen(world: DataWorld) -> Seen:
    found = look(world.services, WORDS, CTX).result
    assert found is not None
    return found


def situation(**changes: object) -> Situation:
    known = Situation(seen=seen(DataWorld()))
    return replace(known, **changes)  # type: ignore[arg-type]  # fields by name


def test_the_headline_is_the_last_backup() -> None:
    shown = hero_state(situation(), None, WORDS)
    assert shown.headline == "The last backup is of 22/11/2026, 08:30"
    assert "Nothing is sent to anybody" in shown.sentence
    assert (shown.act, shown.can_act) == (HeroAct.BACK_UP, True)
    assert not hero_state(situation(act=Act.EXPORT), None, WORDS).can_act


def test_who_publishes_is_told_where_it_goes() -> None:
    world = DataWorld()
    world.publish()
    sentence = hero_state(situation(), world.status.consent, WORDS).sentence
    assert "goes to collector.example.com:4318 as well" in sentence
    assert "Nothing is sent" not in sentence


def test_before_and_without_anything() -> None:
    assert hero_state(Situation(), None, WORDS).headline == "Looking at your data"
    assert place_state(Situation(), WORDS) is None
    assert backups_state(Situation(), WORDS) is None
    assert keep_state.keep_state(Situation(), WORDS) is None
    assert erase_state.erase_state(Situation(), WORDS) is None
    world = DataWorld()
    world.backups.clear()
    world.elsewhere = ()
    new = Situation(seen=seen(world))
    assert hero_state(new, None, WORDS).headline == "There is no backup yet"
    shown = backups_state(new, WORDS)
    assert shown is not None
    assert shown.empty == "None yet. The first is made by itself within a day."
    assert (shown.rows, shown.more, shown.elsewhere) == ((), "", "")


def test_what_cannot_be_read_says_why() -> None:
    shown = hero_state(Situation(trouble="The disk failed."), None, WORDS)
    assert (shown.headline, shown.sentence) == ("Your data cannot be read now", "The disk failed.")
    assert shown.act == HeroAct.TRY_AGAIN
    known = replace(seen(DataWorld()), contents=None, trouble="It is locked.")
    assert hero_state(Situation(seen=known), None, WORDS).sentence == "It is locked."
    place = place_state(Situation(seen=known), WORDS)
    assert place is not None
    assert place.entries == ""


def test_a_damaged_database_offers_the_newest_good_backup() -> None:
    world = DataWorld()
    world.is_damaged = True
    damaged = Situation(seen=seen(world))
    shown = hero_state(damaged, None, WORDS)
    assert shown.headline == "The database is damaged"
    assert "2026-11-21T083000.000Z-automatic.zip is the newest backup" in shown.sentence
    assert shown.act == HeroAct.LOOK_INSIDE

    world.backups.clear()
    none = hero_state(Situation(seen=seen(world)), None, WORDS)
    assert none.act == HeroAct.NONE
    assert "choose its file below" in none.sentence


def test_locked_data_asks_for_the_recovery_key() -> None:
    def locked() -> Contents:
        raise LockedStoreError("The key is not in the keyring.")

    services = replace(DataWorld().services, contents=locked)
    known = look(services, WORDS, CTX).result
    shown = hero_state(Situation(seen=known), None, WORDS)
    assert shown.act == HeroAct.ENTER_KEY
    assert "its key is not here" in shown.headline
    assert shown.sentence == "The key is not in the keyring."


def test_a_store_that_is_locked_is_not_damaged() -> None:
    def locked() -> None:
        raise StoreUnavailableError("It is locked.")

    services = replace(DataWorld().services, contents=locked)  # type: ignore[arg-type]  # it raises
    found = look(services, WORDS, CTX).result
    assert found is not None
    assert (found.is_damaged, found.trouble) == (False, "It is locked.")

    def full() -> None:
        raise OSError("No space left on device")

    assert told(full, WORDS).trouble == "No space left on device"


def test_where_it_lies_and_how_large_it_is() -> None:
    remark = Remark(sentence="No program here opens folders.", is_bad=True)
    shown = place_state(situation(remarks={Card.PLACE: remark}), WORDS)
    assert shown is not None
    assert shown.path == "/home/you/.local/share/workspace-assistant"
    assert shown.sizes == "Database 18.4 MB, backups beside it 29.3 MB."
    assert shown.entries == "124,561 entries are in the database."
    assert shown.remark == remark
    one = KindCount(kind=DataKind.BLOCKS, rows=1)
    place = Place(data_dir="/d", database_bytes=1, backups_bytes=0)
    known = replace(seen(DataWorld()), contents=replace(some_contents(), kinds=(one,)), place=place)
    small = place_state(Situation(seen=known), WORDS)
    assert small is not None
    assert small.entries == "1 entry is in the database."
    assert small.sizes == "Database 1 kB, backups beside it 0 kB."
    assert size_words(999_000, WORDS) == "999 kB"


def test_what_runs_and_what_is_new() -> None:
    assert export_busy(situation(), WORDS) == ""
    assert export_busy(situation(act=Act.EXPORT), WORDS).startswith("Writing everything")
    said = situation(remarks={Card.EXPORT: Remark(sentence="2 files are in /x.")})
    assert news(situation(), said) is Card.EXPORT
    assert news(said, said) is None
    busy = hero_state(situation(act=Act.BACK_UP), None, WORDS)
    assert busy.sentence.startswith("Making a backup")


def test_each_backup_says_when_why_how_large_and_whether_it_is_whole() -> None:
    shown = backups_state(situation(shows_all_backups=True), WORDS)
    assert shown is not None
    assert [one.detail for one in shown.rows] == [
        "Automatic, 4.2 MB. Verified.",
        "Automatic, 4.2 MB. Verified.",
        "Made by you, 4.2 MB. Verified.",
        "Automatic, 4.2 MB. Cannot be read.",
        "Before a restore, 4.2 MB. Verified.",
        "Before an update, 4.2 MB. The database alone.",
        "Automatic, 4.2 MB. Verified.",
    ]
    assert shown.rows[0].told == "Look at the backup of 22/11/2026, 08:30, and restore it"
    assert shown.more == "Show the newest alone"
    few = backups_state(situation(act=Act.BACK_UP), WORDS)
    assert few is not None
    assert (len(few.rows), few.more) == (5, "Show all 7 backups")
    assert few.elsewhere == "Elsewhere, made by you: /media/stick/work.zip"
    assert few.busy.startswith("Making a backup")
    assert few.can_cancel


def test_a_restore_says_what_it_would_bring_and_what_would_be_gone() -> None:
    preview = DataWorld().preview_of("/b.zip")
    shown = backups_state(situation(preview=preview), WORDS, is_published=True)
    assert shown is not None
    assert shown.preview is not None
    assert shown.preview.title == "Restore the backup of 21/11/2026, 08:30?"
    assert shown.preview.loses
    inside, files, *rest = shown.preview.lines
    assert inside.startswith("In it: readiness checks (212), focus blocks (1,840), ")
    assert files == "Your choices and your profile become those of then."
    assert rest == [
        "Focus blocks: 1,840 now, 1,822 then; 18 would be gone, 2 as they were.",
        "Shifts: 246 now, 246 then; 3 would be as they were.",
        "Breaks: 2,318 now, 2,290 then; 28 would be gone.",
        "A backup of what is there now is made first, so that you can come back to it.",
        "Publishing to your employer is off afterwards, until you agree to it anew.",
    ]


def test_a_bare_and_empty_copy_that_loses_nothing() -> None:
    world = DataWorld()
    bare = replace(
        world.preview_of("/b.bak"),
        files=None,
        differences=(),
        contents=replace(some_contents(), kinds=()),
    )
    shown = backups_state(situation(preview=bare), WORDS)
    assert shown is not None
    assert shown.preview is not None
    assert shown.preview.title == "Restore this copy of the database?"
    assert shown.preview.lines[:3] == (
        "There is no entry in it.",
        "Your choices and your profile stay as they are.",
        "No entry of now would be lost.",
    )
    world.is_damaged = True
    damaged = backups_state(situation(preview=world.preview_of("/b.zip")), WORDS)
    assert damaged is not None
    assert damaged.preview is not None
    assert "cannot be compared" in damaged.preview.lines[2]
    assert damaged.preview.loses


@pytest.mark.parametrize(
    ("age", "words"),
    [
        ("forever", "Always"),
        ("1y", "1 year"),
        ("2y", "2 years"),
        ("90d", "90 days"),
        ("60 w", "60 weeks"),
    ],
)
def test_ages_in_words(age: str, words: str) -> None:
    assert keep_state.age_words(age, WORDS) == words


def test_every_kind_says_what_is_held_and_for_how_long() -> None:
    world = DataWorld()
    world.ages[DataKind.BREAKS] = "400d"
    closed = keep_state.keep_state(Situation(seen=seen(world)), WORDS)
    assert closed is not None
    assert (closed.kinds, closed.summary) == ((), "Not kept for ever: Breaks (400 days).")
    shown = keep_state.keep_state(Situation(seen=seen(world), shows_kinds=True), WORDS)
    assert shown is not None
    by_kind = {one.kind: one for one in shown.kinds}
    assert set(by_kind) == set(DataKind)
    assert by_kind[DataKind.BREAKS].ages[-1] == ("400d", "400 days")
    assert by_kind[DataKind.BREAKS].choice == "Keep Breaks"
    assert by_kind[DataKind.LINE_MINUTES].ages[1] == ("30d", "30 days")
    blocks = by_kind[DataKind.BLOCKS]
    assert (blocks.ages, blocks.reason) == (
        (),
        "Always kept: they and their change log are one story.",
    )
    assert blocks.held == "1,840 entries, 17/11/2025 to 22/11/2026"
    assert by_kind[DataKind.CALL_LEVELS].held == "None yet"
    assert by_kind[DataKind.SELF_CHECKS].held == "1 entry, of 17/11/2025"
    undated = [KindCount(kind=DataKind.CALENDARS, rows=rows) for rows in (1, 2)]
    assert [keep_state.held_words(one, WORDS) for one in undated] == ["1 entry", "2 entries"]
    none = keep_state.keep_state(situation(), WORDS)
    assert none is not None
    assert none.summary == "Everything is kept for as long as you want."


@pytest.mark.parametrize(
    ("rows", "asked", "told_after"),
    [
        (1, "1 entry is older and goes now. There is no way back.", "1 entry was taken out."),
        (1240, "1,240 entries are older and go now. There is no way back.", "1,240 entries were"),
    ],
)
def test_what_would_go_is_asked_first(rows: int, asked: str, told_after: str) -> None:
    question = Shortening(kind=DataKind.BREAKS, age="2y", rows=rows)
    shown = keep_state.keep_state(situation(shortening=question), WORDS)
    assert shown is not None
    assert shown.asked == ("Breaks: “2 years” from now on?", asked)
    assert told_after in keep_state.kept_sentence(DataKind.BREAKS, "2y", rows, WORDS)
    kept = keep_state.kept_sentence(DataKind.BREAKS, "forever", 0, WORDS)
    assert kept == "Breaks: “Always” from now on."
    for act, words in ((Act.COUNT_OLDER, "Counting"), (Act.TAKE_OUT, "Taking out")):
        busy = keep_state.keep_state(situation(act=act), WORDS)
        assert busy is not None
        assert busy.busy.startswith(words)


def test_what_goes_with_everything_is_named() -> None:
    found = DataWorld().erasing()
    shown = erase_state.erase_state(situation(erasing=found), WORDS)
    assert shown is not None
    assert shown.goes[:3] == (
        "In /home/you/.local/share/workspace-assistant:",
        "124,561 entries of the database",
        "Files: workspace-assistant.sqlite3, backups/, profile.toml, log.txt",
    )
    assert shown.goes[-1].startswith("Entries of the keyring: calendar:3f2a, ")
    assert shown.stays[0] == "These backups, which you put elsewhere, stay: /media/stick/work.zip"
    assert len(shown.stays) == 3
    assert shown.has_secrets
    bare = replace(
        found, rows=None, backups=(), secrets=(), elsewhere=(), starts_by_itself=False, files=()
    )
    little = erase_state.erase_state(situation(erasing=bare, act=Act.LOOK_AT_ALL), WORDS)
    assert little is not None
    assert little.goes[1:] == ("What is in the database, which cannot be read",)
    assert (len(little.stays), little.has_secrets) == (1, False)
    assert little.busy == "Looking at what is there…"
    one = erase_state.erase_state(situation(erasing=replace(found, rows=1)), WORDS)
    assert one is not None
    assert one.goes[1] == "1 entry of the database"
    unasked = erase_state.erase_state(situation(), WORDS)
    assert unasked == erase_state.EraseState()


def test_only_the_word_means_it() -> None:
    assert erase_state.is_meant(" Erase ", WORDS)
    assert not erase_state.is_meant("eras", WORDS)


def test_what_is_said_once_the_window_is_closed() -> None:
    found = DataWorld().erasing()
    assert erase_state.going_state(WORDS).close == ""
    done = erase_state.done_state(found, WORDS)
    assert (done.anew, done.again) == ("Begin anew", "")
    assert done.lines[1] == "What you put elsewhere stays: /media/stick/work.zip"
    assert len(erase_state.done_state(replace(found, elsewhere=()), WORDS).lines) == 1
    refused = erase_state.refused_state("Another program has it open.", WORDS)
    assert refused.headline == "Nothing was erased"
    assert (refused.anew, refused.again) == ("Back to the window", "Try again")
    assert erase_state.refused_state("Busy.", WORDS, can_retry=False).again == ""
    assert erase_state.broken_state(WORDS).headline == "Not everything was erased"


def test_a_backup_by_hand_is_the_newest() -> None:
    made = a_backup(0, BackupReason.BY_HAND)
    known = replace(seen(DataWorld()), backups=(replace(made, made_at=NOW),))
    shown = hero_state(Situation(seen=known), None, WORDS)
    assert shown.headline == "The last backup is of 22/11/2026, 09:30"
