"""From cells of a dashboard to pixels and back. No Qt here but rectangles."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect

from lapwing.domain.monitoring.dashboard_layout import COLUMNS
from lapwing.domain.monitoring.dashboards import Panel, PanelKind

ROW_PX: Final = 24
GAP_PX: Final = 10
MARGIN_PX: Final = 12
EDITING_PX: Final = 860
"""A dashboard that is changed is at least as wide, so that panels lie as they are kept."""
_LEAST_PX: Final = {PanelKind.VALUE: 150, PanelKind.GAUGE: 150}
_LEAST_CHART_PX: Final = 250
_FITTING: Final = (1, 2, 3, 4, 6, 12)
"""Widths that fill a row."""


class Grid:
    """Twelve columns over a width in pixels."""

    def __init__(self, width_px: int) -> None:
        self._column = (max(width_px, 200) - 2 * MARGIN_PX + GAP_PX) / COLUMNS

    def rect(self, panel: Panel) -> QRect:
        """Where a panel lies, from left to right."""
        left = MARGIN_PX + round(panel.x * self._column)
        right = MARGIN_PX + round((panel.x + panel.width) * self._column) - GAP_PX
        return QRect(left, MARGIN_PX + panel.y * ROW_PX, right - left, panel.height * ROW_PX - GAP_PX)

    def cell(self, at: QPoint) -> tuple[int, int]:
        """The column and row whose corner is nearest."""
        return round((at.x() - MARGIN_PX) / self._column), round((at.y() - MARGIN_PX) / ROW_PX)

    def cells(self, width_px: int, height_px: int) -> tuple[int, int]:
        """How many columns and rows a size takes."""
        return round((width_px + GAP_PX) / self._column), round((height_px + GAP_PX) / ROW_PX)

    def least(self, panel: Panel) -> int:
        """The columns that a panel needs to be read."""
        wanted = _LEAST_PX.get(panel.kind, _LEAST_CHART_PX)
        return next((each for each in _FITTING if each * self._column - GAP_PX >= wanted), COLUMNS)


def depth_px(panels: Iterable[Panel]) -> int:
    """How high the canvas is."""
    rows = max((panel.y + panel.height for panel in panels), default=0)
    return rows * ROW_PX + 2 * MARGIN_PX - GAP_PX
