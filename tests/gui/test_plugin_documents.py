"""Documents of plugins as the window draws them, good ones and hostile ones."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.plugins.documents import (
    ChartKind,
    ChartLine,
    Document,
    DocumentPart,
    FieldKind,
    FormField,
    PartKind,
)
from lapwing.domain.plugins.facts import Enforcement
from lapwing.domain.plugins.manifest import Isolation, Manifest
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.plugins import document_parts
from lapwing.gui.plugins.document_parts import PictureView
from lapwing.gui.plugins.document_table import DocumentTable
from lapwing.gui.plugins.document_view import MOST_PARTS, DocumentView
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.plugins.large_picture import LargePicture
from lapwing.gui.plugins.permission_words import Danger, permission_words
from lapwing.gui.plugins.pictures import PictureRefused, drawn
from lapwing.gui.shell.plugins_charts import DocumentChart, document_chart
from lapwing.gui.shell.plugins_named_chart import NamedChart
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel

_BOMB = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000">'
    + b'<circle cx="900" cy="900" r="700" fill="red" stroke="blue" stroke-width="300" opacity="0.1"/>' * 40_000
    + b"</svg>"
)


@pytest.fixture
def view(dark: Theme) -> Iterator[DocumentView]:
    page = QWidget()
    made = DocumentView(document_chart, page, name="document")
    made.resize(800, 600)
    yield made
    made.stop()
    page.deleteLater()


def said(view: DocumentView) -> str:
    page = view.widget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page))


def test_a_table_is_read_only_where_it_is_seen_and_copied_whole(view: DocumentView) -> None:
    rows = tuple((str(row), "<b>" if row else None, "surplus") for row in range(200_000))
    view.show_document(Document("T", (DocumentPart(PartKind.TABLE, columns=("n", "a\tb"), rows=rows),)))
    table = view.parts[0]
    assert isinstance(table, DocumentTable)
    assert table.model().rowCount() == 200_000
    assert table.model().data(table.model().index(0, 1)) == "NULL"
    assert "more or fewer values" in said(view)
    table.selectRow(1)
    table.copy()
    assert QGuiApplication.clipboard().text() == "1\t<b>"


def test_charts_over_time_and_over_names_are_drawn_with_their_gaps_and_what_is_wrong_is_told(
    view: DocumentView,
) -> None:
    over_time = DocumentPart(
        PartKind.CHART,
        places=("1795300000", "1795300060", "1795300120"),
        is_time=True,
        lines=(ChartLine("a", (1.0, None, float("nan"))), ChartLine("b", (1.0, float("inf")))),
    )
    over_names = DocumentPart(
        PartKind.CHART, chart=ChartKind.BAR, places=("N", "S"), lines=(ChartLine("a", (1.0, -2.0)),)
    )
    bad = DocumentPart(PartKind.CHART, places=("then",), is_time=True, lines=(ChartLine("a", (1.0,)),))
    view.show_document(Document("", (over_time, over_names, bad)))
    charts = [part for part in view.parts if isinstance(part, DocumentChart)]
    assert isinstance(charts[0].chart, TimeChart)
    assert isinstance(charts[1].chart, NamedChart)
    assert charts[1].chart.words() == ["N: a 1", "S: a \N{MINUS SIGN}2"]
    assert charts[2].chart is None
    assert "There is nothing to draw in this chart." in said(view)
    assert "more or fewer values than the chart has places" in said(view)
    view.grab()  # painting any of it raises nothing


def test_a_document_of_too_many_and_too_long_parts_is_cut_and_says_so(view: DocumentView) -> None:
    parts = [DocumentPart(PartKind.TEXT, text="<script>\u202e")] * (MOST_PARTS + 5)
    parts[0] = DocumentPart(PartKind.TEXT, "long", text="x" * 3_000_000)
    parts[1] = DocumentPart(PartKind.FORM, fields=tuple(FormField(str(at), str(at)) for at in range(210)))
    view.show_document(Document("t" * 10_000, tuple(parts)))
    assert len(view.parts) == MOST_PARTS
    assert "Only the beginning is shown." in said(view)
    assert "<script>\\u202e" in said(view)
    form = view.parts[1]
    assert isinstance(form, FormView)
    assert len(form.fields) == 200


async def test_values_stay_in_sight_beside_their_names_where_there_is_little_room(view: DocumentView) -> None:
    pairs = (("Type", "Polygon (WKT)"), ("West to east", "10 to 12"))
    view.show_document(Document("Map", (DocumentPart(PartKind.KEY_VALUES, pairs=pairs),)))
    view.resize(230, 300)
    view.window().show()
    labels = view.parts[0].findChildren(PlainLabel)
    assert [label.text() for label in labels] == ["Type", "Polygon (WKT)", "West to east", "10 to 12"]
    page = view.widget()
    assert page is not None
    await eventually_async(
        lambda: 0 < page.width() <= view.viewport().width() and labels[0].width() < labels[1].width()
    )


def test_what_is_entered_into_a_form_stays_when_the_rest_of_a_document_changes(view: DocumentView) -> None:
    form = DocumentPart(PartKind.FORM, fields=(FormField("amount", "Amount", FieldKind.INTEGER, 5),))
    view.show_document(Document("", (DocumentPart(PartKind.TEXT, text="one"), form)))
    first = view.parts[1]
    assert isinstance(first, FormView)
    first.fields["amount"].fill("77")
    view.show_document(Document("", (DocumentPart(PartKind.TEXT, text="two"), form)))
    second = view.parts[1]
    assert isinstance(second, FormView)
    assert second.values() == {"amount": 77}
    sent: list[object] = []
    view.submitted.connect(sent.append)
    second.submit()
    assert sent == [{"amount": 77}]
    view.show_document(Document("", (DocumentPart(PartKind.TEXT, text="three"), form)))
    third = view.parts[1]
    assert isinstance(third, FormView)
    assert third.values() == {"amount": 5}


async def test_a_picture_that_takes_too_long_is_given_up_and_damaged_ones_are_refused() -> None:
    with pytest.raises(PictureRefused, match="slow"):
        await drawn(PartKind.SVG, _BOMB, "#000000", 1.0, patience_s=0.3)
    for kind, data in (
        (PartKind.PNG, b"\x89PNG\r\n\x1a\nbroken"),
        (PartKind.PNG, b"<svg/>"),
        (PartKind.SVG, b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ):
        with pytest.raises(PictureRefused, match="damaged"):
            await drawn(kind, data, "#000000", 1.0, patience_s=60)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may take its time with drawing a picture."""
    monkeypatch.setattr(document_parts, "drawn", partial(drawn, patience_s=PATIENCE_S))


async def test_a_picture_with_little_room_is_shown_larger_and_whole(patient: None, view: DocumentView) -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600"/></svg>'
    view.show_document(Document("", (DocumentPart(PartKind.SVG, data=data, alt="A map"),)))
    view.window().resize(1000, 700)
    view.window().show()
    picture = view.parts[0]
    assert isinstance(picture, PictureView)
    await eventually_async(lambda: picture.is_drawn)
    view.resize(1000, 700)
    await eventually_async(lambda: not picture.larger.isVisible())
    view.resize(240, 500)
    await eventually_async(picture.larger.isVisible)
    picture.larger.click()
    large = picture.findChild(LargePicture)
    assert isinstance(large, LargePicture)
    await eventually_async(large.isVisible)
    assert large.windowTitle() == "A map"
    assert large.place.width() == pytest.approx(800, abs=1)
    assert large.place.width() / large.place.height() == pytest.approx(800 / 600, rel=0.01)
    assert large.grab().toImage().pixelColor(large.place.center().toPoint()).lightness() == 0
    large.close()


async def test_why_a_picture_is_not_drawn_is_said_with_what_it_shows(view: DocumentView) -> None:
    view.show_document(Document("", (DocumentPart(PartKind.PNG, data=b"no", alt="A map"),)))
    await eventually_async(lambda: "damaged" in said(view) and "A map" in said(view))


def test_permissions_are_said_the_dangerous_ones_first_with_who_sees_to_them() -> None:
    asked = ("ui:panel", "network:*", "files:/srv", "network:{url}", "query:write", "events:query.*", "new:thing")
    manifest = Manifest("x", "X", "1", config=(FormField("url", "Address"),))
    told = permission_words(manifest, asked, Enforcement(files=True, network=True))
    assert [each.danger for each in told] == sorted((each.danger for each in told), reverse=True)
    by_name = {each.permission: each for each in told}
    assert by_name["new:thing"].danger is Danger.HIGH
    assert not any(each.needs_trust for each in told)
    assert by_name["network:{url}"].title == "Reach the host that you write into its setting Address"
    for files, network in ((False, False), (True, False), (False, True)):
        told = permission_words(manifest, asked, Enforcement(files=files, network=network))
        assert all(each.needs_trust for each in told)
    inside = Manifest("x", "X", "1", isolation=Isolation.ENGINE)
    assert not any(each.needs_trust for each in permission_words(inside, asked, Enforcement()))
