"""Certificates made to order: an authority, and servers with every fault a certificate can have."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

_PEM = serialization.Encoding.PEM


@dataclass(frozen=True)
class Issued:
    """A certificate with its key; `chain_pem` holds what a server would send."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey
    chain_pem: bytes

    def write(self, path: Path) -> Path:
        """Chain and key in one file, as servers take it."""
        key = self.key.private_bytes(
            _PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(self.chain_pem + key)
        return path

    def server_context(self, folder: Path) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.write(folder / f"{self.certificate.serial_number:x}.pem"))
        return context

    def trusting_context(self) -> ssl.SSLContext:
        """A client that trusts this authority alone."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=self.certificate.public_bytes(_PEM).decode())
        return context


def authority(
    name: str = "Lab Authority",
    signed_by: Issued | None = None,
    *,
    days: tuple[float, float] = (-1, 30),
) -> Issued:
    return _issue(name, signed_by, is_authority=True, days=days)


def server(
    signed_by: Issued | None,
    *,
    host: str = "127.0.0.1",
    days: tuple[float, float] = (-1, 30),
    sends_issuer: bool = False,
    is_published: bool = False,
    padding_bytes: int = 0,
) -> Issued:
    """A certificate for *host*, valid from and until that many days from now; None: self-signed."""
    return _issue(
        host,
        signed_by,
        host=host,
        days=days,
        sends_issuer=sends_issuer,
        is_published=is_published,
        padding_bytes=padding_bytes,
    )


def _issue(
    name: str,
    signed_by: Issued | None,
    *,
    days: tuple[float, float],
    is_authority: bool = False,
    host: str = "",
    sends_issuer: bool = False,
    is_published: bool = False,
    padding_bytes: int = 0,
) -> Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if signed_by is None else signed_by.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if host:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([_host_name(host)]), critical=False
        )
    if is_published:
        place = x509.UniformResourceIdentifier("http://ca.example.com/ca.der")
        access = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, place)
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    if padding_bytes:
        padding = x509.UnrecognizedExtension(
            x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), bytes(padding_bytes)
        )
        builder = builder.add_extension(padding, critical=False)
    certificate = builder.sign(key if signed_by is None else signed_by.key, hashes.SHA256())
    chain = certificate.public_bytes(_PEM)
    if sends_issuer and signed_by is not None:
        chain += signed_by.chain_pem
    return Issued(certificate, key, chain)


def _host_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
