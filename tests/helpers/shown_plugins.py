"""A plugin with something for every place of the window, as a folder that can be installed; what the window says."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from helpers.plugin_packages import folder_of
from helpers.waiting import eventually_async
from lapwing.domain.plugins.facts import PluginState
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.shell.plugins_page import PluginsPage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import PlainLabel

Dialog = TypeVar("Dialog", bound=QDialog)
_LONG_S = 60

HOSTILE = "<b>bold</b> \u202eevil"

_MANIFEST = """\
id = "warehouse"
name = "Warehouse <i>of</i> everything"
version = "1.0"
description = "Shows <b>stock</b>."
author = "Ada"
license = "MIT"
entry = "warehouse:Warehouse"
hooks = ["initialize", "panel", "on_menu", "on_form", "format_cells", "view_value"]
permissions = ["ui:panel", "schema:read", "network:*", "query:read"]

[[config]]
name = "town"
title = "Town"
value = "Brno"
must = true

[[config]]
name = "keep"
title = "Keep for"
kind = "duration"
value = "30d"

[[config]]
name = "token"
title = "Token"
kind = "secret"

[[menu]]
id = "count"
title = "Count & tell"

[[menu]]
id = "quiet"
title = "Say nothing"

[[panels]]
id = "stock"
title = "Stock"

[[formatters]]
id = "loud"
title = "Loud"
types = ["text"]

[[viewers]]
id = "letters"
title = "Letters"
types = ["text"]
"""

_CODE = '''\
from lapwing.plugins.api import (
    ChartKind, ChartLine, Document, DocumentPart, FieldKind, FormField, PartKind, Plugin,
)

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" viewBox="0 0 300 60">
<path fill="none" stroke="currentColor" stroke-width="2" d="M10 50 L90 10 L170 40 L290 15"/></svg>"""


class Warehouse(Plugin):
    def initialize(self):
        self.orders = []
        self.context.log("The warehouse is open.")

    def panel(self, panel_id, connection):
        town = self.context.config.get("town")
        told = (("Town", town), ("Note", "<b>bold</b> \\u202eevil"), ("Orders", ", ".join(self.orders)))
        form = (
            FormField("customer", "Customer", must=True, help="As the warehouse knows it."),
            FormField("amount", "Amount", FieldKind.INTEGER, 5, least=1, most=100),
        )
        times = tuple(str(1_795_300_000 + 60 * minute) for minute in range(60))
        moved = tuple(float(minute % 17) for minute in range(60))
        return Document("Warehouse", (
            DocumentPart(PartKind.KEY_VALUES, "State", pairs=told),
            DocumentPart(PartKind.CHART, "Moved", chart=ChartKind.AREA, is_time=True, places=times,
                         lines=(ChartLine("pallets", moved),), unit="/s"),
            DocumentPart(PartKind.CHART, "Stored", chart=ChartKind.BAR, places=("North", "South"),
                         lines=(ChartLine("pallets", (120.0, 340.0)),)),
            DocumentPart(PartKind.TABLE, "Slowest", columns=("id", "name"),
                         rows=tuple((str(row), "row %d" % row) for row in range(30))),
            DocumentPart(PartKind.SVG, "Route", data=SVG, alt="The way of an order"),
            DocumentPart(PartKind.FORM, "New order", fields=form, submit="Order"),
        ))

    def on_menu(self, entry_id, connection):
        if entry_id == "quiet":
            return None
        return Document("Counted", (DocumentPart(PartKind.TEXT, text="There are 7."),))

    def on_form(self, panel_id, values):
        self.orders.append("%s %d" % (values["customer"], values["amount"]))
        return None

    def format_cells(self, formatter_id, cell, texts):
        return [text.upper() if text else None for text in texts]

    def view_value(self, viewer_id, cell, value):
        letters = " ".join(sorted(set(value)))
        return Document("", (DocumentPart(PartKind.KEY_VALUES, pairs=(("Letters", letters), ("Of", cell.column))),))
'''


def warehouse(folder: Path) -> Path:
    """The folder of the plugin `warehouse`."""
    return folder_of(folder / "warehouse", {"plugin.toml": _MANIFEST, "warehouse.py": _CODE})


def texts(widget: QWidget) -> str:
    """All that labels in it say."""
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


async def dialog(window: MainWindow, kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is on the screen, now or soon."""
    found = await eventually_async(
        lambda: next((each for each in window.findChildren(kind) if each.isVisible()), None), within_s=_LONG_S
    )
    assert found is not None
    return found


def page_of(window: MainWindow) -> PluginsPage:
    window.actions_of_window.set.action("plugins.manage").trigger()
    page = window.documents.current
    assert isinstance(page, PluginsPage)
    return page


def row_of(view: PluginsView, plugin_id: str) -> PluginState | None:
    """The state of a plugin as the list says it; None: it is not listed."""
    return next((each.state for each in view.plugins.rows if each.manifest.id == plugin_id), None)
