"""What About tells of this window, and the text that "Copy diagnostics" puts on the clipboard."""

import os
import platform
from typing import Final

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from lapwing.domain.diagnosis import Diagnosis, Finding, Section, State
from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme
from lapwing.settings.store import read_settings

_WIDTH: Final = 18


def window_section() -> Section:
    """What is so in this process, in the words of `lapwing doctor`."""
    screens = ", ".join(
        f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():.0%}"
        for screen in QGuiApplication.screens()
    )
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "") or "no desktop named"
    facts = {
        "Qt": qVersion() or "",
        "PySide6": PySide6.__version__,
        "Python": platform.python_version(),
        "display": f"{QGuiApplication.platformName()}, {desktop}",
        "screens": screens,
        "theme": f"{Theme.current().mode.value}, {'dark' if Theme.current().is_dark else 'light'}",
        "language": f"{read_settings().language}, {QLocale.system().name()}",
    }
    return Section("Window", tuple(Finding(subject, words) for subject, words in facts.items()))


def diagnostics_text(diagnosis: Diagnosis, more: str = "") -> str:
    """Everything as text, laid out as `lapwing doctor` does; `more` is said above it."""
    sections = (window_section(), *diagnosis.sections)
    head = f"{visible_text(more)}\n" if more else ""
    return head + "\n".join(map(_section_text, sections))


def _section_text(section: Section) -> str:
    lines = [
        f"  {State(found.state).value:<8} {visible_text(found.subject):<{_WIDTH}} {visible_text(found.words)}\n"
        for found in section.findings
    ]
    return f"{section.title}\n{''.join(lines)}"
