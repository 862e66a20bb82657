"""One value, whole: as text, JSON laid out or as a tree, XML, bytes or a picture."""

import asyncio
import threading
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPixmap, QResizeEvent, QTextOption
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.values import LongCell, RawText, cell_text
from lapwing.domain.visible import visible_text
from lapwing.gui.results.inspector.byte_source import ByteSource, bytes_of, is_binary
from lapwing.gui.results.inspector.documents import (
    AT_ONCE_CHARS,
    Document,
    may_be_document,
    read_document,
    size_of,
)
from lapwing.gui.results.inspector.hex_view import HexView
from lapwing.gui.results.inspector.images import ImageRefused, decoded, image_format
from lapwing.gui.results.inspector.inspected import Inspected
from lapwing.gui.results.inspector.json_outline import JsonOutline
from lapwing.gui.results.inspector.json_tree import JsonTree
from lapwing.gui.results.inspector.plugin_viewers import PluginViewers
from lapwing.gui.results.inspector.value_colors import ValueColors
from lapwing.gui.theme import give_font, mono_font, ui_font
from lapwing.gui.widgets import PlainLabel, ToolButton
from lapwing.gui.widgets.counts import grouped, with_grouped
from lapwing.results.source import whole_cell

MOST_CHARS: Final = 500_000
"""More of a text is not shown at once; copying gives all of it."""
_LONGEST_LINE: Final = 4_000
_SHORT_CHARS: Final = 40
_MAGIC_BYTES: Final = 16
_PLUGIN_PX: Final = 300
_ENDLESS_PX: Final = 16_777_215
_FORMS: Final = ("text", "json", "tree", "xml", "hex", "image")


class ValueView(QWidget):
    """Shows a value in the form that suits it; others can be chosen. Qt's thread, but for reading and decoding.

    Attributes:
        form: How it is shown: `text`, `json`, `tree`, `xml`, `hex` or `image`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value_view")
        self._value: Inspected | None = None
        self._chosen = ""
        self._reading: asyncio.Task[None] | None = None
        self._picture = QPixmap()
        self.form = "text"
        self._document = Document()
        self._laying_out: asyncio.Task[None] | None = None
        self._unwanted = threading.Event()
        """Set when the document that is being read is no longer wanted."""
        self._make_forms()
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("value_text")
        self.text.setAccessibleName(self.tr("Value"))
        self.text.setReadOnly(True)
        self.text.setProperty("look", "quiet")
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDocumentMargin(0)
        self._colors = ValueColors(self.text.document())
        self.tree = JsonTree(self)
        self.hex = HexView(self)
        self.image = QLabel(self)
        self.image.setObjectName("value_image")
        self.image.setAccessibleName(self.tr("Picture"))
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setMinimumSize(1, 1)
        self.viewers.viewer_wanted.connect(self._offer_forms)
        self.viewers.changed.connect(self._offer_forms)
        self._stack = QStackedWidget(self)
        for widget in (self.text, self.tree, self.hex, self.image, self.viewers.place):
            self._stack.addWidget(widget)
        self.note = PlainLabel("", self, look="faint", lines=True)
        self.note.setObjectName("value_note")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(self._forms)
        down.addWidget(self._stack, 1)
        down.addWidget(self.note)
        self.show_value(None)

    def _make_forms(self) -> None:
        titles = (self.tr("Text"), "JSON", self.tr("Tree"), "XML", self.tr("Hex"), self.tr("Image"))
        self._forms = QWidget(self)
        row = QHBoxLayout(self._forms)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[str, ToolButton] = {}
        self._group = QButtonGroup(self)
        for form, title in zip(_FORMS, titles, strict=True):
            button = ToolButton("", title, self._forms, name=f"value_as_{form}", tip=title)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, form=form: self._choose(form))
            self._group.addButton(button)
            row.addWidget(button)
            self._buttons[form] = button
        self.viewers = PluginViewers(self)
        row.addWidget(self.viewers)
        row.addStretch(1)

    # what is shown

    @property
    def is_short(self) -> bool:
        """Whether the value fits one line."""
        value = self._value
        if value is None or value.cell is None:
            return True
        if self.form != "text" or isinstance(value.cell, LongCell | RawText | bytes):
            return False
        text = cell_text(value.cell)
        return len(text) <= _SHORT_CHARS and "\n" not in text

    def show_value(self, value: Inspected | None) -> None:
        """Show another value, in the form that was chosen last where it has that."""
        self._stop()
        self._stop_laying_out()
        self.viewers.stop()
        self._value = value
        self._document = Document()
        self.tree.show_outline(None)
        if value is not None and may_be_document(value.source, value.cell):
            if size_of(value.cell) <= AT_ONCE_CHARS:
                self._document = read_document(value.source, value.cell)
            else:
                self._laying_out = asyncio.ensure_future(self._lay_out_document(value))
        self._offer_forms()

    def _stop_laying_out(self) -> None:
        self._unwanted.set()
        if self._laying_out is not None:
            self._laying_out.cancel()
            self._laying_out = None

    async def _lay_out_document(self, value: Inspected) -> None:
        """Lay out a long document in a thread of its own; its beginning is shown as text meanwhile."""
        unwanted = self._unwanted = threading.Event()
        try:
            document = await asyncio.to_thread(read_document, value.source, value.cell, unwanted.is_set)
        except (OSError, ValueError, MemoryError) as error:
            self._laying_out = None
            self.note.setText(self.tr("The value cannot be read: {reason}").format(reason=error))
            self.note.show()
            return
        self._laying_out = None
        self._document = document
        self._offer_forms()

    def _offer_forms(self) -> None:
        """Offer the forms that the value has now."""
        value, forms = self._value, self._forms_of(self._value)
        for form, button in self._buttons.items():
            button.setVisible(form in forms)
        self._forms.setVisible(len(forms) > 1 and not (value is not None and self._is_plain(value, forms)))
        if self._show_by_plugin(value):
            return
        self.form = self._chosen if self._chosen in forms else forms[-1] if forms[-1] != "hex" else forms[0]
        self._show_form()

    def _show_by_plugin(self, value: Inspected | None) -> bool:
        """Offer viewers of plugins, and let the one that was chosen show the value."""
        viewer = self.viewers.offer(value)
        if not self.viewers.isHidden():
            self._forms.show()
        if viewer is None or value is None:
            return False
        self.form = "plugin"
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._stack.setCurrentWidget(self.viewers.place)
        self.viewers.show_value(viewer, value)
        self.note.hide()
        self._fit_height()
        return True

    @staticmethod
    def _is_plain(value: Inspected, forms: list[str]) -> bool:
        text = "" if isinstance(value.cell, LongCell) else cell_text(value.cell)
        return forms == ["text", "hex"] and len(text) <= _SHORT_CHARS and text.isprintable() and "\n" not in text

    def _forms_of(self, value: Inspected | None) -> list[str]:
        """Those that the value can be shown in, the one that suits it best last, but hex."""
        if value is None or value.cell is None:
            return ["text"]
        if is_binary(value.cell, value.column):
            source = bytes_of(value.source, value.cell, value.column)
            try:
                start = source.read(0, _MAGIC_BYTES)
            except (OSError, ValueError):
                start = b""
            return ["hex", "image"] if image_format(start) else ["text", "hex"] if source.size <= 64 else ["hex"]
        forms = ["text", "hex"]
        document = self._document
        shown = ("tree", document.tree), ("json", document.json), ("xml", document.xml)
        return forms + [form for form, found in shown if found is not None]

    @property
    def _laid_out(self) -> str | None:
        """The document as it is laid out in this form, if it is."""
        return {"json": self._document.json, "xml": self._document.xml}.get(self.form)

    def _choose(self, form: str) -> None:
        self._chosen = form
        self.form = form
        self.viewers.chosen = ""
        self.viewers.offer(self._value)
        self._stop()
        self._show_form()

    def _show_form(self) -> None:
        value = self._value
        self._buttons[self.form].setChecked(True)
        self.note.setText("")
        shown = {"tree": self.tree, "hex": self.hex, "image": self.image}.get(self.form, self.text)
        self._stack.setCurrentWidget(shown)
        self.hex.show_bytes(None)
        if value is None:
            self._show_text("", is_value=False)
        elif self.form == "hex":
            self._show_hex(bytes_of(value.source, value.cell, value.column))
        elif self.form == "image":
            self._start_image(bytes_of(value.source, value.cell, value.column))
        elif self.form == "tree" and self._document.tree is not None:
            self._show_tree(self._document.tree)
        elif self._laid_out is not None:
            self._show_text(self._laid_out)
        else:
            self._show_plain(value)
        if self._laying_out is not None:
            reading = self.tr("The document is being read…")
            self.note.setText(" ".join(filter(None, (self.note.full_text, reading))))
        self.note.setVisible(bool(self.note.full_text))
        self._fit_height()

    def _fit_height(self) -> None:
        """A short value takes the room of its line, others all there is."""
        is_line = self.is_short and self.form == "text"
        height = QFontMetrics(self.text.font()).lineSpacing() + 4
        self._stack.setMinimumHeight(height if is_line else _PLUGIN_PX if self.form == "plugin" else 120)
        self._stack.setMaximumHeight(height if is_line else _ENDLESS_PX)

    def _show_hex(self, source: ByteSource) -> None:
        self.hex.show_bytes(source)
        self.note.setText(self.tr("{count} bytes").format(count=grouped(source.size)))

    def _show_tree(self, tree: JsonOutline) -> None:
        self.tree.show_outline(tree)
        count, size = tree.count(0), grouped(len(tree.text))
        if tree.is_object(0):
            words = with_grouped(self.tr("%n member(s)", "", count), count)
        else:
            words = with_grouped(self.tr("%n element(s)", "", count), count)
        self.note.setText(f"{words} · {self.tr('{count} characters').format(count=size)}")

    def _show_plain(self, value: Inspected) -> None:
        cell = value.cell
        if cell is None:
            self._show_text("NULL", is_value=False)
            return
        if not isinstance(cell, LongCell):
            self._show_text(cell_text(cell))
            return
        try:
            start = value.source.long_cell(cell, 0, MOST_CHARS).decode("utf-8", "ignore")
        except (OSError, ValueError) as error:
            self.note.setText(self.tr("The value cannot be read: {reason}").format(reason=error))
            return
        self._show_text(start)
        if cell.size_bytes > MOST_CHARS:
            text = self.tr("The beginning of {count} bytes; copying gives all of them.")
            self.note.setText(text.format(count=grouped(cell.size_bytes)))

    def _show_text(self, text: str, *, is_value: bool = True) -> None:
        shown = text[:MOST_CHARS]
        notes = []
        if len(text) > MOST_CHARS:
            words = self.tr("The first {count} of {total} characters; copying gives all of them.")
            notes.append(words.format(count=grouped(MOST_CHARS), total=grouped(len(text))))
        visible = visible_text(shown, "\n\t")
        if visible != shown:
            notes.append(self.tr("Invisible characters are written out."))
        broken = _with_short_lines(visible)
        if broken != visible:
            notes.append(self.tr("Long lines are broken."))
        self.note.setText(" ".join(notes))
        self._colors.use(self.form if self._laid_out is not None else "")
        font = mono_font(18 if self.is_short and is_value else 12) if is_value else ui_font(16, italic=True)
        give_font(self.text, font)
        self.text.setPlainText(broken)

    # pictures

    def _start_image(self, source: ByteSource) -> None:
        self._picture = QPixmap()
        self.image.clear()
        self._reading = asyncio.ensure_future(self._show_image(source))

    async def _show_image(self, source: ByteSource) -> None:
        try:
            image, size = await decoded(source)
        except ImageRefused as error:
            reasons = {
                "large": self.tr("The picture is too large to be drawn here."),
                "damaged": self.tr("The picture is damaged."),
            }
            self.note.setText(reasons.get(str(error), self.tr("Pictures of this format cannot be drawn here.")))
        except (OSError, ValueError) as error:
            self.note.setText(self.tr("The value cannot be read: {reason}").format(reason=error))
        else:
            self._picture = QPixmap.fromImage(image)
            self._fit_picture()
            name = image_format(source.read(0, _MAGIC_BYTES)).upper()
            words = f"{name} · {size.width()} x {size.height()} · {self.tr('{count} bytes')}"
            self.note.setText(words.format(count=grouped(source.size)))
        self.note.show()

    def _fit_picture(self) -> None:
        if self._picture.isNull():
            return
        room = self.image.size().expandedTo(QSize(16, 16))
        if self._picture.width() <= room.width() and self._picture.height() <= room.height():
            self.image.setPixmap(self._picture)
            return
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.image.setPixmap(self._picture.scaled(room, *ways))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_picture()

    def focus(self) -> None:
        """Lead the keyboard to what is shown."""
        widget = self._stack.currentWidget()
        if widget is not None:
            widget.setFocus()

    # copying

    def copy(self) -> None:
        """Put the exact value on the clipboard; what is laid out as it is laid out."""
        value = self._value
        if value is None or value.cell is None:
            QGuiApplication.clipboard().setText("")
        elif self.form == "tree":
            self.tree.copy_value()
        elif self._laid_out is not None:
            QGuiApplication.clipboard().setText(self._laid_out)
        elif self.form == "image" and not self._picture.isNull():
            QGuiApplication.clipboard().setPixmap(self._picture)
        else:
            self._stop()
            self._reading = asyncio.ensure_future(self._copy(value))

    async def _copy(self, value: Inspected) -> None:
        try:
            cell = value.cell
            exact = await asyncio.to_thread(whole_cell, value.source, cell) if isinstance(cell, LongCell) else cell
        except (OSError, ValueError, MemoryError) as error:
            self.note.setText(self.tr("The value cannot be read: {reason}").format(reason=error))
            self.note.show()
        else:
            QGuiApplication.clipboard().setText(cell_text(exact))

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None


def _with_short_lines(text: str) -> str:
    """The text with ends put into lines so long that laying them out would take seconds."""
    if len(text) <= _LONGEST_LINE:
        return text
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONGEST_LINE:
        return text
    parts = ([line[at : at + _LONGEST_LINE] for at in range(0, len(line), _LONGEST_LINE)] or [""] for line in lines)
    return "\n".join(part for split in parts for part in split)
