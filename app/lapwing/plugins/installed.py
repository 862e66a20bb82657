"""Plugins as they are installed, between who installs them and who runs them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.manifest import Manifest


@dataclass(frozen=True, slots=True)
class InstalledPlugin:
    """One that is installed.

    Attributes:
        folder: Its code, with `plugin.toml`.
        data_folder: Where it keeps files; need not exist yet.
        is_enabled: Whether a person wants it to run.
        granted: The permissions that a person agreed to.
        config: Values of its settings by name, as a person filled them in; never secrets.
        libraries: Folders with the packages that it requires.
    """

    manifest: Manifest
    folder: Path
    data_folder: Path
    trust: Trust = Trust.UNSIGNED
    is_enabled: bool = False
    granted: tuple[str, ...] = ()
    config: dict[str, Any] = field(default_factory=dict)
    libraries: tuple[Path, ...] = ()


class PluginShelf(Protocol):
    """Where installed plugins are kept. Blocking, but quick; any thread."""

    def all(self) -> Sequence[InstalledPlugin]:
        """All of them, those that others need first.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable
        """
        ...

    def enable(self, plugin_id: str, *, is_enabled: bool) -> None:
        """Keep whether a person wants it to run.

        Raises:
            DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        ...

    def configure(self, plugin_id: str, config: dict[str, Any]) -> None:
        """Keep its settings. There are no secrets among them.

        Raises:
            DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        ...


class RunsPlugins(Protocol):
    """Who runs them: `engine.plugins.service.PluginsService`. Event loop's thread."""

    async def leave(self, plugin_id: str) -> None:
        """Stop it, before its folder is changed; returns when its process is gone."""
        ...

    async def follow(self, plugin_id: str) -> None:
        """Do as the shelf says now: run it, run it as it is now, or run it no more."""
        ...
