"""Where panels lie: cells of a grid of twelve columns. They never lie over each other, and rise as far as they can.

Pure arithmetic over `Panel`s; order of the results is that of the arguments.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.monitoring.dashboards import Panel

COLUMNS: Final = 12
DEEPEST: Final = 10_000
"""The last row that a file may name."""
LEAST_WIDTH: Final = 2
LEAST_HEIGHT: Final = 3


def overlap(one: Panel, other: Panel) -> bool:
    """Whether two panels share a cell."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def settled(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """The same panels, those that lay over others below these, and none with free rows above it."""
    return _in_order(panels, _compacted(_reading_order(panels)))


def moved(panels: Sequence[Panel], panel_id: str, x: int, y: int) -> tuple[Panel, ...]:
    """Put a panel's corner at a cell; others give way.

    What lies at the cell goes below it when its upper half was aimed at, and stays above it otherwise.
    """
    own, others = _apart(panels, panel_id)
    others = _compacted(_reading_order(others))
    own = replace(own, x=min(max(x, 0), COLUMNS - own.width), y=max(y, 0))
    aimed_at = next((each for each in others if _shares_columns(own, each) and _holds_row(each, own.y)), None)
    if aimed_at is not None:
        is_upper = own.y < aimed_at.y + aimed_at.height / 2
        own = replace(own, y=aimed_at.y if is_upper else aimed_at.y + aimed_at.height)
    return _in_order(panels, _around(own, others))


def resized(panels: Sequence[Panel], panel_id: str, width: int, height: int) -> tuple[Panel, ...]:
    """Give a panel another size, its left upper corner where it is; others give way."""
    own, others = _apart(panels, panel_id)
    width = min(max(width, LEAST_WIDTH), COLUMNS - own.x)
    return _in_order(panels, _around(replace(own, width=width, height=max(height, LEAST_HEIGHT)), others))


def lifted(panels: Sequence[Panel], panel_id: str) -> tuple[Panel, ...]:
    """A panel before the one above it."""
    own, others = _apart(panels, panel_id)
    above = [each for each in others if _shares_columns(own, each) and each.y + each.height <= own.y]
    return moved(panels, panel_id, own.x, max(each.y for each in above)) if above else tuple(panels)


def lowered(panels: Sequence[Panel], panel_id: str) -> tuple[Panel, ...]:
    """A panel behind the one below it."""
    own, others = _apart(panels, panel_id)
    below = [each for each in others if _shares_columns(own, each) and each.y >= own.y + own.height]
    if not below:
        return tuple(panels)
    next_below = min(below, key=lambda each: (each.y, each.x))
    others = _compacted(_reading_order(others))
    risen = next(each for each in others if each.id == next_below.id)
    return _in_order(panels, _around(replace(own, y=risen.y + risen.height), others))


def added(panels: Sequence[Panel], panel: Panel) -> tuple[Panel, ...]:
    """With one more panel, at the first place from the top that has room for it."""
    width = min(panel.width, COLUMNS)
    for y in sorted({0, *(each.y + each.height for each in panels)}):
        for x in range(COLUMNS - width + 1):
            placed = replace(panel, x=x, y=y, width=width)
            if not any(overlap(placed, each) for each in panels):
                return settled([*panels, placed])
    raise AssertionError("below all others there is always room")


def removed(panels: Sequence[Panel], panel_id: str) -> tuple[Panel, ...]:
    """Without one of them; what is below it rises."""
    return settled([each for each in panels if each.id != panel_id])


def flowed(panels: Sequence[Panel], least: dict[str, int]) -> tuple[Panel, ...]:
    """For a narrow window: panels as wide as they need to be, one after the other in the order of reading.

    Args:
        panels: Of a dashboard.
        least: By a panel's id the columns that it needs.

    Returns:
        The panels unchanged, where each is wide enough.
    """
    if all(each.width >= least[each.id] for each in panels):
        return tuple(panels)
    placed: list[Panel] = []
    x = y = depth = 0
    for each in _reading_order(panels):
        width = max(each.width, least[each.id])
        if x + width > COLUMNS:
            x, y, depth = 0, y + depth, 0
        placed.append(replace(each, x=x, y=y, width=width))
        x, depth = x + width, max(depth, each.height)
    return _in_order(panels, placed)


def _around(own: Panel, others: Sequence[Panel]) -> list[Panel]:
    """All of them with `own` where it wants to be: what is in its way goes below it."""
    placed = [own]
    for each in _reading_order(others):
        placed.append(_pushed(each, placed))
    return _compacted(_reading_order(placed, first=own.id))


def _compacted(panels: Iterable[Panel]) -> list[Panel]:
    """Each as high up as those before it let it, in the order given."""
    placed: list[Panel] = []
    for each in panels:
        risen = _pushed(each, placed)
        while risen.y > 0 and not any(overlap(replace(risen, y=risen.y - 1), other) for other in placed):
            risen = replace(risen, y=_next_up(risen, placed))
        placed.append(risen)
    return placed


def _next_up(panel: Panel, placed: Sequence[Panel]) -> int:
    """The row below the lowest of those above a panel."""
    above = (each.y + each.height for each in placed if _shares_columns(panel, each) and each.y < panel.y)
    return max(above, default=0)


def _pushed(panel: Panel, placed: Sequence[Panel]) -> Panel:
    """Below whatever it would lie over."""
    while (under := next((each for each in placed if overlap(panel, each)), None)) is not None:
        panel = replace(panel, y=under.y + under.height)
    return panel


def _shares_columns(one: Panel, other: Panel) -> bool:
    return one.x < other.x + other.width and other.x < one.x + one.width


def _holds_row(panel: Panel, y: int) -> bool:
    return panel.y <= y < panel.y + panel.height


def _reading_order(panels: Iterable[Panel], first: str = "") -> list[Panel]:
    return sorted(panels, key=lambda each: (each.y, each.id != first, each.x))


def _apart(panels: Sequence[Panel], panel_id: str) -> tuple[Panel, list[Panel]]:
    own = next(each for each in panels if each.id == panel_id)
    return own, [each for each in panels if each.id != panel_id]


def _in_order(panels: Sequence[Panel], placed: Iterable[Panel]) -> tuple[Panel, ...]:
    by_id = {each.id: each for each in placed}
    return tuple(by_id[each.id] for each in panels)
