"""`lapwing plugin source list`, `add`, `remove`, `on` and `off`."""

from pathlib import Path
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.passwords import can_ask
from lapwing.cli.plugin.asking import ask_engine, says_yes
from lapwing.cli.plugin.listing import write_table
from lapwing.cli.plugin.words import day_of, index_lines
from lapwing.domain.plugins.sources import (
    AddIndex,
    IndexFacts,
    IndexRequest,
    PluginIndex,
    PluginSources,
    SetWheelPlaces,
    SwitchIndex,
)
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.formats.registry import FormatName

SHIPPED: Final = "lapwing"
"""How the index that comes with Lapwing is named in commands."""
_COLUMNS: Final = ("kind", "name", "place", "on", "key", "made", "note")


def run_list(output_format: FormatName) -> int:
    """Write all places; 1 when what is kept of an index is not to be relied on. No index is asked."""
    found = ask_engine("plugin.index", IndexRequest(is_fetched=False), PluginIndex)
    rows: list[Row] = [_row(each) for each in found.indexes]
    wheels = ask_engine("plugin.sources", None, PluginSources).wheels
    rows += [("wheels", None, each, "yes", None, None, None) for each in wheels]
    write_table(output_format, _COLUMNS, rows)
    return 0


def _whole(place: str) -> str:
    """The same wherever a command is typed."""
    return place if "://" in place else str(Path(place).expanduser().absolute())


def _row(index: IndexFacts) -> Row:
    is_on = "yes" if index.is_on else "no"
    if index.is_shipped:
        return "index", SHIPPED, "comes with Lapwing", is_on, None, None, None
    made = day_of(index.made_at) if index.made_at else None
    notes = " ".join(index_lines(index))
    return "index", index.name, index.place, is_on, index.pinned or None, made, notes or None


def run_add(place: str, key: str, name: str) -> int:
    """Add an index once its key was compared; returns the exit code.

    Raises:
        UsageWrong: The key is another one, or nobody can be asked to compare it.
        IndexPlaceInvalid, FetchFailed, IndexUnreadable
    """
    place = _whole(place)
    index = ask_engine("plugin.look_at_index", IndexRequest(place), IndexFacts)
    say(f"{visible_text(index.place)} has {index.plugins} plugins, made {day_of(index.made_at)}.")
    if index.pinned and index.pinned != index.key:
        say(f"Its key was {index.pinned} before. ASK ITS OWNER why it is another one.")
    say(f"It is signed by {index.key}.")
    if not key:
        key = _compared(index.key)
    if key != index.key:
        reason = f"The index is signed by {index.key}, not by {visible_text(key)}. It was not added."
        raise UsageWrong(reason=reason, command="lapwing plugin source add")
    ask_engine("plugin.add_index", AddIndex(place, key, name), PluginSources)
    say("It is asked from now on, as long as that key signs it.")
    return 0


def _compared(key: str) -> str:
    """The key, where a person says that it is the one that its owner tells.

    Raises:
        UsageWrong
    """
    question = "Compare it with what its owner tells elsewhere. Are they the same? [y/N] "
    if not can_ask() or not says_yes(question):
        reason = "It was not added: compare the key with its owner's, and say it by --key SHA256:... or answer y."
        raise UsageWrong(reason=reason, command="lapwing plugin source add")
    return key


def run_add_wheels(place: str) -> int:
    """Look for Python packages there, too; returns the exit code.

    Raises:
        IndexPlaceInvalid
    """
    place = _whole(place)
    known = ask_engine("plugin.sources", None, PluginSources).wheels
    ask_engine("plugin.set_wheel_places", SetWheelPlaces((*known, place)), PluginSources)
    say(f"Python packages are looked for in {visible_text(place)}, too.")
    return 0


def run_remove(place: str) -> int:
    """Look there no more; returns the exit code.

    Raises:
        UsageWrong, IndexUnknown
    """
    if place == SHIPPED:
        reason = "It comes with Lapwing and can only be switched off."
        raise UsageWrong(reason=reason, command="lapwing plugin source off lapwing")
    sources = ask_engine("plugin.sources", None, PluginSources)
    wheels, known = sources.wheels, [each.place for each in sources.indexes]
    place = place if place in (*wheels, *known) else _whole(place)
    if place in wheels:
        left = tuple(each for each in wheels if each != place)
        ask_engine("plugin.set_wheel_places", SetWheelPlaces(left), PluginSources)
    else:
        ask_engine("plugin.remove_index", IndexRequest(place), PluginSources)
    say(f"{visible_text(place)} is not asked any more. What was installed from it stays.")
    return 0


def run_switch(place: str, *, is_on: bool) -> int:
    """Ask an index, or do not; returns the exit code.

    Raises:
        IndexUnknown
    """
    known = [each.place for each in ask_engine("plugin.sources", None, PluginSources).indexes]
    place = place if place in (SHIPPED, *known) else _whole(place)
    request = SwitchIndex("" if place == SHIPPED else place, is_on)
    ask_engine("plugin.switch_index", request, PluginSources)
    say(f"{visible_text(place)} is {'asked again' if is_on else 'not asked for now'}.")
    return 0
