"""For the tests of plugins: a plugin of a folder, begun as Lapwing would, in the process of the test.

plugin = started(folder, greeting="Moin")
plugin.on_query_complete(outcome("SELECT 1"))
assert plugin.context.lines == [("info", "It begins to count.")]
"""

import importlib
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lapwing.domain.plugins.field_values import with_defaults
from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.api import ConnectionInfo, HttpAnswer, Mail, Plugin, QueryInfo, QueryOutcome, Rows
from lapwing.plugins.manifest import check_entry, read_manifest
from lapwing.plugins.packages.folders import files_in_folder


class TestContext:
    """A `lapwing.plugins.api.Context` that remembers. What a test needs of databases and hosts, it sets itself.

    Attributes:
        lines: What was logged: level and text.
        published: Events that were told: type and data.
        secrets: What is kept, by name.
        rows: What each query answers.
        answers: What hosts answer, by URL.
        mails: What was sent, with its server.
    """

    __test__ = False  # for pytest: this is none

    def __init__(self, manifest: Manifest, config: dict[str, Any], data_folder: Path) -> None:
        self.plugin_id = manifest.id
        self.config = config
        self.data_folder = data_folder
        self.lines: list[tuple[str, str]] = []
        self.published: list[tuple[str, dict[str, Any]]] = []
        self.secrets: dict[str, str] = {}
        self.rows = Rows((), (), ())
        self.answers: dict[str, HttpAnswer] = {}
        self.mails: list[tuple[str, Mail]] = []
        self._manifest = manifest

    def _demand(self, *permissions: str) -> None:
        if not any(map(self._manifest.may, permissions)):
            raise PermissionError(f"The permission {permissions[0]} was not given.")

    def log(self, text: str, level: str = "info") -> None:
        self.lines.append((level, text))

    def connections(self) -> Sequence[ConnectionInfo]:
        self._demand("schema:read")
        return (connection(),)

    def tables(self, connection_id: str) -> Sequence[tuple[str, str]]:
        self._demand("schema:read")
        return ()

    def query(self, connection_id: str, sql: str, most: int = 1000, within_s: float = 30.0) -> Rows:
        self._demand("query:read", "query:write")
        return self.rows

    def publish(self, event_type: str, data: dict[str, Any]) -> None:
        self.published.append((event_type, data))

    def http(
        self,
        method: str,
        url: str,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
        within_s: float = 10.0,
    ) -> HttpAnswer:
        if not self._manifest.named("network"):
            raise PermissionError("No permission for the network was given.")
        if url not in self.answers:
            raise OSError(f"Nothing answers at {url}.")
        return self.answers[url]

    def mail(self, server: str, mail: Mail, user: str = "", secret: str = "", within_s: float = 30.0) -> Sequence[str]:
        if not self._manifest.named("network"):
            raise PermissionError("No permission for the network was given.")
        self.mails.append((server, mail))
        return ()

    def secret(self, name: str) -> str:
        return self.secrets.get(name, "")

    def keep_secret(self, name: str, value: str) -> None:
        self._demand("secrets:own")
        self.secrets[name] = value


def started(folder: Path, /, **config: Any) -> Any:
    """The plugin of a folder, after `initialize`; settings that are not given are as its manifest says.

    Raises:
        ManifestInvalid: The manifest is wrong, or names a class that is not there.
    """
    manifest = read_manifest(folder)
    check_entry(manifest, files_in_folder(folder), str(folder / "plugin.toml"))
    plugin = _made(manifest, folder)
    values = {**with_defaults(manifest.config, {}), **config}
    plugin.context = TestContext(manifest, values, Path(tempfile.mkdtemp(prefix="plugin-")))
    if "initialize" in manifest.hooks:
        plugin.initialize()
    return plugin


def _made(manifest: Manifest, folder: Path) -> Plugin:
    """An object of its class, from the folder and not from a module of that name elsewhere."""
    module, _, name = manifest.entry.partition(":")
    sys.path.insert(0, str(folder))
    try:
        for each in [known for known in sys.modules if known == module or known.startswith(f"{module}.")]:
            del sys.modules[each]
        made = getattr(importlib.import_module(module), name)()
    finally:
        sys.path.remove(str(folder))
    assert isinstance(made, Plugin), f"{manifest.entry} is no class made from lapwing.plugins.api.Plugin."
    return made


def connection(dialect: str = "sqlite") -> ConnectionInfo:
    """A saved connection."""
    return ConnectionInfo("shop", "Shop", dialect, "Test", "shop")


def outcome(sql: str, *, elapsed_s: float = 0.01, rows: int | None = 1, error: str = "") -> QueryOutcome:
    """A statement that was run."""
    query = QueryInfo("1", connection(), sql, "read", "ada", time.time())
    return QueryOutcome(query, elapsed_s, rows, error)
