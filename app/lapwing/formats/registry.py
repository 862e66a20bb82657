"""Which formats there are. The module of one is imported when it is asked for."""

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line names formats long before it writes one
    from lapwing.domain.transfer import ExportFormat
    from lapwing.formats.base import Format


class FormatName(StrEnum):
    """As written behind `--format` of a query; `domain.transfer.ExportFormat` has those of files."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    NDJSON = "ndjson"
    MARKDOWN = "markdown"


def format_named(name: "FormatName | ExportFormat") -> "type[Format]":
    """The class of a format: that of its module which bears its name."""
    found: type[Format] = getattr(import_module(f"lapwing.formats.{name}"), f"{name.title()}Format")
    return found
