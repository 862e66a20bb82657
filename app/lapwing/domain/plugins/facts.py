"""Plugins as they are installed and run, and what can be asked about them."""

from dataclasses import field
from enum import StrEnum
from typing import Any, ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.documents import Document
from lapwing.domain.plugins.manifest import Manifest


class PluginState(StrEnum):
    DISABLED = "disabled"
    STARTING = "starting"
    RUNNING = "running"
    WAITING = "waiting"
    """It ended unexpectedly, and is started again soon."""
    QUARANTINED = "quarantined"
    """It failed again and again, and is not started before a person asks."""
    REFUSED = "refused"
    """It cannot run here: `error` says why."""
    ELSEWHERE = "elsewhere"
    """It runs once in a profile, in the engine that does what is done once: that is another one."""


class Trust(StrEnum):
    """Where a plugin is from."""

    BUNDLED = "bundled"
    SIGNED = "signed"
    """By a key that the person trusts."""
    UNSIGNED = "unsigned"
    REVOKED = "revoked"
    """By a key that was revoked: nothing of it runs."""


@dataclass(frozen=True, slots=True)
class Enforcement:
    """What the system itself enforces of a plugin's permissions here.

    Attributes:
        files, network: Whether the kernel does; otherwise trust is required.
        note: A sentence for the page of permissions.
    """

    files: bool = False
    network: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PluginFacts:
    """One plugin.

    Attributes:
        is_enabled: Whether a person wants it to run.
        granted: The permissions that a person agreed to.
        config: Values of its settings by name; secrets are never among them.
        restarts: How often it was started again since the engine began.
        slow, failed: Calls that had no answer in time, and calls that raised, since then.
        update: The version that an index has, where that is newer; empty otherwise.
        needed_by: The names of enabled plugins that need it.
    """

    manifest: Manifest
    state: PluginState
    trust: Trust = Trust.UNSIGNED
    is_enabled: bool = False
    granted: tuple[str, ...] = ()
    config: dict[str, Any] = field(default_factory=dict)
    enforcement: Enforcement = field(default_factory=Enforcement)
    error: ErrorFacts | None = None
    since: float = 0.0
    pid: int | None = None
    restarts: int = 0
    slow: int = 0
    failed: int = 0
    update: str = ""
    needed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginList:
    plugins: tuple[PluginFacts, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginRequest:
    """Anything that needs only the plugin: enable, disable, remove, status, log."""

    plugin_id: str


@dataclass(frozen=True, slots=True)
class ConfigurePlugin:
    """Other settings. Secrets among them are kept by the vault; an absent one stays as it is."""

    plugin_id: str
    config: dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeptSecrets:
    """The settings of a plugin of which the vault keeps a secret, by name; never the secrets.

    Attributes:
        is_known: Whether the vault could be asked.
    """

    names: tuple[str, ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class PluginLogLine:
    at: float
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class PluginLog:
    lines: tuple[PluginLogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginHealth:
    """Whether a plugin can do its work, and a sentence, as it says itself."""

    is_well: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShowPanel:
    """What a panel shows now."""

    plugin_id: str
    panel_id: str
    connection_id: str = ""


@dataclass(frozen=True, slots=True)
class DoMenuEntry:
    """A person chose a menu entry; the answer may be a document to be shown."""

    plugin_id: str
    entry_id: str
    connection_id: str = ""


@dataclass(frozen=True, slots=True)
class SubmitForm:
    """A person filled in a form of a document."""

    plugin_id: str
    panel_id: str
    values: dict[str, Any]
    connection_id: str = ""


@dataclass(frozen=True, slots=True)
class ShowValue:
    """A value in a plugin's viewer. `text` is None for NULL; `data` is set for bytes."""

    plugin_id: str
    viewer_id: str
    column: str
    type: str
    text: str | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class FormatCells:
    """Values of one column, to be shown otherwise."""

    plugin_id: str
    formatter_id: str
    column: str
    type: str
    texts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class FormattedCells:
    """As many as were asked for; None: as it was."""

    texts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class PluginDocument:
    """Empty parts: there is nothing to be shown."""

    document: Document = field(default_factory=Document)


@dataclass(frozen=True, slots=True)
class PluginsChanged(Event):
    """A plugin was installed, removed, configured, or is in another state."""

    name: ClassVar[str] = "plugins.changed"
    plugin_id: str = ""

    @property
    def key(self) -> str:
        return self.plugin_id
