from __future__ import annotations

import contextlib
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.files.profile_file import default_profile_path
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.profile.parse import parse_profile


def faults_of(text: str) -> tuple[str, ...]:
    with pytest.raises(ProfileError) as raised:
        parse_profile(tomllib.loads(text), "sha256:0")
    return raised.value.faults


def test_the_shipped_profile_says_what_the_model_defaults_to() -> None:
    shipped = parse_profile(tomllib.loads(default_profile_path().read_text("utf-8")), "")
    assert shipped == WorkplaceProfile(name="Default remote voice agent")


def test_every_kind_of_value_is_read() -> None:
    profile = parse_profile(
        tomllib.loads("""
        schema = 1
        name = "Acme"
        [bandwidth]
        required = false
        provider = "librespeed"
        server = "https://speed.acme.example/backend"
        download_mbps = { ready = 50, caution = 20 }
        [voice_path]
        stun = ["stun:turn.acme.example:3478"]
        loss_percent = { ready = 0.5, caution = 1 }
        [microphone]
        active_speech_level_dbov = { ready = [-30, -14], caution = [-40, -8] }
        [[endpoints]]
        name = "crm"
        url = "https://crm.acme.example/health"
        """),
        "sha256:1",
    )
    assert not profile.bandwidth.required
    assert profile.bandwidth.server == "https://speed.acme.example/backend"
    assert profile.bandwidth.download_mbps == Floor(ready=50, caution=20)
    assert profile.voice_path.stun == ("stun:turn.acme.example:3478",)
    assert profile.voice_path.loss_percent == Ceiling(ready=0.5, caution=1)
    assert profile.microphone.active_speech_level_dbov == Band(ready=(-30, -14), caution=(-40, -8))
    assert profile.endpoints[0].name == "crm"
    assert profile.digest == "sha256:1"


def test_all_faults_are_listed_at_once_with_their_places() -> None:
    faults = faults_of("""
        schema = 2
        surprise = true
        [bandwidth]
        required = "yes"
        provider = "carrier-pigeon"
        download_mbps = { ready = 1, caution = 5 }
        upload_mbps = { ready = 3 }
        loaded_latency_increase_ms = { ready = 50, caution = 150, worst = 1 }
        budget_megabytes = 0
        [computer]
        cpu_percent = { ready = 50, caution = 180 }
        fan = 3
        [microphone]
        active_speech_level_dbov = { ready = [-12, -34], caution = [-42, -6] }
        snr_db = nan
        [[endpoints]]
        name = "CRM!"
        url = "ftp://crm.example.com"
        """)
    places = {fault.split(":")[0] for fault in faults}
    assert places >= {
        "schema",
        "name",
        "surprise",
        "bandwidth.required",
        "bandwidth.provider",
        "bandwidth.download_mbps",
        "bandwidth.upload_mbps.caution",
        "bandwidth.loaded_latency_increase_ms.worst",
        "bandwidth.budget_megabytes",
        "computer.cpu_percent",
        "computer.fan",
        "microphone.active_speech_level_dbov.ready",
        "microphone.snr_db",
        "endpoints[0].name",
        "endpoints[0].url",
    }


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('provider = "http"', "bandwidth.server"),
        ('server = "https://user:secret@speed.example"', "bandwidth.server"),
        ('server = "file:///etc/passwd"', "bandwidth.server"),
        ('server = "https://speed.example:99999"', "bandwidth.server"),
        ("budget_megabytes = true", "bandwidth.budget_megabytes"),
        ("budget_megabytes = inf", "bandwidth.budget_megabytes"),
    ],
)
def test_a_server_or_budget_that_cannot_be_used_is_named(line: str, place: str) -> None:
    faults = faults_of(f'schema = 1\nname = "x"\n[bandwidth]\n{line}')
    assert [fault.split(":")[0] for fault in faults] == [place]


def test_a_required_voice_path_needs_a_server() -> None:
    faults = faults_of('schema = 1\nname = "x"\n[voice_path]\nrequired = true')
    assert faults == (
        "voice_path: is required, but names no stun or turn server to measure against",
    )


def test_a_profile_may_ask_for_a_kind_of_headset() -> None:
    document = tomllib.loads("""
        schema = 1
        name = "x"
        [headset]
        required = true
        connections = ["usb", "built-in"]
        leak_db = { ready = -40, caution = -30 }
        """)
    headset = parse_profile(document, "").headset
    assert headset.required
    assert headset.connections == ("usb", "built-in")
    assert (headset.leak_db.ready, headset.leak_db.caution) == (-40, -30)


_TOML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
_KEYS = (
    "schema",
    "name",
    "bandwidth",
    "voice_path",
    "endpoints",
    "computer",
    "microphone",
    "headset",
    "x",
)


@given(st.dictionaries(st.sampled_from(_KEYS), _TOML))
def test_no_document_can_do_more_than_be_refused(document: dict[str, Any]) -> None:
    with contextlib.suppress(ProfileError):
        assert parse_profile(document, "").name


@pytest.mark.parametrize(
    ("section", "line", "fault"),
    [
        ("bandwidth", "download_mbps = 10", "bandwidth.download_mbps: must be { ready = …"),
        ("computer", "cpu_percent = 50", "computer.cpu_percent: must be { ready = …"),
        ("microphone", "active_speech_level_dbov = 3", "microphone.active_speech_level_dbov: must"),
        (
            "computer",
            "cpu_percent = { ready = 80, caution = 50 }",
            "computer.cpu_percent: ready (80) must not be above caution (50)",
        ),
        (
            "microphone",
            "active_speech_level_dbov = { ready = [-50, -1], caution = [-42, -6] }",
            "microphone.active_speech_level_dbov: caution must enclose ready",
        ),
        (
            "microphone",
            "active_speech_level_dbov = { ready = -20, caution = [-42, -6] }",
            "microphone.active_speech_level_dbov.ready: must be [lowest, highest]",
        ),
        ("headset", 'connections = "usb"', "headset.connections: must be a list such as"),
        ("headset", 'connections = ["usb", 3]', "headset.connections[1]: must be one of usb, jack"),
        (
            "headset",
            f"connections = {['usb'] * 7}",
            "headset.connections: holds 7 entries, 6 at most",
        ),
        ("headset", "leak_db = { ready = 3, caution = 9 }", "headset.leak_db: must lie between"),
        ("microphone", "hum_dbfs = { ready = 1, caution = 2 }", "microphone.hum_dbfs: must lie"),
        ("voice_path", 'stun = "one"', "voice_path.stun: must be a list"),
        ("voice_path", 'stun = ["http://x"]', "voice_path.stun[0]: must look like stun:host"),
        ("bandwidth", f'server = "{"x" * 201}"', "bandwidth.server: is longer than 200"),
        ("bandwidth", 'server = "https://a\\u0007.example"', "bandwidth.server: holds control"),
        ("bandwidth", 'server = "http://[broken"', "bandwidth.server: is not a web address"),
        ("bandwidth", 'server = "http://ex ample.com"', "bandwidth.server: must start with"),
        ("bandwidth", 'server = "http://"', "bandwidth.server: must start with"),
        ("voice_path", 'stun = ["stun:a\\n"]', "voice_path.stun[0]: must look like stun:host"),
        ("voice_path", f"stun = {['stun:a'] * 9}", "voice_path.stun: holds 9 servers, 8 at most"),
        (
            "voice_path",
            "mos = { ready = 4.5, caution = 4.0 }",
            "voice_path.mos: must lie between 1 and 4.4: no call is rated higher",
        ),
        ("bandwidth", f"budget_megabytes = 1{'0' * 400}", "bandwidth.budget_megabytes: is no"),
        ("bandwidth", '"\\u0007evil\\n" = 1', "bandwidth.'\\x07evil\\n': is not known here"),
    ],
)
def test_one_value_that_cannot_be_meant_is_one_fault(section: str, line: str, fault: str) -> None:
    (found,) = faults_of(f'schema = 1\nname = "x"\n[{section}]\n{line}')
    assert found.startswith(fault)


def test_endpoints_are_sections_with_names_of_their_own() -> None:
    entry = '[[endpoints]]\nname = "crm"\n'
    assert faults_of(f'schema = 1\nname = "x"\n{entry}url = "https://a.example"\n{entry}') == (
        "endpoints[0].name: 'crm' stands more than once",
        "endpoints[1].name: 'crm' stands more than once",
        "endpoints[1].url: is missing",
    )
    many = "".join(
        f'[[endpoints]]\nname = "e{number}"\nurl = "https://a.example"\n' for number in range(51)
    )
    assert faults_of(f'schema = 1\nname = "x"\n{many}') == (
        "endpoints: holds 51 entries, 50 at most",
    )


@pytest.mark.parametrize("schema", ["true", "1.0", "2", '"1"'])
def test_only_the_number_one_is_the_schema(schema: str) -> None:
    (fault,) = faults_of(f'schema = {schema}\nname = "x"')
    assert fault.startswith("schema: must be 1, found ")


class TestServersThatAProfileNames:
    @pytest.mark.parametrize(
        "url",
        [
            "https://crm.acme.example/health",
            "wss://events.acme.example:8443/agents",
            "ws://10.0.0.5/",
            "sip:pbx.acme.example",
            "sip:pbx.acme.example:5060;transport=tcp",
            "sips:pbx.acme.example:5061",
            "turn:[2001:db8::7]:3478?transport=udp",
            "turns:voice.acme.example",
            "stun:voice.acme.example:3478",
            "tcp://db.acme.example:5432",
            "udp://[2001:db8::7]:5004",
        ],
    )
    def test_an_endpoint_may_be_any_system_of_an_employer(self, url: str) -> None:
        text = f'schema = 1\nname = "x"\n[[endpoints]]\nname = "a"\nurl = "{url}"'
        assert parse_profile(tomllib.loads(text), "").endpoints[0].url == url

    @pytest.mark.parametrize(
        ("url", "fault"),
        [
            ("", "is missing"),
            ("file:///etc/passwd", "must start with one of https, http, wss"),
            ("ssh://host", "must start with one of"),
            ("https://user:secret@crm.example", "must not hold a user name"),
            ("tcp://host", "must look like tcp://host:port"),
            ("udp://host:0", "has port 0"),
            ("sip:host:99999", "has port 99999"),
            ("sip:alice@host", "must look like sip:host:port"),
            ("turn:host?transport=sctp", "must look like turn:host:port"),
            ("wss://", "must start with"),
        ],
    )
    def test_anything_else_is_a_fault_with_its_place(self, url: str, fault: str) -> None:
        text = f'schema = 1\nname = "x"\n[[endpoints]]\nname = "a"\nurl = "{url}"'
        assert any(
            one.startswith("endpoints[0].url") and fault in one for one in faults_of(text)
        ), faults_of(text)

    def test_turn_servers_come_with_a_user_name(self) -> None:
        base = 'schema = 1\nname = "x"\n[voice_path]\nturn = ["turn:voice.example:3478"]\n'
        assert faults_of(base) == (
            "voice_path.turn_username: is missing: a turn server asks for one",
        )
        profile = parse_profile(tomllib.loads(base + 'turn_username = "agent"'), "")
        assert profile.voice_path.turn == ("turn:voice.example:3478",)

    def test_lists_of_servers_hold_servers_and_not_too_many(self) -> None:
        base = 'schema = 1\nname = "x"\n[voice_path]\n'
        assert faults_of(base + 'stun = "stun:a:1"') == (
            "voice_path.stun: must be a list, not 'stun:a:1'",
        )
        assert faults_of(base + "stun = [1]") == (
            "voice_path.stun[0]: must look like stun:host:port, not 1",
        )
        assert "holds 9 servers" in faults_of(base + f"stun = {['stun:a:1'] * 9}")[0]

    def test_the_connection_names_hosts_and_one_plain_page(self) -> None:
        base = 'schema = 1\nname = "x"\n[connection]\n'
        text = base + 'time_server = "time.example"\nportal_url = "http://portal.example/204"'
        network = parse_profile(tomllib.loads(text), "").connection
        assert (network.time_server, network.portal_url) == (
            "time.example",
            "http://portal.example/204",
        )
        assert faults_of(base + 'time_server = "ntp://x/"')[0].startswith("connection.time_server")
        portal = faults_of(base + 'portal_url = "https://portal.example/"')[0]
        assert portal.startswith("connection.portal_url: must start with http://")


def test_systems_that_are_no_sections_are_one_fault() -> None:
    assert faults_of('schema = 1\nname = "x"\nendpoints = "sip:pbx"') == (
        "endpoints: must be written as [[endpoints]] sections",
    )
