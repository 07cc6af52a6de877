"""A limit as it reads beside its number."""

from __future__ import annotations

import pytest

from workspace_assistant.core.readiness.limit_words import further_words, goal_words
from workspace_assistant.core.readiness.model import AppliedLimit, Better, Bound
from workspace_assistant.core.typography import MINUS, NARROW_SPACE


def limit(
    better: Better, ready: Bound, caution: Bound, unit: str, judged_by: str = ""
) -> AppliedLimit:
    return AppliedLimit(
        measurement="x", ready=ready, caution=caution, better=better, unit=unit, judged_by=judged_by
    )


TO_30_S = "caution: up to ±30 s"


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ").replace(MINUS, "-")


@pytest.mark.parametrize(
    ("applied", "goal", "further"),
    [
        (limit(Better.LOWER, 150, 300, "ms"), "up to 150 ms", ["caution: up to 300 ms"]),
        (limit(Better.HIGHER, 4.0, 3.6, ""), "from 4", ["caution: from 3.6"]),
        (limit(Better.HIGHER, 10e6, 2e6, "bit/s"), "from 10 Mbit/s", ["caution: from 2 Mbit/s"]),
        (limit(Better.LOWER, 1, 4, "packets"), "up to 1 packet", ["caution: up to 4 packets"]),
        (
            limit(Better.MIDDLE, (-34, -12), (-42, -6), "dBov"),
            "-34 to -12 dBov",
            ["caution: -42 to -6 dBov"],
        ),
        (limit(Better.MIDDLE, (5e8, 2e9), (5e8, 2e9), "bit/s"), "500 Mbit/s to 2 Gbit/s", []),
        (limit(Better.MIDDLE, (1, 2), (1, 2), ""), "1 to 2", []),
        (
            limit(Better.MIDDLE, (-1e4, 1e4), (-3e4, 3e4), "ms"),
            "up to ±10 s",
            ["caution: up to ±30 s"],
        ),
        (
            limit(Better.MIDDLE, (-10, 10), (-30, 30), "ms", "less its uncertainty"),
            "up to ±10 ms",
            ["caution: up to ±30 ms", "less its uncertainty"],
        ),
        (limit(Better.LOWER, 5, 5, "s", "all steps"), "up to 5 s", ["all steps"]),
        (None, "", []),
    ],
)
def test_words(applied: AppliedLimit | None, goal: str, further: list[str]) -> None:
    assert plain(goal_words(applied)) == goal
    assert [plain(words) for words in further_words(applied)] == further
