"""What the certificates say that a server showed, and why the system does not trust them."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.adapters.network.endpoints.walk import shown
from workspace_assistant.core.readiness.endpoints.model import Certificate, Fault

if TYPE_CHECKING:
    from cryptography import x509

_DAY_S = 86400.0
_MOST_CERTIFICATES = 10
_MOST_NAMES = 4

# OpenSSL's X509_V_ERR_ codes (openssl/x509_vfy.h).
_FAULTS = {
    9: Fault.CERTIFICATE_NOT_YET_VALID,
    10: Fault.CERTIFICATE_EXPIRED,
    18: Fault.CERTIFICATE_SELF_SIGNED,
    62: Fault.CERTIFICATE_WRONG_NAME,
    64: Fault.CERTIFICATE_WRONG_NAME,  # an address instead of a name
}
_NO_LOCAL_ISSUER = frozenset({20, 21})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChain:
    """The facts of a chain, the server's own certificate first; instants in Unix seconds.

    `missing_issuer` names who signed the server's certificate when his own was not sent with it
    although he is one who publishes it: the server forgot an intermediate certificate.
    """

    subject: str
    issuer: str
    names: tuple[str, ...]
    valid_from_s: float
    valid_until_s: float
    is_self_signed: bool
    missing_issuer: str

    def certificate(self, now_s: float, *, is_trusted: bool) -> Certificate:
        return Certificate(
            subject=self.subject,
            issuer=self.issuer,
            names=self.names,
            days_left=(self.valid_until_s - now_s) / _DAY_S,
            is_trusted=is_trusted,
        )


def verification_fault(
    error: ssl.SSLCertVerificationError, chain: ShownChain | None, now_s: float
) -> Fault:
    """Why the system refused: by OpenSSL's code, else (Windows, macOS) by what was shown."""
    code = getattr(error, "verify_code", None)  # absent where the system itself verifies
    fault = _FAULTS.get(code or 0)
    if fault is not None and not _is_of_an_issuer(fault, chain, now_s):
        return fault
    if chain is None:
        return Fault.CERTIFICATE_UNTRUSTED
    if now_s > chain.valid_until_s:
        return Fault.CERTIFICATE_EXPIRED
    if now_s < chain.valid_from_s:
        return Fault.CERTIFICATE_NOT_YET_VALID
    if chain.is_self_signed:
        return Fault.CERTIFICATE_SELF_SIGNED
    if chain.missing_issuer and (code is None or code in _NO_LOCAL_ISSUER):
        return Fault.CERTIFICATE_INCOMPLETE_CHAIN
    return Fault.CERTIFICATE_UNTRUSTED


def _is_of_an_issuer(fault: Fault, chain: ShownChain | None, now_s: float) -> bool:
    """Whether the date that OpenSSL complains of is not that of the server's own certificate."""
    if chain is None:
        return False
    if fault is Fault.CERTIFICATE_EXPIRED:
        return now_s <= chain.valid_until_s
    return fault is Fault.CERTIFICATE_NOT_YET_VALID and now_s >= chain.valid_from_s


def read_chain(chain: tuple[bytes, ...]) -> ShownChain | None:
    """None when there is no certificate, or one that cannot be read."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm

    malformed = (
        *(ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion),
        *(x509.DuplicateExtension, x509.UnsupportedGeneralNameType),
    )
    try:
        found = [x509.load_der_x509_certificate(der) for der in chain[:_MOST_CERTIFICATES]]
        return _facts(found) if found else None
    except malformed:  # some parts are only read when they are asked for
        return None


def _facts(chain: list[x509.Certificate]) -> ShownChain:
    own = chain[0]
    is_self_signed = own.issuer == own.subject
    is_alone = not is_self_signed and all(own.issuer != other.subject for other in chain[1:])
    issuer = _name(own.issuer)
    return ShownChain(
        subject=_name(own.subject),
        issuer=issuer,
        names=_host_names(own),
        valid_from_s=own.not_valid_before_utc.timestamp(),
        valid_until_s=own.not_valid_after_utc.timestamp(),
        is_self_signed=is_self_signed,
        missing_issuer=issuer if is_alone and _is_published(own) else "",
    )


def _name(name: x509.Name) -> str:
    """Organization and common name, as a person would call it."""
    from cryptography.x509.oid import NameOID

    parts: list[str] = []
    for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for attribute in name.get_attributes_for_oid(kind)[:1]:
            value = attribute.value
            parts.append(value if isinstance(value, str) else value.decode("latin-1"))
    return shown(", ".join(dict.fromkeys(parts)) or name.rfc4514_string())


def _host_names(certificate: x509.Certificate) -> tuple[str, ...]:
    from cryptography import x509

    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    hosts = [*names.get_values_for_type(x509.DNSName)]
    hosts += [str(address) for address in names.get_values_for_type(x509.IPAddress)]
    return tuple(shown(host) for host in hosts[:_MOST_NAMES])


def _is_published(certificate: x509.Certificate) -> bool:
    """Whether it says where its issuer's certificate can be fetched (RFC 5280, 4.2.2.1).

    Public authorities do; a proxy or a virus scanner that makes certificates of its own does not.
    """
    from cryptography import x509
    from cryptography.x509.oid import AuthorityInformationAccessOID

    try:
        found = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess)
    except x509.ExtensionNotFound:
        return False
    wanted = AuthorityInformationAccessOID.CA_ISSUERS
    return any(place.access_method == wanted for place in found.value)
