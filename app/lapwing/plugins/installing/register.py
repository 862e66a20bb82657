"""What is installed: one small file, whose replacing is the one moment in which a plugin is installed or removed."""

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any, Final

from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.sources import PluginSources, RevokedKey, TrustedKey
from lapwing.plugins.installing import places
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.files import FileLayer


@dataclass(frozen=True, slots=True)
class InstalledPlugin:
    """One plugin, as a person installed or enabled it.

    Attributes:
        folder: Below `places.installed()`, with `package` and `libraries` in it; empty: it comes with Lapwing.
        key: That vouches for it, `SHA256:...`; empty: none that was trusted.
        signed_by: The key in its own signature, whether it was trusted or not; empty: it has none.
        sha256: Of its package.
        granted: The permissions that the person agreed to.
        config: Values of its settings; never secrets.
        relies_on: Packages of Lapwing's own that its requirements are met by: name to the versions that do.
        renewed_at: When a person last wanted it to be started anew (Unix seconds): each engine that runs it does so.
    """

    id: str
    version: str
    folder: str = ""
    trust: Trust = Trust.UNSIGNED
    key: str = ""
    sha256: str = ""
    source: str = ""
    granted: tuple[str, ...] = ()
    is_enabled: bool = False
    config: dict[str, Any] = field(default_factory=dict)
    relies_on: dict[str, str] = field(default_factory=dict)
    installed_at: float = 0.0
    signed_by: str = ""
    renewed_at: float = 0.0

    @property
    def signers(self) -> frozenset[str]:
        """The keys that have to do with it."""
        return frozenset({self.key, self.signed_by} - {""})


@dataclass(frozen=True, slots=True)
class StoredPlugins:
    """The file.

    Attributes:
        kept: Settings of plugins that were removed, for the next time.
        keys: Whose signatures the person trusts.
        revoked: By whose signatures nothing runs, whoever said so.
    """

    plugins: tuple[InstalledPlugin, ...] = ()
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: tuple[TrustedKey, ...] = ()
    sources: PluginSources = field(default_factory=PluginSources)
    revoked: tuple[RevokedKey, ...] = ()

    def revocation(self, *keys: str) -> RevokedKey | None:
        """That of one of these keys."""
        return next((each for each in self.revoked if each.key in keys), None)


def _with_index_sources(stored: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew indexes by their places only, and trusted them by the keys of `keys`."""
    sources = dict(stored.get("sources") or {})
    sources["indexes"] = [{"place": place} for place in sources.get("indexes", ())]
    return {**stored, "sources": sources}


_KIND: Final = DocumentKind(StoredPlugins, version=2, migrations={1: _with_index_sources})


class PluginRegister:
    """Blocking, any thread; the file is small. What changes it holds `places.changing`."""

    def __init__(self, layer: FileLayer | None = None) -> None:
        self._document = Document(places.root() / "plugins.json", _KIND, layer)

    def read(self) -> StoredPlugins:
        """What is installed.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable
        """
        return self._document.read()

    def known(self) -> tuple[StoredPlugins, LapwingError | None]:
        """What is installed as far as it can be read, and why the rest cannot; None: all is well."""
        try:
            return self.read(), None
        except LapwingError as error:
            return StoredPlugins(), error

    @property
    def stamp(self) -> tuple[int, int, int] | None:
        """Another one after each change, by whichever process; None: there is no file yet."""
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def change(self, make: Callable[[StoredPlugins], StoredPlugins]) -> StoredPlugins:
        """Replace the whole of it by what is made of it. Takes the lock; not to be used by whoever holds it.

        Raises:
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        with places.changing():
            return self.change_locked(make)

    def change_locked(self, make: Callable[[StoredPlugins], StoredPlugins]) -> StoredPlugins:
        """The same for whoever holds the lock."""
        made = make(self.read())
        try:
            self._document.write(made)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        return made


def with_plugin(stored: StoredPlugins, plugin: InstalledPlugin) -> StoredPlugins:
    """The same with that plugin, in the place of an earlier one."""
    others = tuple(each for each in stored.plugins if each.id != plugin.id)
    kept = {key: value for key, value in stored.kept.items() if key != plugin.id}
    return replace(stored, plugins=(*others, plugin), kept=kept)


def without_plugin(stored: StoredPlugins, plugin_id: str, *, keep_config: bool) -> StoredPlugins:
    """The same without that plugin."""
    gone = next((each for each in stored.plugins if each.id == plugin_id), None)
    kept = {key: value for key, value in stored.kept.items() if key != plugin_id}
    if gone is not None and keep_config and gone.config:
        kept[plugin_id] = gone.config
    return replace(stored, plugins=tuple(each for each in stored.plugins if each.id != plugin_id), kept=kept)
