"""A certificate authority of the lab's own, and one server certificate signed by it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Files in PEM: the root to trust, the server's certificate, and its key."""

    root: Path
    chain: Path
    key: Path


def make_authority(folder: Path, names: tuple[str, ...], days_left: float = 90) -> Authority:
    """A root and a certificate for these host names and addresses."""
    authority = Authority(
        root=folder / "root.pem", chain=folder / "server.pem", key=folder / "server.key"
    )
    root_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name, server_name = _name("Lab root"), _name(names[0])
    root = _certificate(root_name, root_name, root_key.public_key(), 365)
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    server = _certificate(server_name, root_name, server_key.public_key(), days_left)
    server = server.add_extension(x509.SubjectAlternativeName(_alternatives(names)), critical=False)
    server = server.add_extension(
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
    )
    authority.root.write_bytes(_pem(root.sign(root_key, hashes.SHA256())))
    authority.chain.write_bytes(_pem(server.sign(root_key, hashes.SHA256())))
    authority.key.write_bytes(
        server_key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return authority


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days_left: float
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=400))
        .not_valid_after(now + timedelta(days=days_left))
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _alternatives(names: tuple[str, ...]) -> list[x509.GeneralName]:
    found: list[x509.GeneralName] = []
    for name in names:
        try:
            found.append(x509.IPAddress(ipaddress.ip_address(name)))
        except ValueError:
            found.append(x509.DNSName(name))
    return found


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
