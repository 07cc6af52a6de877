"""What the ways to one system say: findings, with the step that failed."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.endpoints.address import leads_elsewhere, parse_address
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    FamilyOutcome,
    Fault,
    Step,
)
from workspace_assistant.core.readiness.endpoints.texts import (
    FINDINGS,
    NO_HOST,
    STEP_WORDS,
    UNNAMED_ISSUER,
)
from workspace_assistant.core.readiness.endpoints.ways import (
    IPV6,
    decisive_step,
    needs_login,
    other_way,
    primary_way,
    waited_ms,
    works,
)
from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Judgement
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import EndpointRequirement
from workspace_assistant.core.readiness.units import format_apart, format_value

_CODES = {
    Fault.NETWORK_UNREACHABLE: "endpoint-no-way",
    Fault.HOST_UNREACHABLE: "endpoint-unreachable",
    Fault.NAME_NOT_RESOLVED: "endpoint-name-not-resolved",
    Fault.TIMEOUT: "endpoint-timeout",
    Fault.REFUSED: "endpoint-refused",
    Fault.RESET: "endpoint-reset",
    Fault.CERTIFICATE_EXPIRED: "endpoint-certificate-expired",
    Fault.CERTIFICATE_NOT_YET_VALID: "endpoint-certificate-not-yet-valid",
    Fault.CERTIFICATE_WRONG_NAME: "endpoint-certificate-wrong-name",
    Fault.CERTIFICATE_UNTRUSTED: "endpoint-certificate-untrusted",
    Fault.CERTIFICATE_SELF_SIGNED: "endpoint-certificate-self-signed",
    Fault.CERTIFICATE_INCOMPLETE_CHAIN: "endpoint-certificate-chain-incomplete",
    Fault.TLS_FAILED: "endpoint-tls-failed",
    Fault.BAD_STATUS: "endpoint-server-error",
    Fault.UPGRADE_REFUSED: "websocket-upgrade-refused",
    Fault.NO_PONG: "websocket-no-pong",
    Fault.MALFORMED_ANSWER: "endpoint-malformed-answer",
    Fault.CREDENTIALS_REFUSED: "turn-credentials-refused",
}
_CODES_AT = {
    (Fault.BAD_STATUS, Step.SIP): "sip-server-error",
    (Fault.BAD_STATUS, Step.TURN): "turn-allocation-refused",
    (Fault.MALFORMED_ANSWER, Step.WEBSOCKET): "websocket-wrong-answer",
}
# Reach is proven, or what failed comes after it.
_AT_MOST_CAUTION = frozenset({"sip-server-error", "websocket-no-pong"})
# Programs notice these at once and go on by IPv4; any other fault keeps them waiting or fails.
_FALLS_BACK = frozenset({Fault.REFUSED, Fault.RESET, Fault.HOST_UNREACHABLE})
_UNKNOWN = frozenset({Fault.NO_PASSWORD, Fault.SILENT, Fault.NOT_SUPPORTED, Fault.OUT_OF_TIME})
_REDIRECTS = range(300, 400)
_REFUSALS = range(400, 500)
_NEEDS_LOGIN = frozenset({401, 403})


def findings_of(wanted: EndpointRequirement, outcome: EndpointOutcome) -> tuple[Finding, ...]:
    """Everything to be said about one system; of an optional one nothing weighs over a caution."""
    way = primary_way(outcome)
    if way is None:
        return _fault(wanted, outcome, None, outcome.fault)
    return (
        *_fault(wanted, outcome, way, way.fault),
        *_answer(wanted, outcome, way),
        *_slow(wanted, outcome, way),
        *_expiring(wanted, outcome, way),
        *_ipv6(wanted, outcome, way),
    )


def _step_word(step: Step) -> str:
    """The step's label as it stands inside a sentence: names such as WebSocket stay as they are."""
    return STEP_WORDS[step.value]


def _id(wanted: EndpointRequirement, step: str) -> str:
    return f"endpoint.{wanted.name}.{step}"


def _weight(wanted: EndpointRequirement) -> Severity:
    return Severity.NOT_READY if wanted.required else Severity.CAUTION


def _fault(
    wanted: EndpointRequirement,
    outcome: EndpointOutcome,
    way: FamilyOutcome | None,
    fault: Fault | None,
) -> tuple[Finding, ...]:
    if fault is None or fault in _UNKNOWN:
        return ()
    step = way.failed_step if way is not None else None
    step = step or (Step.DNS if way is None else decisive_step(outcome))
    code = _CODES_AT.get((fault, step), _CODES[fault])
    severity = Severity.CAUTION if code in _AT_MOST_CAUTION else _weight(wanted)
    if way is not None and needs_login(way):
        code, severity = "websocket-needs-login", Severity.INFO
    return (
        finding(
            FINDINGS,
            code,
            severity,
            _id(wanted, step),
            value=way.status if way is not None else None,
            parameters=_parameters(outcome, way, step),
        ),
    )


def _parameters(outcome: EndpointOutcome, way: FamilyOutcome | None, step: Step) -> dict[str, str]:
    address = parse_address(outcome.url)
    shown = way.certificate if way is not None else None
    return {
        "name": outcome.name,
        "place": outcome.url if address is None else address.place,
        "host": outcome.url if address is None else address.host,
        "step": _step_word(step),
        "status": str(way.status) if way is not None and way.status is not None else "",
        "issuer": shown.issuer if shown is not None and shown.issuer else Phrase(UNNAMED_ISSUER),
        "names": ", ".join(shown.names) if shown is not None and shown.names else Phrase(NO_HOST),
        "days": format_value(abs(shown.days_left), "day") if shown is not None else "",
    }


def _answer(
    wanted: EndpointRequirement, outcome: EndpointOutcome, way: FamilyOutcome
) -> Iterator[Finding]:
    """A web answer that came, but from elsewhere or with a refusal."""
    address = parse_address(outcome.url)
    is_web = any(step.step is Step.HTTP for step in way.steps)
    if way.fault is not None or way.status is None or address is None or not is_web:
        return
    parameters = {"name": outcome.name, "status": str(way.status), "target": way.detail}
    place = _id(wanted, Step.HTTP.value)
    if way.status in _REFUSALS and way.status not in _NEEDS_LOGIN:
        yield finding(
            FINDINGS,
            "endpoint-request-refused",
            Severity.CAUTION,
            place,
            value=way.status,
            parameters=parameters,
        )
    if way.status in _REDIRECTS and way.detail and leads_elsewhere(address, way.detail):
        yield finding(FINDINGS, "endpoint-redirects", Severity.INFO, place, parameters=parameters)


def _slow(
    wanted: EndpointRequirement, outcome: EndpointOutcome, way: FamilyOutcome
) -> tuple[Finding, ...]:
    if not works(way):
        return ()
    took_ms = round(waited_ms(outcome, way), 2)
    judgement = _capped(wanted, wanted.time_ms.judge(took_ms))
    shown, limit = format_apart(took_ms, wanted.time_ms.ready, "ms")
    return broken(
        FINDINGS,
        "endpoint-slow",
        judgement,
        _id(wanted, decisive_step(outcome).value),
        value=took_ms,
        parameters={"name": outcome.name, "value": shown, "limit": limit},
    )


def _expiring(
    wanted: EndpointRequirement, outcome: EndpointOutcome, way: FamilyOutcome
) -> tuple[Finding, ...]:
    if way.certificate is None or not way.certificate.is_trusted:
        return ()
    days = round(way.certificate.days_left, 1)
    shown, limit = format_apart(days, wanted.certificate_days.ready, "day")
    return broken(
        FINDINGS,
        "endpoint-certificate-expires-soon",
        _capped(wanted, wanted.certificate_days.judge(days)),
        _id(wanted, "certificate_days"),
        value=days,
        parameters={"name": outcome.name, "value": shown, "limit": limit},
    )


def _capped(wanted: EndpointRequirement, judgement: Judgement) -> Judgement:
    if wanted.required or judgement.severity is not Severity.NOT_READY:
        return judgement
    return Judgement(Severity.CAUTION, judgement.limit)


def _ipv6(
    wanted: EndpointRequirement, outcome: EndpointOutcome, way: FamilyOutcome
) -> tuple[Finding, ...]:
    """The way by IPv6 is broken while IPv4 works: some programs wait for it, or fail."""
    other = other_way(outcome)
    if other is None or other.family != IPV6 or not works(way) or works(other):
        return ()
    if other.fault in _UNKNOWN or other.fault is Fault.NETWORK_UNREACHABLE:
        return ()
    step = other.failed_step or decisive_step(outcome)
    goes_on = other.fault in _FALLS_BACK and step is Step.TCP
    return (
        finding(
            FINDINGS,
            "endpoint-ipv6-broken",
            Severity.INFO if goes_on else Severity.CAUTION,
            f"endpoint.{outcome.name}.ipv6.{step.value}",
            parameters={"name": outcome.name, "step": _step_word(step)},
        ),
    )
