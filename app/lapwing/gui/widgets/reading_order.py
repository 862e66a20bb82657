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
    QStackedWidget,
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


def step_in_reading_order(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to what is read next in `root`, round and round; whether there is any such widget. GUI thread.

    Qt's own chain is not asked: in it a page that hands the focus on to its list stands behind all that it holds, so
    that Tab went from the page's last widget to that list, even to one that is hidden, and never came out.
    """
    focus: QWidget | None = root.focusWidget()
    found = [widget for widget in _takers(root, focus) if widget is focus or _takes(widget, root)]
    around: QWidget | None = focus
    while around is not None and around not in found:
        around = around.parentWidget()
    others = [widget for widget in found if widget is not around and widget.focusProxy() not in found]
    if not others:
        return False
    at = sum(widget in others for widget in found[: found.index(around)]) if around is not None else 0
    following = others[at % len(others) if forward else at - 1]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(following)
    return True


def focus_into(place: QWidget) -> bool:
    """Give the focus to a widget, or, where it takes none itself, to the first in it that does; whether any does."""
    window, wanted = place.window(), place.focusProxy() or place
    if wanted.focusPolicy() != Qt.FocusPolicy.NoFocus and _takes(wanted, window):
        first: QWidget | None = wanted
    else:
        first = next((each for each in _takers(place) if _takes(each, window)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
    return first is not None


def bring_to_front(stack: QStackedWidget, place: QWidget) -> None:
    """Show one of the widgets of a stack; a focus that was given to one that is not seen comes along. GUI thread."""
    stack.setCurrentWidget(place)
    focus = stack.window().focusWidget()
    if focus is None or not stack.isVisible() or not stack.isAncestorOf(focus):
        return
    is_lost = not focus.isVisible() or focus.focusPolicy() == Qt.FocusPolicy.NoFocus
    if is_lost and not focus_into(place):
        step_in_reading_order(stack.window(), forward=False)


def _takes(widget: QWidget, root: QWidget) -> bool:
    return widget.isVisibleTo(root) and widget.isEnabled()


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _takers(widget: QWidget, focus: QWidget | None = None) -> Iterator[QWidget]:
    """Those that Tab goes to, hidden ones too, and the one that has the focus, wherever it has it from."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget is focus:
        yield widget
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
    if isinstance(widget, QScrollArea) or not isinstance(widget, _WHOLES):
        for part in _parts(widget):
            yield from _takers(part, focus)


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
