"""Rows with the inspector at their right, which is made when it is first needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lapwing.gui.client import EngineClient
from lapwing.gui.results.inspector.place import WIDTH_PX, Describe

if TYPE_CHECKING:
    from lapwing.gui.results.grid import ResultGrid
    from lapwing.gui.results.inspector.inspector import Inspector
    from lapwing.gui.results.model import ResultModel


class BesideInspector(QWidget):
    """A widget that shows rows and has an inspector. Qt's thread.

    Attributes:
        inspector: None until it was needed.
        describe: What it asks about columns.
        connection_of: Says of which saved connection the rows are (its id; empty: of none).

    Signals:
        inspector_toggled(bool): A person showed or hid the inspector.
        inspector_resized(int): A person made it so many pixels wide.
    """

    inspector_toggled = Signal(bool)
    inspector_resized = Signal(int)

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.inspector: Inspector | None = None
        self.describe: Describe | None = None
        self.connection_of: Callable[[], str] = str
        self._wants_inspector, self._inspector_px = False, WIDTH_PX
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("result_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(lambda _place, _index: self._note_width())
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.splitter, 1)

    def put_beside(self, rows: QWidget) -> None:
        """Put what shows the rows at the left."""
        self.splitter.addWidget(rows)
        self.splitter.setStretchFactor(0, 1)

    def put_below(self, widget: QWidget) -> None:
        """Put a line below both."""
        self._whole.addWidget(widget)

    def watched(self) -> "tuple[ResultGrid, ResultModel, str] | None":
        """What the inspector is to follow: grid, model, and the result's id in the engine or nothing."""
        return None

    def has_rows(self) -> bool:
        """Whether there is anything to be inspected."""
        return self.watched() is not None

    def say_trouble(self, sentence: str) -> None:
        """Tell the person a sentence."""

    @property
    def shows_inspector(self) -> bool:
        return self._wants_inspector

    def show_inspector(self, shown: bool, width_px: int = WIDTH_PX) -> None:
        """Show or hide the inspector, so wide; it comes with the first rows."""
        self._wants_inspector, self._inspector_px = shown, width_px
        if self.inspector is not None or (shown and self.has_rows()):
            self._place_inspector()

    def rows_came(self) -> None:
        """There is something to be inspected now."""
        if self._wants_inspector and (self.inspector is None or not self.inspector.isVisibleTo(self)):
            self._place_inspector()

    def prepare_inspector(self) -> None:
        """Have it ready where it is wanted: making and styling it takes some milliseconds."""
        if self._wants_inspector and self.inspector is None:
            self._make_inspector()

    def _place_inspector(self) -> None:
        inspector = self.inspector or self._make_inspector()
        inspector.describe = self.describe
        inspector.setVisible(self._wants_inspector)
        if self._wants_inspector:
            self.splitter.setSizes([max(1, self.splitter.width() - self._inspector_px), self._inspector_px])
        self.watch_current()

    def _make_inspector(self) -> "Inspector":
        from lapwing.gui.results.inspector.inspector import Inspector  # only now: the window shows sooner

        inspector = self.inspector = Inspector(self._client, self)
        inspector.hide()
        self.splitter.addWidget(inspector)
        self.splitter.setStretchFactor(1, 0)
        inspector.closed.connect(lambda: self.inspector_toggled.emit(False))
        inspector.trouble.connect(self.say_trouble)
        return inspector

    def _note_width(self) -> None:
        if self.inspector is not None and self.inspector.isVisible():
            self._inspector_px = self.inspector.width()
            self.inspector_resized.emit(self._inspector_px)

    def watch_current(self) -> None:
        """Other rows are in front."""
        if self.inspector is not None:
            found = self.watched() if self._wants_inspector else None
            if found is None:
                self.inspector.watch(None, None)
            else:
                self.inspector.watch(*found)
