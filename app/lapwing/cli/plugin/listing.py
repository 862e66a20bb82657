"""`lapwing plugin list`, `status` and `index`."""

import contextlib
from collections.abc import Sequence
from typing import Final

from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.plugin.asking import all_plugins, ask_engine, one_plugin
from lapwing.cli.plugin.words import index_lines, plugin_lines
from lapwing.domain.errors import from_wire
from lapwing.domain.plugins.sources import IndexRequest, PluginIndex
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.formats.registry import FormatName, format_named

_LISTED: Final = ("id", "name", "version", "from", "enabled", "update", "trouble")
_INDEXED: Final = ("id", "name", "version", "installed", "fits", "description")


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code."""
    rows: list[Row] = []
    for each in all_plugins().plugins:
        trouble = str(from_wire(each.error)) if each.error else None
        enabled = "yes" if each.is_enabled else "no"
        manifest = each.manifest
        rows.append(
            (manifest.id, manifest.name, manifest.version, each.trust.value, enabled, each.update or None, trouble)
        )
    write_table(output_format, _LISTED, rows)
    return 0


def run_status(plugin_id: str) -> int:
    """Say how a plugin is; 1 when something keeps it off.

    Raises:
        PluginUnknown
    """
    facts = one_plugin(plugin_id)
    with contextlib.closing(Output()) as output:
        output.write("".join(f"{line}\n" for line in plugin_lines(facts)).encode())
    if facts.error is None:
        return 0
    say(sentence_of(from_wire(facts.error)))
    return 1


def run_index(place: str, output_format: FormatName) -> int:
    """Write what indexes have; 1 when one of them could not be read."""
    found = ask_engine("plugin.index", IndexRequest(place), PluginIndex)
    rows: list[Row] = [
        (
            each.id,
            each.name,
            each.version,
            each.installed or None,
            "yes" if each.fits else "no",
            each.description or None,
        )
        for each in found.entries
    ]
    write_table(output_format, _INDEXED, rows)
    for each in found.indexes:
        for line in index_lines(each):
            say(line)
    return 1 if any(each.error for each in found.indexes) else 0


def write_table(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write rows to standard output; raises `OutputClosed`, `OutputRefused`."""
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
