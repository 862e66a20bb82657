"""What a plugin shows, drawn by the window: the parts of a document, one below the other. Nothing of it is markup."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from lapwing.domain.plugins.documents import Document, DocumentPart, PartKind
from lapwing.gui.plugins.document_parts import KeyValues, PictureView, is_cut, text_part
from lapwing.gui.plugins.document_table import DocumentTable
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order

MOST_PARTS: Final = 60
_EDGE_PX: Final = 20
_GAP_PX: Final = 14
_LONGEST_TITLE: Final = 300

ChartMaker = Callable[[DocumentPart, QWidget], QWidget]
"""Makes the chart of a part; given by who knows how charts are painted."""


class DocumentView(QScrollArea):
    """Shows one document after the other. Qt's thread.

    Attributes:
        parts: The widgets of what is shown, in order.
        takes_forms: Whether forms can be filled in here; otherwise they are named in words.

    Signals:
        submitted(dict): a person filled in a form.
    """

    submitted = Signal(object)

    def __init__(self, make_chart: ChartMaker, parent: QWidget, *, name: str, edge_px: int = _EDGE_PX) -> None:
        """Without an edge it stands in a panel, and its parts have no frames."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("What the plugin shows"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_chart = make_chart
        self._edge_px = edge_px
        self.document = Document()
        self.parts: list[QWidget] = []
        self._touched: list[FormView] = []
        self.takes_forms = True
        self.setWidget(QWidget(self))

    def show_document(self, document: Document) -> None:
        """Show another one. What is being entered into a form stays, where the form is there again."""
        if document == self.document and self.parts:
            return
        at = self.verticalScrollBar().value()
        self.stop()
        self.document = document
        focus = QApplication.focusWidget()
        self._touched = [part for part in self.parts if isinstance(part, FormView) and part.is_touched]
        self.parts = []
        page = QWidget(self)
        page.setObjectName("document_page")
        if self._edge_px:
            page.setProperty("surface", "background")
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        down = QVBoxLayout(page)
        down.setContentsMargins(self._edge_px, max(self._edge_px - 4, 0), self._edge_px, self._edge_px)
        down.setSpacing(_GAP_PX)
        if document.title:
            down.addWidget(PlainLabel(document.title[:_LONGEST_TITLE], page, look="title", lines=True))
        shown = document.parts[:MOST_PARTS]
        for part in shown:
            self._add(part, down, page, is_alone=len(document.parts) == 1)
        if not shown:
            down.addWidget(PlainLabel(self.tr("There is nothing to be shown."), page, look="faint"))
        if len(document.parts) > MOST_PARTS:
            count = len(document.parts) - MOST_PARTS
            down.addWidget(PlainLabel(self.tr("%n more part(s) are not shown.", "", count), page, look="warning"))
        if not (len(shown) == 1 and shown[0].kind is PartKind.TABLE):
            down.addStretch(1)
        self.setWidget(page)
        put_in_reading_order(page)
        if focus is not None and isValid(focus) and page.isAncestorOf(focus):
            focus.setFocus()
        self.verticalScrollBar().setValue(at)

    def _add(self, part: DocumentPart, down: QVBoxLayout, page: QWidget, *, is_alone: bool) -> None:
        card = QFrame(page)
        inside = QVBoxLayout(card)
        if self._edge_px:
            card.setProperty("look", "card")
            inside.setContentsMargins(14, 11, 14, 13)
        else:
            inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(9)
        if part.title:
            inside.addWidget(PlainLabel(part.title[:_LONGEST_TITLE], card, look="panel", lines=True))
        made = self._widget(part, card)
        inside.addWidget(made, 1)
        for remark in self._remarks(part):
            inside.addWidget(PlainLabel(remark, card, look="faint", lines=True))
        self.parts.append(made)
        fills = is_alone and part.kind is PartKind.TABLE
        if isinstance(made, DocumentTable) and not fills:
            made.setFixedHeight(made.sizeHint().height())
        down.addWidget(card, 1 if fills else 0)

    def _remarks(self, part: DocumentPart) -> list[str]:
        """What has to be said of a part that does not fit together."""
        found = []
        if part.kind is PartKind.TABLE and any(len(row) != len(part.columns) for row in part.rows):
            found.append(self.tr("Some rows have more or fewer values than there are columns."))
        if part.kind is PartKind.CHART and any(len(line.values) != len(part.places) for line in part.lines):
            found.append(self.tr("Some series have more or fewer values than the chart has places."))
        if is_cut(part):
            found.append(self.tr("Only the beginning is shown."))
        return found

    def _widget(self, part: DocumentPart, parent: QWidget) -> QWidget:
        match part.kind:
            case PartKind.TABLE:
                return DocumentTable(part.columns, part.rows, part.title, parent)
            case PartKind.KEY_VALUES:
                return KeyValues(part.pairs, parent)
            case PartKind.CHART:
                return self._make_chart(part, parent)
            case PartKind.FORM if not self.takes_forms:
                return PlainLabel(self.tr("A form cannot be filled in here."), parent, look="faint")
            case PartKind.FORM:
                return self._form(part, parent)
            case PartKind.SVG | PartKind.PNG:
                return PictureView(part, parent)
            case PartKind.TEXT:
                return text_part(part, parent)

    def _form(self, part: DocumentPart, parent: QWidget) -> FormView:
        """The form that is being filled in, or a new one."""
        kept = next((each for each in self._touched if each.is_of(part.fields)), None)
        if kept is not None:
            self._touched.remove(kept)
            kept.setParent(parent)
            return kept
        form = FormView(part.fields, part.submit, parent)
        form.submitted.connect(self.submitted)
        return form

    def stop(self) -> None:
        """Nothing is drawn any more."""
        for part in self.parts:
            if isinstance(part, PictureView):
                part.stop()
