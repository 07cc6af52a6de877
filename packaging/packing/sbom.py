"""A bill of materials in CycloneDX 1.6, JSON (ECMA-424): what the bundle is made of."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from packing.release import NAME, VERSION
from packing.shipped import Component

_SPACE = uuid.UUID(
    "6d0d8f0e-1f0d-5c6c-9a39-0f5f0d6a4b71"
)  # drawn once, for numbers of such documents
_SPDX_WORDS = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def sbom_text(components: Sequence[Component], made_at_epoch_s: int) -> str:
    """The document. The same components and time give the same text, its serial number too."""
    parts = [part(one) for one in components]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made_at_epoch_s, UTC)
            .isoformat()
            .replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": f"pkg:pypi/{NAME}@{VERSION}",
            },
        },
        "components": parts,
        "dependencies": dependencies(components),
    }
    serial = uuid.uuid5(_SPACE, json.dumps(content, sort_keys=True))
    return json.dumps({**content, "serialNumber": f"urn:uuid:{serial}"}, indent=1) + "\n"


def part(one: Component) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": one.name,
        "name": one.name,
        "version": one.version,
        **({"description": one.summary} if one.summary else {}),
        "licenses": [named_license(one.license)],
        "purl": f"pkg:{one.kind}/{one.name}@{one.version}",
    }


def named_license(text: str) -> dict[str, Any]:
    """An SPDX expression where it reads as one; else a name."""
    return {"expression": text} if _SPDX_WORDS.fullmatch(text) else {"license": {"name": text}}


def dependencies(components: Sequence[Component]) -> list[dict[str, Any]]:
    """Among what is shipped; the program itself stands over all that nothing else needs."""
    shipped = {one.name for one in components}
    graph = {one.name: sorted(shipped.intersection(one.needs) - {one.name}) for one in components}
    needed = {name for names in graph.values() for name in names}
    graph = {NAME: sorted(shipped - needed), **graph}
    return [{"ref": name, "dependsOn": names} for name, names in graph.items()]
