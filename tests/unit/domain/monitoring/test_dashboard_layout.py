"""Panels of a dashboard give way to one that is moved or resized, and never lie over each other."""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from lapwing.domain.monitoring import dashboard_layout as layout
from lapwing.domain.monitoring.dashboards import Panel, PanelKind


def panel(panel_id: str, x: int, y: int, width: int, height: int) -> Panel:
    return Panel(panel_id, panel_id, PanelKind.LINE, (), x, y, width, height)


def places(panels: Sequence[Panel]) -> dict[str, tuple[int, int]]:
    return {each.id: (each.x, each.y) for each in panels}


@pytest.fixture
def three() -> list[Panel]:
    """A wide one over two."""
    return [panel("wide", 0, 0, 12, 4), panel("left", 0, 4, 6, 10), panel("right", 6, 4, 6, 10)]


def test_a_panel_moved_onto_another_takes_its_place(three: list[Panel]) -> None:
    assert places(layout.moved(three, "right", 0, 5)) == {"wide": (0, 0), "right": (0, 4), "left": (0, 14)}


def test_a_panel_moved_to_the_lower_half_of_another_goes_below_it(three: list[Panel]) -> None:
    assert places(layout.moved(three, "right", 0, 11)) == {"wide": (0, 0), "left": (0, 4), "right": (0, 14)}


def test_a_panel_cannot_be_moved_over_the_edge_and_rises_to_what_is_above_it(three: list[Panel]) -> None:
    assert places(layout.moved(three, "left", -5, 900)) == {"wide": (0, 0), "right": (6, 4), "left": (0, 4)}
    assert places(layout.moved(three, "left", 50, 900))["left"] == (6, 14)


def test_what_is_in_the_way_of_a_growing_panel_goes_below_it(three: list[Panel]) -> None:
    grown = layout.resized(three, "left", 9, 12)
    assert places(grown) == {"wide": (0, 0), "left": (0, 4), "right": (6, 16)}
    assert grown[1].width == 9
    assert layout.resized(three, "right", 40, 1)[2].width == 6
    assert layout.resized(three, "right", 40, 1)[2].height == layout.LEAST_HEIGHT


def test_by_keys_a_panel_goes_before_the_one_above_it_and_behind_the_one_below_it(three: list[Panel]) -> None:
    assert places(layout.lifted(three, "left")) == {"left": (0, 0), "wide": (0, 10), "right": (6, 14)}
    assert places(layout.lowered(three, "wide")) == {"left": (0, 0), "right": (6, 0), "wide": (0, 10)}
    assert places(layout.lowered(layout.lifted(three, "left"), "left")) == places(three)
    assert places(layout.lifted(three, "wide")) == places(three)
    assert places(layout.lowered(three, "left")) == places(three)


def test_a_new_panel_takes_the_first_place_with_room_and_the_others_rise_when_one_goes(three: list[Panel]) -> None:
    without = layout.removed(three, "wide")
    assert places(without) == {"left": (0, 0), "right": (6, 0)}
    again = layout.added(layout.removed(three, "right"), panel("new", 0, 0, 4, 8))
    assert places(again)["new"] == (6, 4)
    assert places(layout.added(three, panel("new", 0, 0, 4, 8)))["new"] == (0, 14)


def test_in_a_narrow_window_panels_are_as_wide_as_they_need_and_keep_their_order(three: list[Panel]) -> None:
    least = {"wide": 6, "left": 6, "right": 6}
    assert layout.flowed(three, least) == tuple(three)
    narrow = layout.flowed(three, {"wide": 6, "left": 12, "right": 12})
    assert places(narrow) == {"wide": (0, 0), "left": (0, 4), "right": (0, 14)}


def test_panels_of_a_file_that_lie_over_each_other_give_way() -> None:
    found = layout.settled([panel("a", 0, 3, 8, 4), panel("b", 4, 5, 8, 4), panel("c", 0, 90, 4, 4)])
    assert places(found) == {"a": (0, 0), "b": (4, 4), "c": (0, 4)}


def test_nothing_overlaps_or_leaves_the_grid_whatever_is_done() -> None:
    chance = random.Random(6)
    panels: tuple[Panel, ...] = ()
    for number in range(12):
        panels = layout.added(panels, panel(str(number), 0, 0, chance.randint(2, 12), chance.randint(3, 9)))
    for _turn in range(300):
        panels = changed_by(chance, panels)
        assert not [pair for pair in combinations(panels, 2) if layout.overlap(*pair)]
        assert all(0 <= each.x <= each.x + each.width <= layout.COLUMNS and each.y >= 0 for each in panels)
        assert layout.settled(panels) == panels


def changed_by(chance: random.Random, panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    panel_id, to = str(chance.randrange(12)), (chance.randrange(-2, 14), chance.randrange(-2, 60))
    if chance.random() < 0.5:
        return chance.choice((layout.moved, layout.resized))(panels, panel_id, *to)
    return chance.choice((layout.lifted, layout.lowered))(panels, panel_id)
