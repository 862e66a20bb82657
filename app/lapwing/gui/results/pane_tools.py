"""What stands beside the tabs of results: find, filter, copy, export, the row limit, the inspector."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from lapwing.domain.results import CopyFormat
from lapwing.gui.actions import ACTIONS
from lapwing.gui.actions.results import COPY_AS
from lapwing.gui.widgets import ToolButton
from lapwing.gui.widgets.counts import grouped

COPY_FORMATS: Final = {
    "copy.as_csv": CopyFormat.CSV,
    "copy.as_json": CopyFormat.JSON,
    "copy.as_ndjson": CopyFormat.NDJSON,
    "copy.as_markdown": CopyFormat.MARKDOWN,
    "copy.as_insert": CopyFormat.INSERT,
    "copy.as_in_list": CopyFormat.IN_LIST,
}
_LIMITS: Final = (100, 1_000, 10_000, 100_000, 1_000_000)
_MOST: Final = 1_000_000_000
AS_IN_SETTINGS: Final = -1

Handlers = Mapping[str, Callable[[], object]]


def filled(menu: QMenu, ids: Sequence[str], handlers: Handlers) -> QMenu:
    """Put actions into a menu by their ids; an empty one is a line."""
    for action_id in ids:
        if not action_id:
            menu.addSeparator()
            continue
        action = menu.addAction(ACTIONS[action_id].shown_title())
        action.setObjectName(action_id)
        action.setEnabled(action_id in handlers)
        if action_id in handlers:
            action.triggered.connect(lambda _on=False, do=handlers[action_id]: do())
    return menu


def copy_menu(parent: QWidget, handlers: Handlers) -> QMenu:
    """The forms in which cells are copied."""
    menu = QMenu(parent)
    menu.setObjectName("copy_as_menu")
    ids = ["edit.copy", "edit.copy_with_headers", "", *(action.id for action in COPY_AS)]
    return filled(menu, ids, handlers)


class PaneTools(QWidget):
    """The buttons. Qt's thread.

    Attributes:
        worded: Groups of buttons that can do without their words.
        row_limit: Rows after which fetching pauses in this tab: `AS_IN_SETTINGS`, 0 for no limit, or a number.

    Signals:
        limit_changed(): Another row limit was chosen.
    """

    limit_changed = Signal()

    def __init__(self, handlers: Callable[[], Handlers], parent: QWidget | None = None) -> None:
        """`handlers` gives what can be done at this moment, by the ids of actions."""
        super().__init__(parent)
        self.setObjectName("result_tools")
        self._handlers = handlers
        self.row_limit = AS_IN_SETTINGS
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.limit_button = ToolButton("rows", "", self, name="result_limit", color="dim_text")
        self.limit_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.limit_button.setMenu(self._limit_menu())
        self._row.addWidget(self.limit_button)
        self.find_button = self._button("search", "", self.tr("Find in result (Ctrl+F)"), "text.find", "result_search")
        self.filter_button = self._button(
            "filter", self.tr("Filter"), self.tr("Filter rows"), "result.filter", "result_filter"
        )
        self.copy_button = ToolButton("copy", self.tr("Copy as"), self, name="result_copy", color="dim_text")
        self.copy_button.setToolTip(self.tr("Copy the selected cells (Ctrl+K)"))
        self.copy_button.clicked.connect(lambda _on=False: self.choose_format(None))
        self._row.addWidget(self.copy_button)
        self.export_button = ToolButton("download", self.tr("Export"), self, name="result_export", color="dim_text")
        self.export_button.clicked.connect(self._export)
        self.export_button.hide()
        self._row.addWidget(self.export_button)
        self.inspector_button = self._button(
            "panel-right", "", self.tr("Inspector"), "inspector.toggle", "result_inspector"
        )
        self.inspector_button.setCheckable(True)
        self.worded = ((self.export_button,), (self.filter_button, self.copy_button))
        self._show_limit()

    def _button(self, sign: str, text: str, tip: str, action_id: str, name: str) -> ToolButton:
        button = ToolButton(sign, text, self, name=name, tip=tip, color="dim_text")
        button.clicked.connect(lambda _on=False: self._do(action_id))
        self._row.addWidget(button)
        return button

    def _do(self, action_id: str) -> None:
        if handler := self._handlers().get(action_id):
            handler()

    def enable(self, *, has_result: bool) -> None:
        """Whether there is a result in front to do something with."""
        for button in (self.find_button, self.filter_button, self.copy_button, self.export_button):
            button.setEnabled(has_result)

    def choose_format(self, place: QPoint | None) -> None:
        """Open the menu of forms in which cells are copied, at a place of the screen or below the button."""
        menu = copy_menu(self, self._handlers())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place or self.copy_button.mapToGlobal(self.copy_button.rect().bottomLeft()))

    # what another feature may offer

    def _export_action(self) -> QAction | None:
        found = self.window().findChild(QAction, "result.export")
        return found if isinstance(found, QAction) else None

    def _export(self) -> None:
        if (action := self._export_action()) is not None:
            action.trigger()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        action = self._export_action()
        self.export_button.setVisible(action is not None)
        if action is not None:
            self.export_button.setToolTip(action.toolTip())

    # the row limit

    def limit_for(self, usual: int | None) -> int | None:
        """The row limit of the next run, `usual` being that of the settings; None for none."""
        return usual if self.row_limit == AS_IN_SETTINGS else self.row_limit or None

    def _limit_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("row_limit_menu")
        self._limits: dict[int, QAction] = {}
        for limit in (AS_IN_SETTINGS, *_LIMITS, 0):
            action = menu.addAction(self._limit_words(limit))
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, limit=limit: self.set_limit(limit))
            self._limits[limit] = action
        menu.addSeparator()
        menu.addAction(self.tr("Other number…"), self._ask_limit)
        return menu

    def _limit_words(self, limit: int) -> str:
        if limit == AS_IN_SETTINGS:
            return self.tr("Row limit of the settings")
        return self.tr("{count} rows").format(count=grouped(limit)) if limit else self.tr("No row limit")

    def set_limit(self, limit: int) -> None:
        """Pause after so many rows from the next run on; as `row_limit` has it."""
        self.row_limit = limit
        self._show_limit()
        self.limit_changed.emit()

    def _show_limit(self) -> None:
        for limit, action in self._limits.items():
            action.setChecked(limit == self.row_limit)
        words = self._limit_words(self.row_limit)
        self.limit_button.setText(
            "" if self.row_limit == AS_IN_SETTINGS else grouped(self.row_limit) if self.row_limit else "∞"
        )
        tip = self.tr("Row limit of this tab: {limit}").format(limit=words)
        self.limit_button.setToolTip(tip)
        self.limit_button.setAccessibleName(tip)
        self.limit_button.updateGeometry()

    def _ask_limit(self) -> None:
        dialog = QInputDialog(self)
        dialog.setObjectName("row_limit_dialog")
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(self.tr("Row limit"))
        dialog.setLabelText(self.tr("Rows after which fetching pauses in this tab:"))
        dialog.setIntRange(1, _MOST)
        dialog.setIntValue(self.row_limit if self.row_limit > 0 else 100_000)
        dialog.intValueSelected.connect(self.set_limit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
