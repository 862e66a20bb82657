"""The Tab key follows the eye: from top to bottom, and within a row as it is read, however the widgets came to be."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

_WHOLES = (QComboBox, QAbstractSpinBox, QAbstractScrollArea, QLineEdit)
"""Widgets whose inner ones are their own business. Of scroll areas they must not even be looked at: PySide takes what
hangs below such an inner widget for deleted once its own object for it is gone."""


def put_in_reading_order(root: QWidget) -> None:
    """Have Tab go through all that is in `root` now as its layouts have it. Cheap enough for every Tab. GUI thread."""
    found = [root, *(widget for widget in _takers(root) if widget is not root)]
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def _takers(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
    if isinstance(widget, QScrollArea) or not isinstance(widget, _WHOLES):
        for part in _parts(widget):
            yield from _takers(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """The widgets directly in one, in the order in which they are read."""
    parts: list[QWidget | None]
    match widget:
        case QMainWindow():
            parts = [widget.menuWidget(), widget.centralWidget()]
        case QSplitter() | QTabWidget():
            parts = [widget.widget(place) for place in range(widget.count())]
        case QScrollArea():
            parts = [widget.widget()]
        case _:
            parts = _laid_out_or_placed(widget)
    return [part for part in parts if part is not None]


def _laid_out_or_placed(widget: QWidget) -> list[QWidget | None]:
    layout = widget.layout()
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    laid_out = [] if layout is None else list(_of_layout(layout, children))
    others = [child for child in children if not child.isWindow() and child not in laid_out]
    return [*laid_out, *sorted(others, key=lambda child: (child.y(), child.x()))]


def _of_layout(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that a layout holds, in its order.

    Items are never asked for (`itemAt`): PySide keeps its object for one after Qt has deleted it, and gives it for
    whatever widget is made at the same address later.
    """
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in widgets]
    places += [(layout.indexOf(part), part) for part in layout.children() if isinstance(part, QLayout)]

    def read_at(entry: tuple[int, QWidget | QLayout]) -> tuple[int, ...]:
        if isinstance(layout, QGridLayout):
            return tuple(layout.getItemPosition(entry[0])[:2])  # type: ignore[index]
        return (entry[0],)

    for _, part in sorted((entry for entry in places if entry[0] >= 0), key=read_at):
        if isinstance(part, QLayout):
            yield from _of_layout(part, widgets)
        else:
            yield part
