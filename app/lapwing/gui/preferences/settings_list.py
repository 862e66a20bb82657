"""All settings below each other by group, or those that a search finds."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.gui.i18n import error_text
from lapwing.gui.preferences.setting_row import SettingRow
from lapwing.gui.preferences.texts import declared_text, found_in
from lapwing.gui.widgets import PlainLabel
from lapwing.settings.declared import FIELDS, GROUPS
from lapwing.settings.store import change_settings, read_settings

_GAP_PX: Final = 18


class SettingsList(QScrollArea):
    """Changes are kept at once. GUI thread.

    Signals:
        changed(str): the setting of this name has another value, and is kept.
        refused(str): a sentence: why a change could not be kept.
    """

    changed = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings_list")
        self.setAccessibleName(self.tr("Settings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._at_start = read_settings()
        self.rows = {name: SettingRow(name) for name in FIELDS}
        self._headings: dict[str, QWidget] = {}
        sheet = QWidget()
        self._down = QVBoxLayout(sheet)
        self._down.setContentsMargins(24, 18, 24, 18)
        self._down.setSpacing(_GAP_PX)
        for group in GROUPS:
            self._headings[group] = PlainLabel(declared_text(group), sheet, look="title")
            self._down.addWidget(self._headings[group])
            for row in self.rows.values():
                if row.facts.group == group:
                    row.changed.connect(self._change)
                    self._down.addWidget(row)
        self.nothing = PlainLabel(self.tr("No setting contains that."), sheet, look="dim")
        self._down.addWidget(self.nothing)
        self._down.addStretch(1)
        self.setWidget(sheet)
        self.show_all()
        self.search("")

    def show_all(self) -> None:
        """Show the values in force."""
        settings = read_settings()
        for name, row in self.rows.items():
            value = getattr(settings, name)
            is_due = row.facts.from_next_start and value != getattr(self._at_start, name)
            row.show_value(value, is_restart_due=is_due)

    def _change(self, name: str, value: object) -> None:
        try:
            change_settings(**{name: value})
        except LapwingError as error:
            self.refused.emit(error_text(error))
        except OSError as error:
            self.refused.emit(self.tr("Settings cannot be written: {reason}.").format(reason=error.strerror))
        else:
            self.changed.emit(name)
        self.show_all()

    def search(self, wanted: str) -> None:
        """Show only what holds every word."""
        shown = set()
        for name, row in self.rows.items():
            is_found = found_in(name, wanted)
            row.setVisible(is_found)
            if is_found:
                shown.add(row.facts.group)
        for group, heading in self._headings.items():
            heading.setVisible(group in shown)
        self.nothing.setVisible(not shown)

    def show_group(self, group: str) -> None:
        """Bring the heading of a group to the top."""
        heading = self._headings[group]
        self.verticalScrollBar().setValue(heading.y() - 12)

    def show_setting(self, name: str) -> None:
        """Bring a setting into view, and give it the focus."""
        self.ensureWidgetVisible(self.rows[name], 0, 40)
        self.rows[name].control.setFocus(Qt.FocusReason.OtherFocusReason)
