"""The look of the file: quiet, one accent, light or dark as the reader's system is set."""

from __future__ import annotations

from workspace_assistant.core.drawing import Role
from workspace_assistant.core.svg import PAPER_COLORS

# What each color of a picture becomes on a dark screen; contrast is 4.5 to 1 or more on #1c2229.
DARK_COLORS = {
    Role.INK: "#e8ecf1",
    Role.FAINT: "#9ba7b4",
    Role.ACCENT: "#7fb0ff",
    Role.GOOD: "#62cfa0",
    Role.CAUTION: "#f0be62",
    Role.BAD: "#ff8f86",
    Role.UNKNOWN: "#9ba7b4",
    Role.SURFACE: "#1c2229",
    Role.GRID: "#2f3843",
}

_BASE = """
:root { --page: #f6f7f9; --card: #ffffff; --line: #e3e6eb; --text: #1b2430; --muted: #5b6675;
  --accent: #2459b8; --soft: #eef4fd; --good: #1a7a4f; --caution: #8f5a00; }
* { box-sizing: border-box; }
body { font: 16px/1.5 "Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  color: var(--text); background: var(--page); margin: 0; padding: 2.5rem 1rem; }
main, footer { max-width: 52rem; margin: 0 auto; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.05rem; margin: 0 0 0.75rem; }
p { margin: 0.25rem 0; } ul { margin: 0; padding-left: 1.2rem; } li { margin: 0.25rem 0; }
.kicker { color: var(--accent); font-weight: 600; font-size: 0.9rem; }
.muted, footer { color: var(--muted); } footer { font-size: 0.85rem; padding-top: 0.5rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  padding: 1.1rem 1.25rem; margin-top: 1rem; }
.hero { background: var(--soft); border-left: 4px solid var(--accent); }
.headline { font-size: 1.35rem; font-weight: 600; margin: 0 0 0.4rem; }
figure { margin: 0; } .drawing { display: block; max-width: 100%; height: auto; }
details { margin-top: 0.75rem; } summary { cursor: pointer; color: var(--accent); }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0;
  border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: 0.85rem; }
.numbers tbody th:first-child { padding-left: 1.9rem; position: relative; }
.numbers .group, .numbers tbody .group:first-child { color: var(--accent); font-weight: 600;
  padding: 1rem 0 0.35rem; }
.number { text-align: right; white-space: nowrap; } .strong, .name, dt { font-weight: 600; }
.numbers thead th:nth-child(2), .numbers thead th:nth-child(n+4) { text-align: right; }
.name, .small { display: block; } .small { color: var(--muted); font-size: 0.85rem; }
.sign { display: inline-block; width: 1.2rem; height: 1.2rem; border-radius: 50%;
  text-align: center; font-size: 0.8rem; line-height: 1.2rem; font-weight: 700;
  margin-right: 0.5rem; color: var(--card); background: var(--muted); }
.numbers .sign { position: absolute; left: 0; top: 0.65rem; }
.sign.met { background: var(--good); } .sign.not-met { background: var(--caution); }
.sign.information, .sign.not-enough-data { background: none; color: var(--muted);
  box-shadow: inset 0 0 0 1px var(--muted); }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.goals { list-style: none; padding: 0; display: grid; gap: 0.75rem 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); } .goals li { position: relative; }
progress { display: block; width: 100%; height: 6px; margin-top: 0.35rem;
  accent-color: var(--accent); }
dl { margin: 0.75rem 0 0; display: grid; gap: 0.5rem 1rem;
  grid-template-columns: minmax(9rem, auto) 1fr; }
dd { margin: 0; }
"""

_PRINT = """
@media print { body { background: #ffffff; padding: 0; font-size: 10.5pt; }
  section { border: 0; padding: 0; margin-top: 1.1rem; break-inside: avoid; }
  .hero { padding: 0.8rem 1rem; } section:has(.numbers) { break-inside: auto; }
  tr { break-inside: avoid; } details { display: none; }
  h2 { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
@page { margin: 16mm; }
"""

_DARK = """
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #14181e; --card: #1c2229; --line: #2f3843; --text: #e8ecf1; --muted: #9ba7b4;
    --accent: #7fb0ff; --soft: #1d2836; --good: #62cfa0; --caution: #f0be62; }
%s}
"""


def _recolored() -> str:
    """Style wins over the attributes that a picture's colors are written in."""
    rules = (
        f'  .drawing [{name}="{PAPER_COLORS[role]}"] {{ {name}: {DARK_COLORS[role]}; }}\n'
        for role in Role
        for name in ("fill", "stroke")
    )
    return "".join(rules)


STYLE = _BASE + _PRINT + _DARK % _recolored()
