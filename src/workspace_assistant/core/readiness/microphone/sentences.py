"""Sentences to read aloud: every one holds most sounds of its language, five seconds' worth.

Vowels of all kinds, plosives, nasals and many s, sh and f sounds, which show how high the
microphone hears. One is picked by a number that the caller chooses, so that nobody measures the
same words for ever.
"""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP(
        "microphone",
        "Good morning, thanks for calling; shall we check together which five of your orders "
        "should ship on Thursday?",
    ),
    QT_TRANSLATE_NOOP(
        "microphone",
        "Your new washing machine leaves our house in Zurich on Friday and should reach you by "
        "the sixth of July.",
    ),
    QT_TRANSLATE_NOOP(
        "microphone",
        "I see the charge for both boxes of fresh fruit here, so let me give you back the full "
        "price within the hour.",
    ),
    QT_TRANSLATE_NOOP(
        "microphone",
        "Please switch the phone off, push the small gray button for six seconds, then choose a "
        "safe password.",
    ),
    QT_TRANSLATE_NOOP(
        "microphone",
        "She asked whether the yellow jacket in size five is back in stock, or just the thin blue "
        "one with a zip.",
    ),
)


def sentence(index: int) -> str:
    """The sentence of that index, counted round."""
    return SENTENCES[index % len(SENTENCES)]
