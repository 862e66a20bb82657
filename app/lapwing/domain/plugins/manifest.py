"""What a plugin says of itself in `plugin.toml`, read without running any of its code."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlsplit

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.documents import FormField

FIXED_PERMISSIONS: Final = ("query:read", "query:write", "schema:read", "ui:panel", "secrets:own")
NAMED_PERMISSIONS: Final = ("events", "network", "files")
"""Of these each says of what: `events:query.*`, `network:api.github.com` (`network:*.example.com`, `network:*`),
`files:/var/log/lapwing`. `network:{NAME}` is the host of the address that the person wrote into the setting NAME."""
HOST_IN_SETTING: Final = re.compile(r"\{([A-Za-z][A-Za-z0-9_-]{0,63})\}")


class Isolation(StrEnum):
    PROCESS = "process"
    """In a process of its own. Every plugin that does not come with Lapwing is."""
    ENGINE = "engine"
    """Inside the engine; only those that come with Lapwing may."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the window's menu Tools > (name of the plugin)."""

    id: str
    title: str
    needs_connection: bool = False
    """Whether it is about the connection of the page in front, which it is given."""


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A page that the plugin fills with a document (`ui:panel`)."""

    id: str
    title: str
    every_s: float = 0.0
    """How often it is asked for anew while it is seen; 0: only when a person asks."""


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """An exporter or importer: a kind of file."""

    id: str
    title: str
    suffix: str


@dataclass(frozen=True, slots=True)
class ViewerEntry:
    """A value viewer or cell formatter: what it is offered for.

    Attributes:
        types: Types of columns, in the words of servers, as patterns (`json*`); none: any type.
        columns: Names of columns, as patterns (`*_at`); none: any name.
    """

    id: str
    title: str
    types: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A plugin, as it describes itself.

    Attributes:
        id: Lower-case letters, digits and hyphens; its folder's name.
        lapwing: The versions of Lapwing that it works with (PEP 440), such as `>=0.1,<1`.
        entry: `module:Class` of a class made from `lapwing.plugins.api.Plugin`.
        hooks: The methods of it that are called.
        permissions: Such as `query:read`, `events:query.*`, `network:api.github.com`.
        requires: Python requirements (PEP 508).
        plugins: Other plugins that it needs, with versions: `audit-log >=1`.
        once: Whether it runs only in one engine of a profile, and hears there what happens in all of them.
        services: Services that it provides, by name: told of on the page of services.
        config: Its settings, as fields of a form.
        menu, panels, exporters, importers, viewers, formatters: What it adds to the window.
    """

    id: str
    name: str
    version: str
    description: str = ""
    author: str = ""
    license: str = ""
    homepage: str = ""
    lapwing: str = ""
    entry: str = ""
    hooks: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    isolation: Isolation = Isolation.PROCESS
    config: tuple[FormField, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    panels: tuple[PanelEntry, ...] = ()
    exporters: tuple[FormatEntry, ...] = ()
    importers: tuple[FormatEntry, ...] = ()
    viewers: tuple[ViewerEntry, ...] = ()
    formatters: tuple[ViewerEntry, ...] = ()
    once: bool = False

    def named(self, kind: str) -> tuple[str, ...]:
        """What its permissions of a kind name: hosts of `network`, folders of `files`, types of `events`."""
        head = f"{kind}:"
        return tuple(each.removeprefix(head) for each in self.permissions if each.startswith(head))

    def may(self, permission: str) -> bool:
        return permission in self.permissions


def host_named(host: str, config: Mapping[str, Any]) -> str:
    """What a permission `network:HOST` means with these settings; empty: the setting that it names holds no address."""
    found = HOST_IN_SETTING.fullmatch(host)
    if found is None:
        return host
    try:
        named = urlsplit(str(config.get(found[1]) or "")).hostname or ""
    except ValueError:  # no address
        return ""
    return f"[{named}]" if ":" in named else named
