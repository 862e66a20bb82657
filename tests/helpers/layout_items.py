"""PySide's objects for items of layouts, which it keeps when Qt deletes the item that a widget left behind.

Such an object is given for whatever Qt makes at the same address later: a viewport is then a `QWidgetItem`, whose
methods end the process. They come to be by `QLayout.itemAt`, and by `addLayout` of a layout that has items already.
"""

import shiboken6
from PySide6.QtWidgets import QLayout, QLayoutItem


def of_deleted_items() -> list[str]:
    """Objects whose item is in no layout any more."""
    known = shiboken6.getAllValidWrappers()
    layouts = [each for each in known if isinstance(each, QLayout)]
    items = [each for each in known if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]
    return [shiboken6.dump(item) for item in items if all(layout.indexOf(item) < 0 for layout in layouts)]
