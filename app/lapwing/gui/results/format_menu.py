"""In the menu of a column: what plugins can show it as."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from lapwing.gui.results.cell_formats import CellFormats
from lapwing.gui.results.plugin_offers import Offer
from lapwing.gui.widgets import caption


def add_formats(menu: QMenu, formats: CellFormats, column: int) -> None:
    """A submenu with a choice; nothing where no plugin offers something for the column."""
    offers = formats.offered(column)
    chosen = formats.chosen(column)
    if not offers and chosen is None:
        return
    inside = menu.addMenu(QCoreApplication.translate("FormatMenu", "Show as"))
    inside.setObjectName("format_menu")
    group = QActionGroup(inside)
    choices: list[tuple[str, Offer | None]] = [(QCoreApplication.translate("FormatMenu", "As it is"), None)]
    choices += [(offer.title, offer) for offer in offers]
    for title, offer in choices:
        action = inside.addAction(caption(title))
        action.setCheckable(True)
        action.setChecked(offer == chosen)
        action.triggered.connect(lambda _on=False, offer=offer: formats.choose(column, offer))
        group.addAction(action)
        if offer is None:
            inside.addSeparator()
