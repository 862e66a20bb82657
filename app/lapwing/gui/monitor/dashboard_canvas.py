"""The panels of a dashboard beside and below each other; while it is changed they are dragged and give way."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring import dashboard_layout as layout
from lapwing.domain.monitoring.dashboards import Panel
from lapwing.gui.monitor.dashboard_frame import Grip, PanelFrame
from lapwing.gui.monitor.dashboard_grid import EDITING_PX, MARGIN_PX, Grid, depth_px
from lapwing.gui.theme import Theme

_ROUND_PX: Final = 8
_LEAST_PX: Final = QSize(90, 60)


@dataclass(frozen=True, slots=True)
class _Drag:
    """A panel that is taken: where the mouse took it, and where it was."""

    panel_id: str
    from_at: QPoint
    rect: QRect
    is_sizing: bool


class DashboardCanvas(QWidget):
    """Qt's thread.

    Attributes:
        frames: By the ids of panels, in the order of reading.
        enlarged: The id of the only panel that is shown, over the whole canvas; empty: all are.

    Signals:
        frame_made(PanelFrame): A panel is new here.
        laid_out(tuple[Panel, ...]): A person put panels to other places.
        panel_wanted(str), removal_wanted(str): Enter and Delete on a panel.
    """

    frame_made = Signal(object)
    laid_out = Signal(object)
    panel_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dashboard_canvas")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.frames: dict[str, PanelFrame] = {}
        self.is_editing = False
        self.enlarged = ""
        self._panels: tuple[Panel, ...] = ()
        self._drag: _Drag | None = None
        self._aim: tuple[Panel, ...] | None = None
        Theme.current().changed.connect(self.update)

    # what is shown

    def set_panels(self, panels: tuple[Panel, ...]) -> None:
        """Show these; panels that are there already keep their widgets."""
        self._drop()
        self._panels = panels
        for gone in self.frames.keys() - {panel.id for panel in panels}:
            frame = self.frames.pop(gone)
            frame.hide()
            frame.deleteLater()
        for panel in panels:
            if panel.id not in self.frames:
                self._add(panel)
            elif self.frames[panel.id].panel != panel:
                self.frames[panel.id].set_panel(panel)
        self._order()
        if self.enlarged not in self.frames:
            self.enlarged = ""
        self._arrange()

    def _add(self, panel: Panel) -> None:
        frame = self.frames[panel.id] = PanelFrame(panel, self)
        frame.set_editing(self.is_editing)
        frame.moved.connect(lambda right, down: self._step(frame.panel.id, right, down))
        frame.sized.connect(lambda right, down: self._grow(frame.panel.id, right, down))
        frame.edit_wanted.connect(lambda: self.panel_wanted.emit(frame.panel.id))
        frame.remove_wanted.connect(lambda: self.removal_wanted.emit(frame.panel.id))
        for grip, is_sizing in ((frame.title_grip, False), (frame.corner_grip, True)):
            self._connect(grip, frame, is_sizing)
        frame.focus_changed.connect(self.update)
        frame.enlarge_wanted.connect(lambda: self.enlarge("" if self.enlarged else frame.panel.id))
        self.frame_made.emit(frame)
        frame.show()

    def _connect(self, grip: Grip, frame: PanelFrame, is_sizing: bool) -> None:
        grip.taken.connect(lambda at: self._take(frame, at, is_sizing))
        grip.dragged.connect(self._move_drag)
        grip.dropped.connect(self._finish)

    def _order(self) -> None:
        """Tab goes from panel to panel as one reads."""
        ordered = sorted(self._panels, key=lambda panel: (panel.y, panel.x))
        self.frames = {panel.id: self.frames[panel.id] for panel in ordered}
        frames = list(self.frames.values())
        for before, behind in pairwise(frames):
            QWidget.setTabOrder(before.view.more, behind)
            QWidget.setTabOrder(behind, behind.view.more)

    def set_editing(self, is_editing: bool) -> None:
        """Let panels be moved, or no longer."""
        self._drop()
        self.is_editing = is_editing
        self.enlarged = ""
        self.setMinimumWidth(EDITING_PX if is_editing else 0)
        for frame in self.frames.values():
            frame.set_editing(is_editing)
        self._arrange()

    def enlarge(self, panel_id: str) -> None:
        """Show this panel alone, as large as there is room; an empty id shows all again. Not while it is changed."""
        if not self.is_editing and panel_id != self.enlarged:
            self.enlarged = panel_id if panel_id in self.frames else ""
            self._arrange()

    @property
    def shown(self) -> list[PanelFrame]:
        """The frames that are not hidden, in the order of reading."""
        return [frame for panel_id, frame in self.frames.items() if self.enlarged in {"", panel_id}]

    def focus(self, panel_id: str) -> None:
        """Give a panel the keyboard."""
        if panel_id in self.frames:
            self.frames[panel_id].setFocus(Qt.FocusReason.OtherFocusReason)

    # places

    @property
    def _grid(self) -> Grid:
        return Grid(self.width())

    def _arrange(self) -> None:
        for panel_id, frame in self.frames.items():
            frame.setVisible(self.enlarged in {"", panel_id})
        if self.enlarged:
            self.setMinimumHeight(0)
            self.frames[self.enlarged].setGeometry(self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX))
        else:
            self._arrange_all()
        self.update()

    def _arrange_all(self) -> None:
        grid = self._grid
        panels = self._aim or self._panels
        if not self.is_editing:
            panels = layout.flowed(panels, {panel.id: grid.least(panel) for panel in panels})
        for panel in panels:
            if self._drag is None or panel.id != self._drag.panel_id:
                self.frames[panel.id].setGeometry(self._mirrored(grid.rect(panel)))
        self.setMinimumHeight(depth_px(panels))

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # with the mouse

    def _take(self, frame: PanelFrame, at: QPoint, is_sizing: bool) -> None:
        frame.setFocus(Qt.FocusReason.MouseFocusReason)
        frame.raise_()
        self._drag = _Drag(frame.panel.id, at, self._mirrored(frame.geometry()), is_sizing)
        self._aim = self._panels
        self.update()

    def _move_drag(self, at: QPoint) -> None:
        drag = self._drag
        if drag is None:
            return
        by = at - drag.from_at
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            by.setX(-by.x())
        rect = QRect(drag.rect)
        if drag.is_sizing:
            rect.setSize((rect.size() + QSize(by.x(), by.y())).expandedTo(_LEAST_PX))
            cells = self._grid.cells(rect.width(), rect.height())
            self._aim = layout.resized(self._panels, drag.panel_id, *cells)
        else:
            rect.translate(by)
            self._aim = layout.moved(self._panels, drag.panel_id, *self._grid.cell(rect.topLeft()))
        self._arrange()
        self.frames[drag.panel_id].setGeometry(self._mirrored(rect))

    def _finish(self) -> None:
        aim, has_dragged = self._aim, self._drag is not None
        self._drop()
        if has_dragged and aim is not None and aim != self._panels:
            self.laid_out.emit(aim)

    def _drop(self) -> None:
        """Leave everything where it was."""
        if self._drag is not None:
            self._drag = self._aim = None
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drop()
        elif event.key() == Qt.Key.Key_Escape and self.enlarged:
            self.enlarge("")
        else:
            super().keyPressEvent(event)

    # with the keyboard

    def _step(self, panel_id: str, right: int, down: int) -> None:
        panel = self.frames[panel_id].panel
        if right:
            found = layout.moved(self._panels, panel_id, panel.x + right, panel.y)
        else:
            go: Callable[..., tuple[Panel, ...]] = layout.lowered if down > 0 else layout.lifted
            found = go(self._panels, panel_id)
        self._keep(found)

    def _grow(self, panel_id: str, right: int, down: int) -> None:
        panel = self.frames[panel_id].panel
        self._keep(layout.resized(self._panels, panel_id, panel.width + right, panel.height + down))

    def _keep(self, panels: tuple[Panel, ...]) -> None:
        if panels != self._panels:
            self.laid_out.emit(panels)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_editing:
            return
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drag is not None and self._aim is not None:
            aim = next(panel for panel in self._aim if panel.id == self._drag.panel_id)
            painter.setPen(QPen(colors.accent_text, 1, Qt.PenStyle.DashLine))
            painter.setBrush(colors.accent_background)
            place = QRectF(self._mirrored(self._grid.rect(aim))).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(place, _ROUND_PX, _ROUND_PX)
        chosen = next((frame for frame in self.frames.values() if frame.hasFocus()), None)
        if chosen is not None:
            painter.setPen(QPen(colors.accent_text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(chosen.geometry()).adjusted(-1.5, -1.5, 1.5, 1.5), _ROUND_PX, _ROUND_PX)
