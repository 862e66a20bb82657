"""What the actions of results do, in the pane that is in front."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from lapwing.domain.results import RowTest
from lapwing.gui.results.pane_tools import COPY_FORMATS, Handlers

if TYPE_CHECKING:
    from lapwing.gui.results.pane import ResultPane
    from lapwing.gui.results.view import ResultView


class PaneActions(QObject):
    """The handlers of one pane. Qt's thread."""

    def __init__(self, pane: "ResultPane") -> None:
        super().__init__(pane)
        self._pane = pane

    def handlers(self) -> Handlers:
        """What can be done at this moment, by the ids of actions."""
        pane, view = self._pane, self._pane.current
        found: Handlers = {"inspector.toggle": self._toggle_inspector}
        if view is None:
            return found
        return {
            **found,
            **self._of_rows(view),
            **self._of_columns(view),
            **{name: partial(view.copier.copy, kind) for name, kind in COPY_FORMATS.items()},
            "edit.copy": pane.copy,
            "edit.copy_with_headers": pane.copy_with_headers,
            "copy.choose_format": lambda: pane.tools.choose_format(None),
            "copy.column_names": view.copier.copy_names,
            "cell.show_value": self.show_value,
            "text.find": view.open_find,
            "result.pin": lambda: pane.toggle_pin(view.handle.result_id),
            "result.close": lambda: pane.close_result(view.handle.result_id),
        }

    @staticmethod
    def _of_rows(view: "ResultView") -> Handlers:
        return {
            "result.filter": view.filter_bar.open,
            "rows.filter_equal": lambda: view.filter_by_current(RowTest.EQUAL),
            "rows.filter_unequal": lambda: view.filter_by_current(RowTest.NOT_EQUAL),
            "rows.clear_filter": view.filter_bar.close_bar,
            "result.sort_up": lambda: view.sort_current(descending=False),
            "result.sort_down": lambda: view.sort_current(descending=True),
            "result.unsort": lambda: view.arrangement.order_by(()),
        }

    @staticmethod
    def _of_columns(view: "ResultView") -> Handlers:
        grid = view.grid
        return {
            "result.choose_columns": view.menus.choose_columns,
            "result.fit_columns": lambda: grid.fit_to_content(grid.columns.visible()),
            "result.freeze_columns": lambda: view.menus.freeze_up_to(grid.currentIndex().column()),
            "result.unfreeze_columns": lambda: grid.freeze(0),
        }

    def _toggle_inspector(self) -> None:
        self._pane.inspector_toggled.emit(not self._pane.shows_inspector)

    def show_value(self) -> None:
        """Show the value of the current cell in the inspector, and lead the keyboard there."""
        if not self._pane.shows_inspector:
            self._pane.inspector_toggled.emit(True)
        if self._pane.inspector is not None:
            self._pane.inspector.focus_value()

    def open_tab_menu(self, result_id: str, place: QPoint) -> QMenu:
        """What can be done with a result's tab."""
        pane = self._pane
        menu = QMenu(pane)
        menu.setObjectName("result_tab_menu")
        is_pinned = pane.is_pinned(result_id)
        pin = self.tr("Unpin") if is_pinned else self.tr("Pin: keep when the next statement is run")
        menu.addAction(pin, lambda: pane.toggle_pin(result_id))
        menu.addSeparator()
        menu.addAction(self.tr("Close"), lambda: pane.close_result(result_id))
        others = [other for other in pane.result_ids if other != result_id]
        closing = menu.addAction(self.tr("Close others"), lambda: self._close(others))
        closing.setEnabled(bool(others))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _close(self, result_ids: list[str]) -> None:
        for result_id in result_ids:
            self._pane.close_result(result_id)
