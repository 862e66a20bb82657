"""The flat button of tool rows: an icon, a word, or both."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from lapwing.gui.theme import Theme, icon

_HEIGHT = 26
_PADDING = 9
_GAP = 7
_ICON = 16
_CHEVRON = 12


class ToolButton(QToolButton):
    """Takes the focus from the keyboard only, so that a click leaves it in the editor.

    An icon without a word needs `tip`, which is its accessible name, too.

    Attributes:
        has_word: Whether its word is shown beside its icon, where it has one.
    """

    def __init__(
        self,
        icon_name: str = "",
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str,
        tip: str = "",
        primary: bool = False,
        color: str = "text",
    ) -> None:
        """Make a button.

        Args:
            icon_name: A drawing of `resources/icons`, or empty.
            text: Its word, translated, or empty.
            parent: As in Qt.
            name: The objectName.
            tip: What it does, translated; with the shortcut if there is one.
            primary: The one action of its row that stands out.
            color: Token of the icon; a primary button's is `on_accent`.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.has_word = True
        self._primary = primary
        self._color = "on_accent" if primary else color
        if primary:
            self.setProperty("primary", "true")
        if icon_name:
            self.set_icon(icon_name)

    def set_icon(self, icon_name: str, color: str | None = None) -> None:
        """Show another drawing, in the same colour unless one is given."""
        self._color = color or self._color
        self.setIcon(icon(icon_name, self._color))

    def show_word(self, has_word: bool) -> None:
        """Show the word beside the icon, or the icon alone, which then tells its word in a tip."""
        if has_word != self.has_word:
            self.has_word = has_word
            self.setToolTip(self.toolTip() or self.text())
            self.updateGeometry()
            self.update()

    @property
    def word_px(self) -> int:
        """How much wider it is with its word than with its icon alone."""
        return self._width(self.text()) - self._width("")

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._word), _HEIGHT)

    @property
    def _word(self) -> str:
        return self.text() if self.has_word or self.icon().isNull() else ""

    def _width(self, word: str) -> int:
        width = 0
        if not self.icon().isNull():
            width += self.iconSize().width()
        if word:
            width += self.fontMetrics().horizontalAdvance(word) + (_GAP if width else 0) + 2 * _PADDING
        else:
            width += _HEIGHT - self.iconSize().width()
        return width + (_CHEVRON + 3 if self.menu() is not None else 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt leaves 4 px between icon and word and centres the two; here the row's own measures hold."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        drawing, text = self.icon(), self._word
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        side = self.iconSize()
        left = _PADDING if text else (self.width() - side.width() - (_CHEVRON + 3 if self.menu() else 0)) // 2
        if not drawing.isNull():
            at = QRect(left, (self.height() - side.height()) // 2, side.width(), side.height())
            drawing.paint(painter, self._mirrored(at), Qt.AlignmentFlag.AlignCenter, mode)
            left += side.width() + _GAP
        if text:
            painter.setPen(self._text_color())
            rect = self._mirrored(QRect(left, 0, self.width() - left - 2, self.height()))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
            painter.drawText(rect, int(flags), text)
        if self.menu() is not None:
            at = QRect(self.width() - _CHEVRON - 5, (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
            icon("chevron-down", "dim_text").paint(painter, self._mirrored(at), Qt.AlignmentFlag.AlignCenter, mode)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _text_color(self) -> QColor:
        colors = Theme.current().colors
        if not self.isEnabled():
            return colors.dim_text if self._primary else colors.faint_text
        return colors.on_accent if self._primary else colors.text
