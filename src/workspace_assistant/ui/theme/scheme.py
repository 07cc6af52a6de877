"""Puts a color scheme on the application and follows the system when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone
from workspace_assistant.ui.theme.style_sheet import style_sheet

_MIDDLE_LIGHTNESS = 128
_CHOOSABLE = {"light": LIGHT, "dark": DARK}


class SchemeFollower(QObject):
    """Keeps the application in the scheme that was chosen: ``light`` or ``dark``.

    With any other choice in the system's; light where the system does not say.
    """

    def __init__(self, app: QApplication, chosen: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._chosen = chosen
        self._applied: Colors | None = None
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._on_scheme_changed(hints.colorScheme())

    def choose(self, chosen: str) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._apply()

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._systems = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._apply()

    def _apply(self) -> None:
        """Nothing is styled anew where the colors stay: that is dear."""
        colors = _CHOOSABLE.get(self._chosen, self._systems)
        if colors is not self._applied:
            self._applied = colors
            apply_colors(self._app, colors)


def apply_colors(app: QApplication, colors: Colors) -> None:
    """Give *app* the palette and the style sheet of *colors*."""
    app.setPalette(palette(colors))
    app.setStyleSheet(style_sheet(colors))


def current_colors() -> Colors:
    """The table in use, for widgets that paint themselves."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < _MIDDLE_LIGHTNESS else LIGHT


def palette(colors: Colors) -> QPalette:
    accent = colors.tones[Tone.ACCENT]
    role = QPalette.ColorRole
    pairs = {
        role.Window: colors.background,
        role.WindowText: colors.text,
        role.Base: colors.surface,
        role.AlternateBase: colors.background,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.surface,
        role.ButtonText: colors.text,
        role.BrightText: colors.tones[Tone.BAD].strong,
        role.Highlight: accent.strong,
        role.HighlightedText: colors.on_accent,
        role.Link: colors.link,
        role.ToolTipBase: colors.surface,
        role.ToolTipText: colors.text,
        role.Light: colors.surface,
        role.Midlight: colors.line,
        role.Mid: colors.control_line,
        role.Dark: colors.control_line,
        role.Shadow: colors.line,
        role.Accent: accent.strong,
    }
    made = QPalette()
    for key, value in pairs.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colors.muted))
    return made
