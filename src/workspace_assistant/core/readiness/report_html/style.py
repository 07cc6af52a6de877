"""The look of the report: black on white for paper, and so plain that Qt's rich text follows it."""

from __future__ import annotations

STYLE = """
body { font-family: "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  font-size: 10.5pt; color: #1c1c1e; background-color: #ffffff; }
h1 { font-size: 20pt; font-weight: 600; margin-bottom: 8px; }
h2 { font-size: 14pt; font-weight: 600; margin-top: 22px; margin-bottom: 2px; }
p { margin-top: 4px; margin-bottom: 8px; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: #55565c; border-bottom: 1px solid #8a8b91; }
td { vertical-align: top; border-bottom: 1px solid #d9dade; }
.number { white-space: nowrap; }
.small { font-size: 9pt; color: #55565c; }
.strong { font-weight: 600; }
.word { font-size: 17pt; font-weight: 600; }
.ready { background-color: #dff3e4; color: #0d4a21; }
.caution { background-color: #fdeecb; color: #5c3d00; }
.not-ready { background-color: #fadedb; color: #7a150c; }
.not-tested { background-color: #e6e7ea; color: #3a3b40; }
.info { background-color: #e3ecfa; color: #17406f; }
.verdict td { border-bottom: 0; padding: 12px; }
.notice td { background-color: #fdeecb; color: #5c3d00; border-bottom: 0; }
@page { margin: 16mm; }
"""

# For a browser alone. Qt's rich text brings its own page geometry; it skips media queries with
# conditions, but takes plain ``@media screen`` for itself.
SCREEN_STYLE = """
@media screen and (min-width: 1px) {
  body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
  summary { cursor: pointer; } summary h2 { display: inline-block; margin-bottom: 6px; }
  .drawing { display: block; max-width: 100%; height: auto; } }
@media print { tr, h2, summary { break-inside: avoid; }
  h1, h2, summary, thead, h2 + p, summary + p { break-after: avoid; }
  thead { display: table-header-group; } summary { list-style: none; }
  summary h2 { display: inline-block; } .drawing { max-width: 100%; height: auto; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""
