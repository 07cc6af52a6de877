"""The path picture: every link has the state that the measurements carry, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.readiness_reports import (
    bad_wifi,
    connection,
    good_calls,
    line,
    measured,
    missing_microphone,
    ready,
    report,
    voice_path,
    weak_wifi_finding,
)
from workspace_assistant.core.drawing import Anchor, Drawing, Label, Line, Role
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.path.facts import is_way_clear, path_facts
from workspace_assistant.core.readiness.path.model import LinkState, Stop
from workspace_assistant.core.readiness.path_picture import path_picture

FINE, WEAK, BROKEN, UNKNOWN = LinkState.FINE, LinkState.WEAK, LinkState.BROKEN, LinkState.UNKNOWN


def of(*checks: CheckResult) -> ReadinessReport:
    return report(Verdict.CAUTION, *checks)


def states(one: ReadinessReport) -> dict[Stop, LinkState]:
    facts = path_facts(one)
    assert facts is not None
    return {station.stop: station.state for station in facts.stations}


def with_edge(check: CheckResult, rtt_ms: float, loss: float) -> CheckResult:
    edge = (
        measured("path.edge_rtt", rtt_ms, "ms"),
        measured("path.edge_loss", loss, "fraction"),
    )
    return replace(check, measurements=check.measurements + edge)


def without(check: CheckResult, prefix: str, reason: str = "no-answer") -> CheckResult:
    gaps = tuple(
        NotMeasured(id=one.id, reason=reason, detail="Nothing came back.")
        for one in check.measurements
        if one.id.startswith(prefix)
    )
    kept = tuple(one for one in check.measurements if not one.id.startswith(prefix))
    return replace(check, measurements=kept, not_measured=gaps)


def finding(code: str, measurement: str = "connection.interface") -> Finding:
    return replace(weak_wifi_finding(), code=code, measurement=measurement)


def drawn(one: ReadinessReport, width_px: float = 760) -> Drawing:
    drawing = path_picture(one, width_px)
    assert drawing is not None
    return drawing


def words(drawing: Drawing) -> list[str]:
    labels = (shape for shape in drawing.shapes if isinstance(shape, Label))
    return [label.text.replace("\u202f", " ") for label in labels]


@pytest.mark.parametrize(
    ("weak", "expected"),
    [
        ("none", (FINE, FINE, FINE)),
        ("home", (WEAK, FINE, FINE)),
        ("provider", (FINE, WEAK, FINE)),
        ("internet", (FINE, FINE, WEAK)),
        ("employer", (FINE, FINE, WEAK)),
        ("unknown", (UNKNOWN, UNKNOWN, UNKNOWN)),
    ],
)
def test_the_weak_link_is_marked_where_it_was_found(
    weak: str, expected: tuple[LinkState, ...]
) -> None:
    found = states(of(voice_path(weak)))
    assert tuple(found.values()) == expected
    assert list(found) == [Stop.ROUTER, Stop.PROVIDER, Stop.EMPLOYER]


def test_the_last_router_has_a_place_where_it_answered() -> None:
    found = states(of(with_edge(voice_path("internet"), 19.2, 0.03)))
    assert found[Stop.EDGE] is WEAK
    assert found[Stop.EMPLOYER] is FINE


def test_what_loses_still_more_behind_the_weak_link_is_not_called_fine() -> None:
    found = states(of(voice_path("home", (9.8, 0.04), (17.0, 0.04), (28.9, 0.09))))
    assert found[Stop.PROVIDER] is FINE
    assert found[Stop.EMPLOYER] is UNKNOWN


def test_what_packets_passed_is_fine_although_it_does_not_answer() -> None:
    silent = without(voice_path("none"), "path.gateway")
    one = of(silent)
    assert states(one)[Stop.ROUTER] is FINE
    assert "not measured" in words(drawn(one))


def test_a_silent_place_behind_the_weak_link_stays_unknown() -> None:
    one = of(without(voice_path("home"), "path.provider"))
    assert states(one)[Stop.PROVIDER] is UNKNOWN


@pytest.mark.parametrize(
    ("code", "stop"),
    [
        ("no-network", Stop.ROUTER),
        ("captive-portal", Stop.PROVIDER),
    ],
)
def test_nothing_passes_a_barrier(code: str, stop: Stop) -> None:
    blocked = replace(connection(), measurements=(), findings=(finding(code),))
    found = states(of(blocked))
    assert found[stop] is BROKEN
    assert all(state is UNKNOWN for place, state in found.items() if place is not stop)


def test_where_udp_is_blocked_nobody_can_tell() -> None:
    found = states(of(replace(connection(), findings=(finding("udp-blocked"),))))
    assert BROKEN not in found.values()
    assert found[Stop.EMPLOYER] is UNKNOWN


def test_a_barrier_leaves_what_answered_before_it_fine() -> None:
    one = of(replace(connection(), findings=(finding("captive-portal"),)))
    assert list(states(one).values()) == [FINE, BROKEN, UNKNOWN]


def without_stream(reason: str, gap: str = "voice.rtt") -> CheckResult:
    missing = NotMeasured(id=gap, reason=reason, detail="Why.")
    bare = voice_path()
    return replace(bare, measurements=(), series=(), not_measured=(missing,))


def test_the_way_is_broken_behind_what_answered_last() -> None:
    one = of(connection(), without_stream("network-unreachable"))
    assert list(states(one).values()) == [FINE, BROKEN, UNKNOWN]
    alone = of(without_stream("network-unreachable"))
    assert list(states(alone).values()) == [BROKEN, UNKNOWN, UNKNOWN]


@pytest.mark.parametrize("code", ["captive-portal", "no-network"])
def test_nothing_is_broken_where_voice_packets_arrived(code: str) -> None:
    seen = replace(connection(), findings=(finding(code),))
    assert set(states(of(seen, voice_path())).values()) == {FINE}
    assert list(states(of(seen, voice_path("home"))).values()) == [WEAK, FINE, FINE]
    assert not is_way_clear(of(seen, voice_path()))


def test_why_one_server_of_many_failed_breaks_nothing() -> None:
    told = replace(without_stream("no-answer"), required=False)
    other = without_stream("udp-blocked", "voice.server_1").not_measured
    one = of(connection(), replace(told, not_measured=(*told.not_measured, *other)))
    assert BROKEN not in states(one).values()


def test_what_loses_every_packet_did_not_answer() -> None:
    silent = without(voice_path("none", server=(0.0, 1.0)), "voice.rtt")
    kept = tuple(one for one in silent.measurements if not one.id.startswith("path.provider"))
    found = states(of(replace(silent, measurements=kept)))
    assert found == {Stop.ROUTER: FINE, Stop.PROVIDER: UNKNOWN, Stop.EMPLOYER: UNKNOWN}


def test_without_a_word_on_the_weak_link_nothing_is_called_fine() -> None:
    busy = without(voice_path(provider=(11.4, 0.21)), "path.weak_link", "computer-too-busy")
    one = of(connection(), busy)
    assert set(states(one).values()) == {UNKNOWN}
    assert not is_way_clear(one)


def test_a_link_weak_under_load_does_not_show_idle_numbers_as_its_own() -> None:
    suffering = replace(finding("voice-suffers-under-upload"), severity=Severity.NOT_READY)
    loaded = of(voice_path("provider", findings=(suffering,)))
    drawing = drawn(loaded)
    assert "weak under load" in words(drawing)
    assert words(drawing).count("line idle") == 3
    assert ": weak under load; up to there" in drawing.description
    assert drawing.description.endswith("These numbers are those of the idle line.")
    lossy = replace(finding("loss-high"), severity=Severity.CAUTION)
    both = drawn(of(voice_path("provider", findings=(suffering, lossy))))
    assert "weak link" in words(both)
    assert "line idle" not in words(both)


def test_an_unasked_place_that_packets_passed_is_not_called_fine_and_unmeasured() -> None:
    silent = without(voice_path("none"), "path.provider")
    assert (
        "From your router to your provider: packets pass; your provider itself was not measured."
        in drawn(of(silent)).description
    )


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("loss-beyond-router",), (FINE, UNKNOWN, UNKNOWN)),
        (("loss-beyond-provider",), (FINE, FINE, UNKNOWN)),
        (("loss-beyond-provider", "jitter-beyond-router"), (FINE, UNKNOWN, UNKNOWN)),
        (("loss-beyond-provider", "delay-place-unknown"), (UNKNOWN, UNKNOWN, UNKNOWN)),
    ],
)
def test_what_a_remark_clears_is_fine_although_the_weak_link_is_not_known(
    codes: tuple[str, ...], expected: tuple[LinkState, ...]
) -> None:
    remarks = tuple(replace(finding(code), severity=Severity.INFO) for code in codes)
    assert tuple(states(of(voice_path("unknown", findings=remarks))).values()) == expected


@pytest.mark.parametrize("kind", ["vpn", "virtual"])
def test_nobody_is_told_of_a_way_to_the_router_by_tunnel(kind: str) -> None:
    one = of(voice_path("none", interface=kind))
    assert drawn(one).description.startswith("From your computer to your router: fine;")


def test_its_words_are_translated_one_by_one() -> None:
    asked = []

    def say(sentence: str, /, **parts: str) -> str:
        asked.append(sentence)
        german = {"{share} lost": "verloren: {share}", "VPN": "Tunnel"}
        return german.get(sentence, sentence).format_map(parts)

    drawing = path_picture(of(voice_path("home", is_vpn=True)), 760, say)
    assert drawing is not None
    assert {"verloren: 0 %", "Tunnel"} <= set(words(drawing))
    assert {drawing.title, "Your computer", "Wi-Fi", "weak link", "your router"} <= set(asked)
    assert "verloren: 0" in drawing.description


def test_a_way_is_clear_only_where_all_that_is_required_was_tested() -> None:
    assert is_way_clear(good_calls())
    left_out = replace(good_calls(), deselected=("microphone",))
    assert not is_way_clear(left_out)
    missing = replace(good_calls(), checks=(*good_calls().checks, missing_microphone()))
    assert not is_way_clear(missing)
    assert not is_way_clear(ready())


def test_a_connection_alone_tells_the_first_link_only() -> None:
    one = of(connection())
    assert list(states(one).values()) == [FINE, UNKNOWN, UNKNOWN]
    assert words(drawn(one)).count("not tested") == 2


@pytest.mark.parametrize(
    ("severity", "expected"), [(Severity.CAUTION, WEAK), (Severity.INFO, FINE)]
)
def test_a_slow_router_is_the_weak_link_of_a_connection(
    severity: Severity, expected: LinkState
) -> None:
    slow = replace(finding("gateway-slow", "connection.gateway_rtt"), severity=severity)
    one = of(replace(connection(), findings=(slow,)))
    assert states(one)[Stop.ROUTER] is expected


def test_inside_a_tunnel_its_far_end_is_what_was_seen() -> None:
    inside = voice_path("vpn", interface="vpn", is_vpn=True)
    hidden = tuple(
        replace(one, conditions={"inside_tunnel": True})
        if one.id.startswith("path.provider")
        else one
        for one in inside.measurements
    )
    over_wifi = measured("connection.interface", "vpn", "text", runs_on="wifi")
    carrier = replace(connection(), measurements=(over_wifi,))
    one = of(carrier, replace(inside, measurements=hidden))
    assert list(states(one).values()) == [FINE, UNKNOWN, WEAK]
    assert {"VPN", "Wi-Fi", "weak link"} <= set(words(drawn(one)))
    assert drawn(one).description.endswith("Packets to the employer go through a VPN.")


def test_without_facts_there_is_no_picture() -> None:
    assert path_picture(ready()) is None
    assert path_picture(of(replace(connection(), measurements=()))) is None


def test_a_server_on_this_computer_tells_nothing_of_the_way() -> None:
    looped = voice_path("none")
    here = tuple(
        replace(one, conditions={**one.conditions, "scope": "this-computer"})
        if one.id.startswith("voice.")
        else one
        for one in looped.measurements
    )
    own = replace(looped, measurements=here)
    assert path_picture(of(own)) is None
    assert states(of(own, connection()))[Stop.EMPLOYER] is UNKNOWN


def test_an_unknown_kind_of_interface_is_not_named() -> None:
    odd = replace(connection(), measurements=(measured("connection.interface", "?", "text"),))
    drawing = drawn(of(odd))
    assert "From your computer to your router: not known, not tested." in drawing.description


def test_a_place_that_told_only_one_number_shows_that() -> None:
    one = of(without(voice_path("none"), "path.gateway_loss"))
    assert "3.2 ms" in words(drawn(one))
    other = of(without(voice_path("none"), "voice.rtt"))
    assert words(drawn(other)).count("0 % lost") == 3


def test_it_is_told_in_words_too() -> None:
    text = drawn(bad_wifi()).description.replace("\u202f", " ")
    assert text.startswith(
        "From your computer to your router by Wi-Fi: weak link; up to there 9.8 ms, 4 % lost."
    )


def test_weak_and_fine_differ_in_shape_and_word() -> None:
    fine, weak = drawn(good_calls()), drawn(bad_wifi())
    dashes = [
        sum(isinstance(shape, Line) and shape.is_dashed for shape in one.shapes)
        for one in (fine, weak)
    ]
    assert dashes == [0, 1]
    assert "weak link" in words(weak)
    assert "weak link" not in words(fine)


@pytest.mark.parametrize("width_px", [100, 520, 760, 1100])
def test_every_word_stays_inside(width_px: float) -> None:
    drawing = drawn(of(with_edge(voice_path("internet"), 19.2, 0.03)), width_px)
    assert drawing.width_px == max(width_px, 520)
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            assert shape.anchor is Anchor.MIDDLE
            half_px = 0.56 * shape.size_px * len(shape.text) / 2
            assert shape.at[0] - half_px >= 0
            assert shape.at[0] + half_px <= drawing.width_px
            assert 0 < shape.at[1] < drawing.height_px


def test_a_measured_line_alone_says_nothing_of_the_way() -> None:
    assert path_picture(of(line())) is None


def test_no_role_is_spent_on_a_broken_link_but_bad() -> None:
    blocked = of(replace(connection(), findings=(finding("captive-portal"),)))
    lines = [shape for shape in drawn(blocked).shapes if isinstance(shape, Line)]
    assert any(one.role is Role.BAD and one.is_dashed for one in lines)
    assert "broken" in words(drawn(blocked))
