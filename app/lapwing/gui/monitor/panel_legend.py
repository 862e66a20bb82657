"""The legend of a panel: one entry a series, in one row; what does not fit is in a menu."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

from lapwing.gui.monitor.chart_colors import color_of
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets.plain_text import caption, plain_tool_tip

_TEXT_PX: Final = 11
_HEIGHT_PX: Final = 20
_DASH_PX: Final = 8
_GAP_PX: Final = 5
_EDGE_PX: Final = 4
_WIDEST_PX: Final = 140
_MOST_ENTRIES: Final = 12


class LegendEntry(QAbstractButton):
    """A dash in a series' colour and its title; struck out and faint while the series is hidden."""

    entered = Signal()
    left = Signal()

    def __init__(self, series: DrawnSeries, parent: QWidget, *, name: str, tip: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFont(ui_font(_TEXT_PX))
        self.setText(caption(series.title))
        self.setAccessibleName(series.title)
        self.setToolTip(plain_tool_tip(tip))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = series.title
        self._color = series.color

    def sizeHint(self) -> QSize:
        words = min(QFontMetrics(self.font()).horizontalAdvance(self._title), _WIDEST_PX)
        return QSize(_DASH_PX + _GAP_PX + words + 2 * _EDGE_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_EDGE_PX, 0, -_EDGE_PX, 0)
        if self.hasFocus():
            painter.setPen(QPen(colors.accent_text, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.right() - _DASH_PX if mirrored else room.left()
        painter.fillRect(
            QRectF(left, round(room.center().y()) - 1, _DASH_PX, 2),
            color_of(self._color) if self.isChecked() else colors.line,
        )
        indent = _DASH_PX + _GAP_PX
        words = room.adjusted(0, 0, -indent, 0) if mirrored else room.adjusted(indent, 0, 0, 0)
        font = self.font()
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(colors.text if self.isChecked() else colors.faint_text)
        text = QFontMetrics(font).elidedText(self._title, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(side) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _RestButton(QToolButton):
    """As narrow as its text: a legend has little room."""

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 14, _HEIGHT_PX)


class PanelLegend(QWidget):
    """One row of entries. GUI thread.

    Signals:
        hidden_changed: A series is to be shown or hidden: its id, and whether it is hidden.
        chosen: The series of this id stands out (None: none does).
    """

    hidden_changed = Signal(object, bool)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(0)
        self.setFixedHeight(_HEIGHT_PX)
        self._series: tuple[DrawnSeries, ...] = ()
        self._remarks: list[str] = []
        self._hidden: frozenset[object] = frozenset()
        self._entries: list[LegendEntry] = []
        self._rest = _RestButton(self)
        self._rest.setObjectName(f"{name}.rest")
        self._rest.setFont(ui_font(_TEXT_PX))
        self._rest.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rest.clicked.connect(self._open_menu)
        self._rest.hide()
        Theme.current().changed.connect(self.update)

    def show_series(
        self, series: Sequence[DrawnSeries], hidden: frozenset[object], remarks: Sequence[str] = ()
    ) -> None:
        """Show entries for these, those of `hidden` struck out; remarks stand below them in the menu."""
        told = tuple(series)
        is_new = _looks(told) != _looks(self._series)
        if is_new or list(remarks) != self._remarks:
            self._series, self._remarks = told, list(remarks)
            if is_new:
                self._build()
            self._arrange()
        self._hidden = hidden
        for one, entry in zip(self._series, self._entries, strict=False):
            entry.setChecked(one.id not in hidden)

    def _build(self) -> None:
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = []
        for place, one in enumerate(self._series[:_MOST_ENTRIES]):
            tip = self.tr("{title}: shown or hidden by a click").format(title=one.title)
            entry = LegendEntry(one, self, name=f"{self.objectName()}.entry{place}", tip=tip)
            entry.setChecked(True)
            entry.clicked.connect(self._entry_clicked)
            entry.entered.connect(self._entry_entered)
            entry.left.connect(self._entry_left)
            self._entries.append(entry)

    def _place_of_sender(self) -> int:
        sender = self.sender()
        return self._entries.index(sender) if isinstance(sender, LegendEntry) and sender in self._entries else -1

    def _entry_clicked(self) -> None:
        place = self._place_of_sender()
        if place >= 0:
            self.hidden_changed.emit(self._series[place].id, not self._entries[place].isChecked())

    def _entry_entered(self) -> None:
        place = self._place_of_sender()
        if place >= 0 and self._entries[place].isChecked():
            self.chosen.emit(self._series[place].id)

    def _entry_left(self) -> None:
        self.chosen.emit(None)

    def _arrange(self) -> None:
        """As many as fit, in the direction of reading."""
        widths = [entry.sizeHint().width() for entry in self._entries]
        fitting = len(widths)
        rest = 0
        while True:
            left_out = len(self._series) - fitting
            self._rest.setText(f"+{left_out}" if left_out else "…")
            is_needed = bool(left_out or self._remarks)
            rest = self._rest.sizeHint().width() if is_needed else 0
            if fitting == 0 or sum(widths[:fitting]) + rest <= self.width():
                break
            fitting -= 1
        x = 0
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < fitting)
            if place < fitting:
                self._put(entry, x, widths[place])
                x += widths[place]
        is_wanted = bool(rest) and x + rest <= self.width()
        self._rest.setVisible(is_wanted)
        if is_wanted:
            left_out = len(self._series) - fitting
            words = [self.tr("%n more series", "", left_out)] if left_out else []
            self._rest.setAccessibleName(". ".join(words + self._remarks))
            self._rest.setToolTip(plain_tool_tip("\n".join(words + self._remarks)))
            self._put(self._rest, x, rest)

    def _put(self, widget: QWidget, x: int, width: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        widget.setGeometry(x, 0, width, _HEIGHT_PX)

    def _open_menu(self) -> None:
        """All series, so that any can be shown and hidden."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, one in enumerate(self._series):
            action = menu.addAction(caption(one.title))
            action.setCheckable(True)
            action.setChecked(one.id not in self._hidden)
            action.setData(place)
        if self._remarks:
            menu.addSeparator()
        for remark in self._remarks:
            menu.addAction(caption(remark)).setEnabled(False)
        menu.triggered.connect(self._action_chosen)
        menu.popup(self._rest.mapToGlobal(self._rest.rect().bottomLeft()))

    def _action_chosen(self, action: QAction) -> None:
        place = action.data()
        if isinstance(place, int) and place < len(self._series):
            self.hidden_changed.emit(self._series[place].id, not action.isChecked())

    def sizeHint(self) -> QSize:
        return QSize(sum(entry.sizeHint().width() for entry in self._entries), _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()


def _looks(series: Sequence[DrawnSeries]) -> list[tuple[object, str, str]]:
    return [(one.id, one.title, one.color) for one in series]
