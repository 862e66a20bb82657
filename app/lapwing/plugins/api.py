"""The contract of plugins: everything that one may use, and every hook that Lapwing calls.

A plugin is a class made from `Plugin`, named by `entry` in its `plugin.toml`. Lapwing makes one of it, and calls the
hooks that the manifest lists, one after the other, in one thread. A hook has a deadline; one that raises or is late is
told in the plugin's log and harms nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.plugins.documents import (
    ChartKind,
    ChartLine,
    Document,
    DocumentPart,
    FieldKind,
    FormField,
    PartKind,
)

__all__ = [
    "CellFacts",
    "ChartKind",
    "ChartLine",
    "CloudEvent",
    "ConnectionInfo",
    "Context",
    "Document",
    "DocumentPart",
    "FieldKind",
    "FormField",
    "Health",
    "HttpAnswer",
    "Mail",
    "MetricValue",
    "PartKind",
    "Plugin",
    "QueryInfo",
    "QueryOutcome",
    "Rows",
    "ServiceInfo",
    "Veto",
    "WebhookInfo",
]


@dataclass(frozen=True, slots=True)
class ConnectionInfo:
    """A saved connection. It holds no secret, and no host where the plugin may not read the schema."""

    id: str
    name: str
    dialect: str
    """`postgresql`, `mysql`, `sqlite`, ..."""
    environment: str = ""
    database: str = ""


@dataclass(frozen=True, slots=True)
class QueryInfo:
    """A statement. Its text is as the policy of its connection says: whole, masked, or a hash."""

    id: str
    """The same before it is sent, when it has ended, and as `queryId` in events; of one that was refused, too."""
    connection: ConnectionInfo
    sql: str
    kind: str
    """`read`, `write`, `define`, `other`: as Lapwing classified it."""
    user: str = ""
    """Who is logged in at the server."""
    at: float = 0.0
    plugin_id: str = ""
    """The plugin that runs it; empty: a person does. A plugin is not asked about its own, and hears of none of them."""


@dataclass(frozen=True, slots=True)
class QueryOutcome:
    """How a statement ended. `error` is empty when it did well."""

    query: QueryInfo
    elapsed_s: float
    rows: int | None = None
    error: str = ""
    error_code: str = ""
    is_cancelled: bool = False
    count: int = 1
    """How many statements this tells of: many of a fast script are told together when they ended alike. `query` is then
    the first of them, with the most serious kind of all (`define`, `write`, `read`, `other`); `elapsed_s` and `rows`
    are of all together."""
    last_id: str = ""
    """Of several, the id of the last one. Ids are RUN-NUMBER: those between were told by this, or by outcomes of their
    own."""


@dataclass(frozen=True, slots=True)
class Veto:
    """A statement may not run, and why, in a sentence for the person."""

    reason: str


@dataclass(frozen=True, slots=True)
class ServiceInfo:
    """A service of the engine that was started, stopped, or failed with `error`."""

    id: str
    title: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class WebhookInfo:
    """A webhook that was verified and stored."""

    id: str
    service: str
    event: str
    """As its sender names it, such as `pull_request.opened`."""
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class MetricValue:
    """One figure; its name becomes `plugin.ID.NAME`."""

    name: str
    value: float
    labels: dict[str, str] = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the plugin can do its work, and a sentence."""

    is_well: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class CellFacts:
    """The column that cells are of."""

    column: str
    type: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a result, as texts; None is NULL. Bytes come as hexadecimal text with `\\x` before it."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    is_complete: bool = True
    """False: there were more than asked for."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of plain text. A sender, a recipient or a subject that holds more than one line is refused."""

    sender: str
    recipients: tuple[str, ...]
    subject: str
    text: str


class Context(Protocol):
    """What Lapwing does for a plugin, as far as its permissions reach; otherwise `PermissionError` is raised.

    Attributes:
        plugin_id: Whose it is.
        config: The settings, as a person filled them in.
        data_folder: Where the plugin may keep files; it is removed with the plugin.
    """

    plugin_id: str
    config: dict[str, Any]
    data_folder: Path

    def log(self, text: str, level: str = "info") -> None:
        """Write a line into the plugin's log (`debug`, `info`, `warning`, `error`)."""
        ...

    def connections(self) -> Sequence[ConnectionInfo]:
        """The saved connections (`schema:read`)."""
        ...

    def tables(self, connection_id: str) -> Sequence[tuple[str, str]]:
        """Schema and name of each table and view (`schema:read`)."""
        ...

    def query(self, connection_id: str, sql: str, most: int = 1000, within_s: float = 30.0) -> Rows:
        """Run one statement: one that only reads with `query:read`, any with `query:write`.

        It stands in the history with the plugin's name, other plugins hear of it and may refuse it, and it is a
        transaction of its own. What may change something is refused on connections that are read-only, or whose changes
        a person has to confirm. From within `on_query_execute` about a statement of another plugin, any is refused.

        Raises:
            RuntimeError: The server or another plugin refused it, in their words.
            TimeoutError: It took too long, and was cancelled.
        """
        ...

    def publish(self, event_type: str, data: dict[str, Any]) -> None:
        """Tell an event; its name must match one of the `events:` permissions."""
        ...

    def http(
        self,
        method: str,
        url: str,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
        within_s: float = 10.0,
    ) -> HttpAnswer:
        """Ask a host that a `network:` permission names. There is no other way to the network.

        Raises:
            OSError: It cannot be reached, or does not answer in time.
        """
        ...

    def mail(self, server: str, mail: Mail, user: str = "", secret: str = "", within_s: float = 30.0) -> Sequence[str]:
        """Send a mail, and give the recipients that the server refused, each with its words; all others get it.

        Args:
            server: `smtp://HOST` (port 587; encryption by STARTTLS is demanded) or `smtps://HOST` (port 465), also with
                `:PORT`. A `network:` permission must name exactly that host. `smtp+plain://`, without encryption, leads
                to this computer only.
            user: Who logs in; empty: nobody does.
            secret: The name of the secret that holds the password, as for `secret`.

        Raises:
            OSError: It cannot be reached, or does not take mail now.
            RuntimeError: It refused the mail for good, in its words.
        """
        ...

    def secret(self, name: str) -> str:
        """A setting of the kind `secret`, or one that the plugin kept (`secrets:own`); empty: there is none."""
        ...

    def keep_secret(self, name: str, value: str) -> None:
        """Keep a secret in the vault (`secrets:own`); an empty one is deleted."""
        ...


class Plugin:
    """Base of all plugins. Override the hooks that the manifest lists."""

    context: Context
    """Set before `initialize` is called."""

    # life

    def initialize(self) -> None:
        """The plugin begins. One that raises here is told as failed, and not called again."""

    def shutdown(self) -> None:
        """The plugin ends: disabled, removed, updated, or with the engine."""

    def pre_startup(self) -> None:
        """The engine has begun, and its services have not."""

    def post_shutdown(self) -> None:
        """The engine's services have ended; the plugin's `shutdown` comes next."""

    def on_config_load(self, config: dict[str, Any]) -> dict[str, Any]:
        """The plugin's settings were read; what is returned is used instead, where it fits the manifest."""
        return config

    # databases

    def on_database_connect(self, connection: ConnectionInfo) -> None:
        """The first session of a connection was opened."""

    def on_database_disconnect(self, connection: ConnectionInfo) -> None:
        """The last session of a connection was closed."""

    def on_query_execute(self, query: QueryInfo) -> Veto | None:
        """A statement of a person or of another plugin is about to be sent; a veto refuses it (`query:read`).

        The answer is waited for a quarter of a second. Without one the statement passes, and the person is told, unless
        its connection demands an answer. It goes before other hooks that wait, but behind one that runs: a plugin that
        judges should do nothing long elsewhere.
        """
        return None

    def on_query_complete(self, outcome: QueryOutcome) -> None:
        """A statement did well (`query:read`). It has ended by then: nobody waits for this.

        Called, as the hooks of databases and `on_query_fail`, in the engine in which it ran; of a plugin with `once` in
        its manifest in the one in which it runs, for all engines of the profile.
        """

    def on_query_fail(self, outcome: QueryOutcome) -> None:
        """A statement was refused, also by a veto, lost or cancelled (`query:read`)."""

    # figures, health, services

    def on_metrics_collect(self) -> Iterable[MetricValue]:
        """Figures of the plugin's own, asked for at each slow look of a monitor."""
        return ()

    def on_health_check(self) -> Health:
        """Whether the plugin can do its work."""
        return Health()

    def on_service_start(self, service: ServiceInfo) -> None:
        """A service of the engine runs."""

    def on_service_stop(self, service: ServiceInfo) -> None:
        """A service of the engine ended."""

    def on_service_error(self, service: ServiceInfo) -> None:
        """A service of the engine failed."""

    # events

    def on_webhook(self, webhook: WebhookInfo) -> None:
        """A webhook came, was verified and stored."""

    def handle_event(self, event: CloudEvent) -> Any:
        """An event that an `events:` permission names; the answer goes to who published it and asked for answers.

        Called once in a profile, in the engine that runs its services, whichever told the event; so are `on_webhook`
        and the hooks of services.
        """

    # the window

    def on_menu(self, entry_id: str, connection: ConnectionInfo | None) -> Document | None:
        """A person chose a menu entry."""
        return None

    def panel(self, panel_id: str, connection: ConnectionInfo | None) -> Document:
        """What a panel shows now."""
        return Document()

    def on_form(self, panel_id: str, values: dict[str, Any]) -> Document | None:
        """A person submitted a form of a panel; the answer is shown instead, None: the panel is asked anew."""
        return None

    def format_cells(self, formatter_id: str, cell: CellFacts, texts: Sequence[str | None]) -> Sequence[str | None]:
        """How values of a column are shown; None: as they are. What is copied, edited and exported stays the value."""
        return [None] * len(texts)

    def view_value(self, viewer_id: str, cell: CellFacts, value: str | bytes | None) -> Document:
        """A value, shown beside the grid."""
        return Document()

    # files

    def export_rows(self, format_id: str, columns: Sequence[CellFacts], rows: Iterator[Rows]) -> Iterator[bytes]:
        """The bytes of a file with these rows, which come in pages as they are asked for.

        What is yielded is written at once: at most 6 MB at a time. All rows have to be taken; an exception ends the
        export, and leaves no file.
        """
        return iter(())

    def import_rows(self, format_id: str, data: Iterator[bytes]) -> Iterator[Rows]:
        """The rows of a file, whose bytes come in pieces as they are asked for.

        The first page says the columns and their types (`text`, `bigint`, `numeric`, `boolean`, `json`, or empty), also
        where there are no rows; all pages have the same columns. An exception ends the import, and nothing is imported.
        """
        return iter(())
