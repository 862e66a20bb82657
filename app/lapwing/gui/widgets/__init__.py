"""Small widgets that several parts of the window share. Each has an objectName and an accessible name.

Colours are given as names of theme tokens, or as `#rrggbb` where they are data.
"""

from lapwing.gui.widgets.banner import Banner, Level
from lapwing.gui.widgets.document_tabs import DocumentTabBar
from lapwing.gui.widgets.empty_state import EmptyState
from lapwing.gui.widgets.giving_row import GivingRow
from lapwing.gui.widgets.pill_combo import PillCombo
from lapwing.gui.widgets.plain_text import PlainLabel, caption, plain_tool_tip
from lapwing.gui.widgets.search_field import SearchField
from lapwing.gui.widgets.spinner import Spinner
from lapwing.gui.widgets.status_dot import StatusDot
from lapwing.gui.widgets.tool_button import ToolButton

__all__ = [
    "Banner",
    "DocumentTabBar",
    "EmptyState",
    "GivingRow",
    "Level",
    "PillCombo",
    "PlainLabel",
    "SearchField",
    "Spinner",
    "StatusDot",
    "ToolButton",
    "caption",
    "plain_tool_tip",
]
