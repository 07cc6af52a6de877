"""The one style sheet: the shapes and states of standard controls, from roles and the grid."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from workspace_assistant.ui.theme.colors import Colors, Tone
from workspace_assistant.ui.theme.metrics import grid_px


def style_sheet(colors: Colors) -> str:
    """Style sheet of the whole application in *colors*."""
    parts = (_surfaces, _text, _buttons, _quiet_buttons, _fields, _lists)
    return "".join(part(colors) for part in parts)


def _surfaces(colors: Colors) -> str:
    edge = "left" if QGuiApplication.isRightToLeft() else "right"
    heroes = "".join(
        f'QFrame[part="hero"][tone="{tone}"] {{ background: {colors.tones[tone].soft}; }}'
        f'QFrame[part="notice"][tone="{tone}"] {{ background: {colors.tones[tone].soft}; }}'
        f'QFrame[part="question"][tone="{tone}"] {{ background: {colors.tones[tone].soft}; }}'
        for tone in Tone
    )
    return f"""
    QFrame[part="card"] {{
        background: {colors.surface};
        border: 1px solid {colors.line}; border-radius: {grid_px(3)}px;
    }}
    QFrame[part="hero"], QFrame[part="notice"] {{ border-radius: {grid_px(4)}px; }}
    QFrame[part="notice"] {{ border-radius: {grid_px(2)}px; }}
    {heroes}
    QFrame[part="mini"] {{
        background: {colors.surface}; border: 1px solid {colors.control_line};
    }}
    QFrame[part="navigation"] {{
        background: {colors.surface}; border: none; border-{edge}: 1px solid {colors.line};
    }}
    QScrollArea {{ background: transparent; border: none; }}
    QWidget[part="page"] {{ background: {colors.background}; }}
    QToolTip {{
        color: {colors.text}; background: {colors.surface}; border: 1px solid {colors.line};
        padding: {grid_px(1)}px;
    }}
    """


def _text(colors: Colors) -> str:
    return f"""
    QLabel {{ color: {colors.text}; }}
    QLabel[ink="muted"] {{ color: {colors.muted}; }}
    QLabel[ink="bad"] {{ color: {colors.tones[Tone.BAD].strong}; }}
    """


def _buttons(colors: Colors) -> str:
    accent = colors.tones[Tone.ACCENT]
    radius, focus = grid_px(2), f"2px solid {accent.strong}"
    end = "left" if QGuiApplication.isRightToLeft() else "right"
    return f"""
    QPushButton {{
        color: {colors.text}; background: {colors.surface}; border: 1px solid {colors.line};
        border-radius: {radius}px; padding: {grid_px(1.75)}px {grid_px(3.5)}px; margin: 1px;
        outline: none;
    }}
    QPushButton:hover {{ background: {colors.hover}; }}
    QPushButton:pressed {{ background: {colors.line}; }}
    QPushButton:focus {{ border: {focus}; margin: 0; }}
    QPushButton:disabled {{ color: {colors.muted}; background: transparent; }}
    QPushButton[kind="primary"] {{
        color: {colors.on_accent}; background: {accent.strong}; border: 1px solid {accent.strong};
        padding: {grid_px(2.25)}px {grid_px(5)}px;
    }}
    QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
        background: {colors.accent_pressed}; border-color: {colors.accent_pressed};
    }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {colors.text}; margin: 0; }}
    QPushButton[kind="primary"]:disabled {{
        color: {colors.muted}; background: transparent; border-color: {colors.control_line};
    }}
    QPushButton[kind="link"] {{
        color: {colors.link}; background: transparent; border: none; border-radius: 0;
        border-bottom: 2px solid transparent; padding: {grid_px(0.75)}px 0 0 0; margin: 0;
        padding-{end}: {grid_px(0.5)}px;
        min-height: {grid_px(4.75)}px;
        text-align: left;
    }}
    QPushButton[kind="link"]:disabled {{ color: {colors.muted}; }}
    QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
    QPushButton[kind="link"]:focus {{
        border: none; border-bottom: 2px solid {colors.link};
    }}
    QPushButton[kind="choice"] {{
        border-color: {colors.control_line}; text-align: left;
        padding: {grid_px(1.5)}px {grid_px(3)}px;
    }}
    QPushButton[kind="choice"]:focus {{ border: {focus}; margin: 0; }}
    QPushButton::menu-indicator {{ width: 0; }}
    QToolButton, QPushButton[kind="page"] {{
        color: {colors.text}; background: transparent; border: 2px solid transparent;
        border-radius: {radius}px; padding: {grid_px(1.75)}px {grid_px(2.5)}px; text-align: left;
        margin: 0;
    }}
    QPushButton[kind="page"][isFolded="true"] {{ text-align: center; }}
    QPushButton[kind="page"][isTight="true"] {{ padding-left: 0; padding-right: 0; }}
    QToolButton:hover, QPushButton[kind="page"]:hover {{ background: {colors.hover}; }}
    QPushButton[kind="page"]:checked {{ background: {accent.soft}; font-weight: 600; }}
    QToolButton:focus, QPushButton[kind="page"]:focus {{ border: {focus}; }}
    QToolButton[kind="icon"] {{ padding: 0; border-radius: {grid_px(1.5)}px; }}
    """


def _quiet_buttons(colors: Colors) -> str:
    """Buttons that come in rows: keys, of which one press is enough, and chips to choose from."""
    accent = colors.tones[Tone.ACCENT]
    left = grid_px(8.25)  # the key's cap lies there; Qt mirrors it where that is to be
    return f"""
    QPushButton[kind="key"], QPushButton[kind="primary-key"] {{
        padding: {grid_px(1.75)}px {grid_px(3)}px {grid_px(1.75)}px {left}px; text-align: left;
    }}
    QPushButton[kind="primary-key"] {{
        color: {colors.on_accent}; background: {accent.strong}; border: 1px solid {accent.strong};
    }}
    QPushButton[kind="primary-key"]:hover, QPushButton[kind="primary-key"]:pressed {{
        background: {colors.accent_pressed}; border-color: {colors.accent_pressed};
    }}
    QPushButton[kind="primary-key"]:focus {{ border: 2px solid {colors.text}; margin: 0; }}
    QPushButton[kind="chip"] {{
        border-color: {colors.control_line}; padding: {grid_px(1.5)}px {grid_px(3)}px;
    }}
    QPushButton[kind="chip"]:checked {{
        background: {accent.soft}; border: 2px solid {accent.strong}; margin: 0;
    }}
    QPushButton[kind="chip"]:focus {{ border: 2px solid {colors.text}; margin: 0; }}
    QPushButton[kind="chip"]:checked:focus {{
        border: 3px solid {colors.text}; padding: {grid_px(1.5) - 1}px {grid_px(3) - 1}px;
    }}
    QPushButton[kind="step"] {{ padding: {grid_px(1)}px {grid_px(2.5)}px; }}
    QPushButton[kind="toast"] {{
        color: {colors.background}; background: transparent; border: 1px solid {colors.muted};
        padding: {grid_px(1)}px {grid_px(3)}px;
    }}
    QPushButton[kind="toast"]:hover, QPushButton[kind="toast"]:pressed {{
        background: {colors.muted};
    }}
    QPushButton[kind="toast"]:focus {{ border: 2px solid {colors.background}; margin: 0; }}
    """


def _fields(colors: Colors) -> str:
    accent = colors.tones[Tone.ACCENT]
    return f"""
    QLineEdit {{
        color: {colors.text}; background: {colors.surface};
        border: 1px solid {colors.control_line}; border-radius: {grid_px(2)}px;
        padding: {grid_px(1.25)}px {grid_px(2.5)}px; margin: 1px;
        placeholder-text-color: {colors.muted};
        selection-background-color: {accent.strong}; selection-color: {colors.on_accent};
    }}
    QLineEdit:focus {{ border: 2px solid {accent.strong}; margin: 0; }}
    QLineEdit:disabled {{ color: {colors.muted}; background: transparent; }}
    QTextBrowser, QPlainTextEdit {{
        color: {colors.text}; background: {colors.surface};
        border: 1px solid {colors.line}; border-radius: {grid_px(3)}px;
        selection-background-color: {accent.strong}; selection-color: {colors.on_accent};
    }}
    QTextBrowser:focus, QPlainTextEdit:focus {{ border: 2px solid {accent.strong}; }}
    QListView {{
        color: {colors.text}; background: {colors.surface}; border: 1px solid {colors.line};
        selection-background-color: {accent.soft}; selection-color: {colors.text}; outline: none;
    }}
    QFrame[part="question"] {{ border-radius: {grid_px(3)}px; }}
    QFrame[part="toast"] {{ background: {colors.text}; border-radius: {grid_px(2)}px; }}
    QFrame[part="toast"] QLabel {{ color: {colors.background}; }}
    QFrame[part="row"] {{
        background: transparent; border: none; border-top: 1px solid {colors.line};
    }}
    """


def _lists(colors: Colors) -> str:
    accent = colors.tones[Tone.ACCENT]
    return f"""
    QProgressBar[part="progress"] {{
        background: {colors.surface}; border: none; border-radius: {grid_px(0.5)}px;
        min-height: {grid_px(1)}px; max-height: {grid_px(1)}px;
    }}
    QProgressBar[part="break"], QProgressBar[part="steps"] {{
        background: {colors.hover}; border: none; border-radius: {grid_px(0.75)}px;
        min-height: {grid_px(1.5)}px; max-height: {grid_px(1.5)}px;
    }}
    QProgressBar[part="progress"]::chunk, QProgressBar[part="break"]::chunk,
    QProgressBar[part="steps"]::chunk {{
        background: {accent.strong}; border-radius: {grid_px(0.5)}px;
    }}
    QMenu {{
        color: {colors.text}; background: {colors.surface}; border: 1px solid {colors.line};
        padding: {grid_px(1)}px;
    }}
    QMenu::item {{ padding: {grid_px(1.5)}px {grid_px(5)}px; border-radius: {grid_px(1.5)}px; }}
    QMenu::item:selected {{ background: {accent.soft}; }}
    QMenu::item:disabled {{ color: {colors.muted}; }}
    QTableView {{
        background: transparent; border: none; gridline-color: {colors.line};
        selection-background-color: {accent.soft}; selection-color: {colors.text}; outline: none;
    }}
    QTableView::item {{ padding: 0 {grid_px(2)}px; border-bottom: 1px solid {colors.line}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        color: {colors.muted}; background: transparent; border: none;
        border-bottom: 1px solid {colors.line};
        padding: {grid_px(1.5)}px {grid_px(2)}px {grid_px(1.5)}px {grid_px(2.75)}px;
    }}
    QScrollBar:vertical {{ background: transparent; width: {grid_px(2.5)}px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {colors.control_line}; border-radius: {grid_px(0.75)}px;
        margin: {grid_px(0.5)}px; min-height: {grid_px(8)}px;
    }}
    QScrollBar:horizontal {{ background: transparent; height: {grid_px(2.5)}px; margin: 0; }}
    QScrollBar::handle:horizontal {{
        background: {colors.control_line}; border-radius: {grid_px(0.75)}px;
        margin: {grid_px(0.5)}px; min-width: {grid_px(8)}px;
    }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
