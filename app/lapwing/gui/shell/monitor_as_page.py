"""A monitor as a page of the window: its tab, its status, what is so in it, how it comes back."""

from typing import TYPE_CHECKING

from lapwing.gui.actions import Fact
from lapwing.gui.shell.monitor_parts import PARTS
from lapwing.gui.shell.monitor_words import cost_text, server_text, uptime_text
from lapwing.gui.shell.page import Dress, PageStatus

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage


def dress_of(page: "MonitorPage") -> Dress:
    return Dress(
        page.title,
        "activity",
        page.saved.color(page.saved.find(page.connection_id)),
        tip=server_text(page.title, page.feed.facts),
        modified=any(draft.is_changed for draft in page.dashboards.drafts.values()),
    )


def status_of(page: "MonitorPage") -> PageStatus:
    facts = page.feed.facts
    return PageStatus(
        color=page.saved.color(page.saved.find(page.connection_id)),
        connection=server_text(page.title, facts),
        monitoring=tuple(text for text in (uptime_text(facts), cost_text(facts)) if text),
    )


def facts_of(page: "MonitorPage") -> set[Fact]:
    if page.part is not None:
        return {Fact.MONITOR} | page.part.facts()
    draft = page.dashboards.drafts.get(page.tab)
    holds = {
        Fact.MONITOR: True,
        Fact.DASHBOARD: page.shown is not None,
        Fact.DASHBOARD_OWN: page.dashboards.is_own(page.tab),
        Fact.DASHBOARD_CHANGED: page.dashboards.is_changed(page.tab),
        Fact.ZOOMED: page.view.window_of_time.zoom is not None,
        Fact.CAN_UNDO: draft is not None and draft.can_undo,
        Fact.CAN_REDO: draft is not None and draft.can_redo,
    }
    return {fact for fact, is_so in holds.items() if is_so}


def state_of(page: "MonitorPage") -> dict[str, str]:
    """Connection, part, time, interval, what is not saved of dashboards, and what each part wants back."""
    kept = {"connection": page.connection_id, "tab": page.tab, **page.view.window_of_time.state()}
    if page.feed.interval_s is not None:
        kept["interval"] = repr(page.feed.interval_s)
    if drafts := page.dashboards.draft_state():
        kept["drafts"] = drafts
    for part_id, part in page.parts.items():
        page.part_states[part_id] = part.part_state()
    for part_id, told in page.part_states.items():
        kept |= {f"{part_id}.{name}": text for name, text in told.items()}
    return kept


def states_of_parts(state: dict[str, str]) -> dict[str, dict[str, str]]:
    """What each part wanted back, by its id."""
    return {
        place.id: {
            name.removeprefix(f"{place.id}."): told for name, told in state.items() if name.startswith(f"{place.id}.")
        }
        for place in PARTS
    }
