"""The small parts of a plugin's document: text, key and value, pictures. All of it plain text."""

import asyncio
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from lapwing.domain.plugins.documents import DocumentPart
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins.large_picture import LargePicture
from lapwing.gui.plugins.pictures import Picture, PictureRefused, drawn
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, ToolButton

SHORT_CHARS: Final = 4_000
_MOST_CHARS: Final = 500_000
_LONGEST_LINE: Final = 4_000
_TEXT_PX: Final = 320
_PAIRS: Final = 200
_KEY_PX: Final = 150
_KEY_PART: Final = 0.4
_LONGEST_VALUE: Final = 2_000
_LEAST_PICTURE_PX: Final = 24
_WHITE: Final = "#ffffff"
_ROUND_PX: Final = 4


def text_part(part: DocumentPart, parent: QWidget) -> QWidget:
    """Short text as a label that can be selected, long text as a page of its own."""
    if len(part.text) <= SHORT_CHARS:
        label = PlainLabel(part.text, parent, lines=True)
        label.setObjectName("document_text")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        return label
    page = QPlainTextEdit(parent)
    page.setObjectName("document_text")
    page.setAccessibleName(visible_text(part.title) or QCoreApplication.translate("DocumentParts", "Text"))
    page.setReadOnly(True)
    page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    page.setFixedHeight(_TEXT_PX)
    shown = visible_text(part.text[:_MOST_CHARS], "\n\t").split("\n")
    lines = (line[at : at + _LONGEST_LINE] for line in shown for at in range(0, max(len(line), 1), _LONGEST_LINE))
    page.setPlainText("\n".join(lines))
    return page


def is_cut(part: DocumentPart) -> bool:
    """Whether a text or a list of values is longer than what is shown."""
    return len(part.text) > _MOST_CHARS or len(part.pairs) > _PAIRS


class KeyValues(QWidget):
    """What it is, dim, and what it says; each value can be selected and copied. Qt's thread."""

    def __init__(self, pairs: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_pairs")
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _KEY_PX)
        grid.setColumnStretch(1, 1)
        for row, (key, value) in enumerate(pairs[:_PAIRS]):
            name = PlainLabel(key[:_LONGEST_VALUE], self, look="dim", lines=True)
            name.setMaximumWidth(2 * _KEY_PX)
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            shown = PlainLabel(value[:_LONGEST_VALUE], self, lines=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            shown.setAccessibleName(f"{name.text()}: {shown.text()}")
            shown.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            copy = QAction(self.tr("Copy"), shown)
            copy.triggered.connect(lambda _on=False, value=value: QGuiApplication.clipboard().setText(value))
            shown.addAction(copy)
            grid.addWidget(name, row, 0)
            grid.addWidget(shown, row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        part = int(self.width() * _KEY_PART)  # beside a result there is little room, and most of it is for the values
        self._grid.setColumnMinimumWidth(0, min(_KEY_PX, part))


class PictureView(QWidget):
    """Draws the picture of a file, beside Qt's thread; says in words why it cannot. Qt's thread.

    What it shows (`alt`) is its accessible name.
    """

    def __init__(self, part: DocumentPart, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_picture")
        self.setAccessibleName(visible_text(part.alt) or self.tr("Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)
        self._part = part
        self._picture: Picture | None = None
        self._note = PlainLabel(self.tr("The picture is being drawn…"), self, look="faint", lines=True)
        self._note.setObjectName("picture_note")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._note)
        down.addStretch(1)
        tip = self.tr("Show the picture larger")
        self.larger = ToolButton("maximize", parent=self, name="picture_larger", tip=tip, color="dim_text")
        self.larger.clicked.connect(self._enlarge)
        self.larger.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._drawing: asyncio.Task[None] | None = None
        self.draw()
        Theme.current().changed.connect(self.draw)

    @property
    def is_drawn(self) -> bool:
        return self._picture is not None

    @property
    def note(self) -> str:
        """What it says in place of the picture; empty: nothing."""
        return self._note.full_text

    def draw(self) -> None:
        """Draw it anew, in the colours of the theme."""
        self.stop()
        self._drawing = asyncio.ensure_future(self._draw())

    def stop(self) -> None:
        """It is not wanted any more."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    async def _draw(self) -> None:
        reasons = {
            "large": self.tr("The picture is too large to be drawn here."),
            "damaged": self.tr("The picture is damaged, or no picture that can be drawn here."),
            "slow": self.tr("Drawing the picture took too long, and was given up."),
        }
        color = Theme.current().colors.text.name()
        try:
            self._picture = await drawn(self._part.kind, self._part.data, color, self.devicePixelRatioF())
        except PictureRefused as refused:
            alt = visible_text(self._part.alt)
            self._note.setText(" ".join(filter(None, (reasons[str(refused)], alt))))
            return
        except OSError as error:
            text = self.tr("The picture cannot be drawn: {reason}.")
            self._note.setText(text.replace("{reason}", error.strerror or str(error)))
            return
        self._note.setText("")
        self._note.hide()
        self._fit()

    def _shown_size(self) -> QSize:
        """As large as the file says, where there is room."""
        picture = self._picture
        if picture is None:
            return QSize(0, 0)
        size = picture.size
        room = max(self.width(), _LEAST_PICTURE_PX)
        if size.width() > room:
            return QSize(room, max(1, round(size.height() * (room / size.width()))))
        return size

    def _fit(self) -> None:
        if self._picture is not None:
            shown = self._shown_size()
            self.setFixedHeight(max(min(shown.height(), 2_000), _LEAST_PICTURE_PX))
            self.larger.setVisible(shown.width() < self._picture.size.width())
            self.larger.move(0 if self.isRightToLeft() else self.width() - self.larger.sizeHint().width(), 0)
            self.update()

    def _enlarge(self) -> None:
        if self._picture is not None:
            LargePicture(self._picture, self.accessibleName(), self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._shown_size().boundedTo(QSize(self.width(), self.height()))
        left = self.width() - size.width() if self.isRightToLeft() else 0
        room = QRectF(left, 0, size.width(), size.height())
        if picture.needs_paper:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_WHITE))
            painter.drawRoundedRect(room, _ROUND_PX, _ROUND_PX)
        painter.drawImage(room, picture.image)
        painter.end()
