from __future__ import annotations

import pytest
from dns import message, rcode, rdatatype
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.connection.name_question import (
    is_answer_to,
    name_question,
    result_of,
)

labels = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
names = st.lists(labels, min_size=1, max_size=5).map(".".join)


@given(st.binary(min_size=2, max_size=2), names, st.booleans())
def test_a_library_for_names_reads_the_question_as_meant(
    identity: bytes, name: str, is_ipv6: bool
) -> None:
    read = message.from_wire(name_question(identity, name, is_ipv6=is_ipv6))
    assert read.id == int.from_bytes(identity)
    assert [str(one.name) for one in read.question] == [f"{name}."]
    assert read.question[0].rdtype == (rdatatype.AAAA if is_ipv6 else rdatatype.A)


@pytest.mark.parametrize("name", ["", ".", "a..b", "x" * 64, "é.example", ".".join(["a" * 60] * 5)])
def test_what_cannot_be_asked_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - UnicodeEncodeError is one
        name_question(b"ab", name)


@pytest.mark.parametrize(
    ("code", "word"), [(0, ""), (2, "servfail"), (3, "nxdomain"), (9, "rcode-9")]
)
def test_the_result_of_a_librarys_answer(code: int, word: str) -> None:
    asked = message.from_wire(name_question(b"ab", "crm.example"))
    answer = message.make_response(asked)
    answer.set_rcode(rcode.Rcode(code))
    assert is_answer_to(b"ab", answer.to_wire())
    assert result_of(answer.to_wire()) == word


@given(st.binary(max_size=40))
def test_junk_is_an_answer_only_with_our_number(data: bytes) -> None:
    if is_answer_to(b"ab", data):
        assert data[:2] == b"ab"
        assert isinstance(result_of(data), str)
