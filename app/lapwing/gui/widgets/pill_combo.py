"""The rounded choice of tool rows: connection, schema, transaction mode."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, icon

_HEIGHT = 26
_PADDING = 9
_GAP = 6
_DOT = 8
_ICON = 14
_CHEVRON = 12
_MAX_TEXT = 380
_COLOR_ROLE = Qt.ItemDataRole.UserRole + 1


class PillCombo(QComboBox):
    """As wide as the entry it shows; each entry may have an icon or a coloured dot. The mouse wheel changes nothing.

    Entries may be names from a server: they are shown as plain text with invisible characters written out. What an
    entry stands for is its data (`currentData`).
    """

    def __init__(self, label: str, parent: QWidget | None = None, *, name: str) -> None:
        """Make an empty one.

        Args:
            label: What is chosen here, translated: accessible name and tool tip.
            parent: As in Qt.
            name: The objectName.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setProperty("look", "pill")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setMaxVisibleItems(20)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own for combo boxes paints past the style sheet
        self.currentIndexChanged.connect(self.updateGeometry)

    def add_entry(self, text: str, data: object = None, *, icon_name: str = "", dot: str = "") -> None:
        """Add one entry at the end.

        Args:
            text: Its name.
            data: What `currentData` gives; the exact `text` if None.
            icon_name: A drawing before the name.
            dot: The colour of a dot before the name: a token, or `#rrggbb`.
        """
        drawing = icon(icon_name, "dim_text") if icon_name else icon("filled-dot", dot) if dot else QIcon()
        self.addItem(drawing, visible_text(text), text if data is None else data)
        self.setItemData(self.count() - 1, bool(dot), _COLOR_ROLE)
        self.updateGeometry()

    def choose(self, data: object) -> bool:
        """Show the entry that stands for `data`; False if there is none."""
        index = self.findData(data)
        if index >= 0:
            self.setCurrentIndex(index)
        return index >= 0

    def _mark_width(self) -> int:
        if self.itemIcon(self.currentIndex()).isNull():
            return 0
        return (_DOT if self.itemData(self.currentIndex(), _COLOR_ROLE) else _ICON) + _GAP

    def sizeHint(self) -> QSize:
        text = min(self.fontMetrics().horizontalAdvance(self.currentText()) + 1, _MAX_TEXT)
        return QSize(2 * _PADDING + self._mark_width() + text + _GAP + _CHEVRON, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), _HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        """The list is as wide as its widest entry, however narrow the pill is."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 32)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame is the style's; what is in it stands at the pill's own measures."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        mark = self._mark_width()
        if mark:
            at = QRect(_PADDING, 0, mark - _GAP, self.height())
            side = 16 if mark - _GAP == _DOT else _ICON  # the dot's drawing has air around it
            square = QRect(0, 0, side, side)
            square.moveCenter(at.center())
            self.itemIcon(self.currentIndex()).paint(
                painter, self._mirrored(square), Qt.AlignmentFlag.AlignCenter, mode
            )
        left = _PADDING + mark
        right = self.width() - _PADDING - _CHEVRON
        painter.setPen(Theme.current().color("text" if self.isEnabled() else "faint_text"))
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, right - left - _GAP + 1)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(self._mirrored(QRect(left, 0, right - left, self.height())), flags, text)
        at = QRect(right, (self.height() - _CHEVRON) // 2 + 1, _CHEVRON, _CHEVRON)
        icon("chevron-down", "dim_text").paint(painter, self._mirrored(at), Qt.AlignmentFlag.AlignCenter, mode)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
