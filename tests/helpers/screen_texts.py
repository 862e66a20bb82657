"""What can be read in a widget: the texts that are painted, as they are painted, and those that are told beside.

Painted texts are recorded by having Qt paint into an SVG document instead of pixels: delegates, headers and painted
widgets are seen as a person sees them, ellipses included.
"""

import html
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QAbstractListModel, QBuffer, QIODevice, QPoint, QRect, QRegularExpression, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from lapwing.gui.theme.tokens import MIN_CONTRAST, contrast

_ROWS: Final = 40
_TEXT: Final = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_PLACED: Final = re.compile(
    r'<g [^>]*?transform="matrix\([^,]*,[^,]*,[^,]*,[^,]*,(?P<dx>[^,]*),(?P<dy>[^)]*)\)"'
    r'|<text fill="(?P<color>#\w{6})"[^>]*? x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"[^>]*>(?P<text>.*?)</text>',
    re.DOTALL,
)
_TAG: Final = re.compile(r"<[^>]+>")
_MARKED: Final = re.compile(r"\[!! (?:(?!\[!! | !!\]).)*? !!\]", re.DOTALL)
_ACCENTED: Final = re.compile(r"\w*[âčéïñöůýÂČÉÏÑÖŮÝõ]\w*")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]+")
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.StatusTipRole,
)

_KINDS: Final = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QTabBar,
    QAbstractItemView,
    QPlainTextEdit,
    QMenu,
)

_Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]


@dataclass(frozen=True)
class Seen:
    """One text and where it stands."""

    where: str
    text: str


def painted(widget: QWidget) -> list[str]:
    """Every piece of text that `widget` and its children paint, as it is painted; a wrapped text comes in lines."""
    return [html.unescape(text) for text in _TEXT.findall(_drawing(widget))]


def _drawing(widget: QWidget) -> str:
    """A widget as an SVG document."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(widget.size())
    paper.setResolution(96)
    painter = QPainter(paper)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data()).decode()


def hard_to_read(widget: QWidget) -> list[str]:
    """Painted texts with less contrast than they need to what is really behind them."""
    pixels = _pixels(widget.grab().toImage())
    found = []
    left = top = 0.0
    for place in _PLACED.finditer(_drawing(widget)):
        if place["dx"]:
            left, top = float(place["dx"]), float(place["dy"])
            continue
        text = html.unescape(place["text"])
        ground = _behind(pixels, int(left + float(place["x"])), int(top + float(place["y"])), len(text))
        if text.strip() and ground and contrast(place["color"], ground) < MIN_CONTRAST:
            found.append(f"{text!r} is {place['color']} on {ground}: {contrast(place['color'], ground):.2f}")
    return found


def _behind(pixels: _Pixels, x: int, baseline: int, letters: int) -> str:
    """The colour that most of the place of a text has; empty where it is out of the picture."""
    place = pixels[max(0, baseline - 10) : max(0, baseline + 3), max(0, x - 2) : max(0, x + 5 * letters + 2)]
    if not place.size:
        return ""
    values, counts = np.unique(place, return_counts=True)
    return QColor(int(values[counts.argmax()])).name()


def _pixels(image: QImage) -> _Pixels:
    """Its colours as numbers, by line and column."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width()).copy()


def path_of(widget: QWidget) -> str:
    """The names of a widget and of its window, for messages of tests.

    Parents are not asked for: PySide takes what hangs below an inner widget of Qt's for deleted once its own object
    for that parent is gone.
    """
    return f"{widget.window().objectName()}/{widget.objectName() or type(widget).__name__}"


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """`root` and all its widgets that can be seen, or could be after scrolling; no windows of their own, and nothing
    that Qt makes for itself (see `path_of`)."""
    seen = {root}
    yield root
    named = root.findChildren(QWidget, QRegularExpression("^(?!qt_).+"))
    for child in itertools.chain(named, *(root.findChildren(kind) for kind in _KINDS)):
        if child not in seen and child.isVisible() and child.window() is root.window():
            seen.add(child)
            yield child


def told(root: QWidget) -> Iterator[Seen]:
    """Texts that are not painted all the time: tips, names for screen readers, entries of lists, prompts."""
    for widget in visible_widgets(root):
        where = path_of(widget)
        for text in (
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle() if widget.isWindow() else "",
        ):
            yield Seen(where, _plain(text))
        yield from _of_kind(widget, where)


def _of_kind(widget: QWidget, where: str) -> Iterator[Seen]:
    match widget:
        case QLabel() | QAbstractButton():
            yield Seen(where, _plain(widget.text()))
        case QLineEdit() | QPlainTextEdit():
            yield Seen(where, widget.placeholderText())
        case QComboBox():
            for row in range(widget.count()):
                yield Seen(where, widget.itemText(row))
        case QTabBar():
            for tab in range(widget.count()):
                yield Seen(where, widget.tabText(tab))
                yield Seen(where, _plain(widget.tabToolTip(tab)))
        case QMenu():
            yield from _of_actions(widget.actions(), where)
        case QAbstractItemView() if not isinstance(widget, QHeaderView):
            yield from _of_model(widget, where)


def _of_actions(actions: list[QAction], where: str) -> Iterator[Seen]:
    for action in actions:
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield Seen(f"{where}/{action.objectName()}", _plain(text.replace("&", "")))


def _of_model(view: QAbstractItemView, where: str) -> Iterator[Seen]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(view.rootIndex())
    for role in _ROLES:
        for row in range(min(_ROWS, model.rowCount(view.rootIndex()))):
            for column in range(columns):
                found = model.data(model.index(row, column, view.rootIndex()), role)
                yield Seen(where, _plain(found) if isinstance(found, str) else "")
        for column in range(columns):
            found = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield Seen(where, _plain(found) if isinstance(found, str) else "")


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text)) if text.lstrip().startswith("<") else text


def words_without_marks(text: str, allowed: frozenset[str]) -> list[str]:
    """Words of a text in the pseudo-language that were never translated.

    Args:
        text: As it is told, or a painted piece of it.
        allowed: Words that no translator gets; whatever holds `zz` is the database's.
    """
    before = ""
    while before != text:
        before, text = text, _MARKED.sub(" ", text)
    text = re.sub(r"\[!! [^\]]*$", " ", text)  # cut off, which is told otherwise
    if "zz" in text and text.endswith("…"):
        return []  # a text of the database that is cut
    rest = re.sub(r"\S*[/@]\S*|\S*zz\S*", " ", _ACCENTED.sub(" ", text))
    return [word for word in _WORD.findall(rest) if word not in allowed]


def cut_pieces(widget: QWidget, whole: Iterable[str]) -> list[str]:
    """Painted texts that end in an ellipsis for want of room.

    Args:
        whole: The texts as they are told; those of the database may be cut.
    """
    ours = [text for text in whole if "zz" not in text]
    elastic = headings_of_tabs(widget)
    cut = {text for text in painted(widget) if text.endswith("…") and text not in ours}
    cut = {text for text in cut if not any(heading.startswith(text[:-1].rstrip()) for heading in elastic)}
    return [text for text in cut if any(other.startswith(text[:-1].rstrip()) for other in ours) and len(text) > 1]


def prompts(root: QWidget) -> list[str]:
    """What empty fields say of themselves."""
    return [field.placeholderText() for field in root.findChildren(QLineEdit)]


def headings_of_tabs(root: QWidget) -> list[str]:
    """What stands in tabs, which become narrower where there are many."""
    tabs = [(bar, tab) for bar in root.findChildren(QTabBar) for tab in range(bar.count())]
    return [text for bar, tab in tabs for text in (bar.tabText(tab), _plain(bar.tabToolTip(tab)))]


def cut_widgets(root: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their texts, or that their parents do not show as a whole."""
    found = []
    for widget in visible_widgets(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or "zz" in widget.text():
            continue
        if _is_too_small(widget):
            found.append(f"{path_of(widget)}: {widget.size().toTuple()}, needs {_needed(widget)}: {widget.text()}")
        elif not _scrolls(widget, root) and not _lies_within(widget, root):
            found.append(f"{path_of(widget)} leaves its parents: {widget.text()}")
    return found


def _needed(widget: QWidget) -> tuple[int, int]:
    if widget.hasHeightForWidth():
        return (widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    wanted = widget.sizeHint() if not getattr(widget, "_elides", False) else widget.minimumSizeHint()
    return (wanted.width(), wanted.height())


def _is_too_small(widget: QWidget) -> bool:
    width, height = _needed(widget)
    return widget.width() < width or widget.height() < height - 2


def _scrolls(widget: QWidget, root: QWidget) -> bool:
    return any(area.isAncestorOf(widget) for area in root.findChildren(QAbstractScrollArea))


def _lies_within(widget: QWidget, root: QWidget) -> bool:
    place = QRect(widget.mapTo(root, QPoint()), widget.size())
    return root.rect().contains(place)
