"""The three charts of the score, as numbers.

Source: M. Sonne, D. L. Villalta, D. M. Andrews: Development and evaluation of an office ergonomic
risk checklist: ROSA, Rapid office strain assessment. Applied Ergonomics 43 (2012) 98-108. The
further charts of that paper equal the maximum of what they join.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Attributes: `first_row` and `first_column` are what the upper left cell stands for."""

    first_row: int
    first_column: int
    cells: tuple[tuple[int, ...], ...]

    def at(self, row: int, column: int) -> int:
        """Sums beyond the last row or column count as that; raises ValueError below the first."""
        if row < self.first_row or column < self.first_column:
            raise ValueError(f"the chart has no row {row} and column {column}")
        line = self.cells[min(row - self.first_row, len(self.cells) - 1)]
        return line[min(column - self.first_column, len(line) - 1)]


# Rows: seat height and depth, 2 to 8. Columns: armrests and backrest, 2 to 9.
CHAIR = Chart(
    first_row=2,
    first_column=2,
    cells=(
        (2, 2, 3, 4, 5, 6, 7, 8),
        (2, 2, 3, 4, 5, 6, 7, 8),
        (3, 3, 3, 4, 5, 6, 7, 8),
        (4, 4, 4, 4, 5, 6, 7, 8),
        (5, 5, 5, 5, 6, 7, 8, 9),
        (6, 6, 6, 7, 7, 8, 8, 9),
        (7, 7, 7, 8, 8, 9, 9, 9),
    ),
)

# Rows: telephone, 0 to 6. Columns: monitor, 0 to 7; a monitor can come to 8, which counts as 7.
MONITOR_PHONE = Chart(
    first_row=0,
    first_column=0,
    cells=(
        (1, 1, 1, 2, 3, 4, 5, 6),
        (1, 1, 2, 2, 3, 4, 5, 6),
        (1, 2, 2, 3, 3, 4, 6, 7),
        (2, 2, 3, 3, 4, 5, 6, 8),
        (3, 3, 4, 4, 5, 6, 7, 8),
        (4, 4, 5, 5, 6, 7, 8, 9),
        (5, 5, 6, 7, 8, 8, 9, 9),
    ),
)

# Rows: mouse, 0 to 7. Columns: keyboard, 0 to 7.
MOUSE_KEYBOARD = Chart(
    first_row=0,
    first_column=0,
    cells=(
        (1, 1, 1, 2, 3, 4, 5, 6),
        (1, 1, 2, 3, 4, 5, 6, 7),
        (1, 2, 2, 3, 4, 5, 6, 7),
        (2, 3, 3, 3, 5, 6, 7, 8),
        (3, 4, 4, 5, 5, 6, 7, 8),
        (4, 5, 5, 6, 6, 7, 8, 9),
        (5, 6, 6, 7, 7, 8, 8, 9),
        (6, 7, 7, 8, 8, 9, 9, 9),
    ),
)
