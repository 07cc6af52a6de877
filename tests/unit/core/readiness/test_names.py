"""Every id has a name in words, and words for values that are codes."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import Measurement
from workspace_assistant.core.readiness.names import VALUE_WORDS, label_of, value_words
from workspace_assistant.core.readiness.voice_path.model import Nat, WeakLink


def test_numbered_servers_have_names() -> None:
    assert label_of("voice.server_2") == "Voice server 2"
    assert label_of("voice.server_x") == "voice.server_x"
    assert label_of("endpoint.ipv6") == "Employer's systems, IPv6"


def test_one_quantity_has_one_name_whichever_check_measured_it() -> None:
    for what in ("gateway_rtt", "gateway_loss"):
        assert label_of(f"path.{what}") == label_of(f"connection.{what}")


def test_codes_are_spelled_out_and_numbers_stay() -> None:
    assert VALUE_WORDS["path.weak_link"].keys() == {one.value for one in WeakLink}
    assert VALUE_WORDS["path.nat"].keys() == {one.value for one in Nat}
    weak = Measurement(id="path.weak_link", value="provider", unit="text")
    assert value_words(weak) == "the line between your router and your provider"
    assert value_words(Measurement(id="path.mtu", value=1492, unit="byte")) == "1492\u202fbytes"
