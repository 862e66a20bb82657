"""What is told in the audit log."""

import contextlib
import getpass
import os
from pathlib import Path
from typing import Any, Final

from lapwing.plugins.api import (
    ConnectionInfo,
    Health,
    Plugin,
    QueryInfo,
    QueryOutcome,
    ServiceInfo,
    Veto,
    WebhookInfo,
)
from lapwing.plugins.bundled.audit_log.chain import Chain, Keeping
from lapwing.plugins.bundled.audit_log.lines import text_facts
from lapwing.plugins.kit.quantities import seconds, size_bytes

LEVELS: Final = ("debug", "info", "warning", "error")
_VETOED: Final = "plugin.vetoed"


class AuditLog(Plugin):
    """Writes what happens to a `Chain`, from the level that is asked for upwards."""

    def __init__(self) -> None:
        self._chain: Chain | None = None
        self._error = ""
        self._level = LEVELS.index("info")
        self._is_required = False
        self._who: dict[str, Any] = {}

    # life

    def on_config_load(self, config: dict[str, Any]) -> dict[str, Any]:
        """Say at once what is wrong with a size or duration, before it is used."""
        size_bytes(config.get("maxFileSize") or "100MB")
        seconds(config.get("retention") or "90d")
        return config

    def initialize(self) -> None:
        config = self.context.config
        self._level = LEVELS.index(config.get("logLevel") or "info")
        self._is_required = bool(config.get("required"))
        self._who = {"login": _login(), "pid": os.getpid()}
        keeping = Keeping(
            max(10_000, size_bytes(config.get("maxFileSize") or "100MB")),
            seconds(config.get("retention") or "90d"),
            bool(config.get("sync")),
        )
        named = str(config.get("logFile") or "").strip()
        path = Path(named).expanduser() if named else self.context.data_folder / "audit.log"
        if not path.is_absolute():
            raise ValueError(f"“{named}” is no whole path. Name the file from its root on, such as /var/log/audit.log.")
        chain = Chain(path, keeping)
        chain.begin()
        self._chain = chain
        self._tell("info", "audit.begun")

    def shutdown(self) -> None:
        self._tell("info", "audit.ended")
        self._chain = None

    def on_health_check(self) -> Health:
        return Health(not self._error, self._error)

    # databases

    def on_database_connect(self, connection: ConnectionInfo) -> None:
        self._tell("info", "connection.connected", **_connection(connection))

    def on_database_disconnect(self, connection: ConnectionInfo) -> None:
        self._tell("info", "connection.disconnected", **_connection(connection))

    def on_query_execute(self, query: QueryInfo) -> Veto | None:
        """Told before it is sent, so that it stands there whatever happens then."""
        is_told = self._tell("debug" if query.kind == "read" else "info", "query.started", **_query(query))
        if is_told or not self._is_required:
            return None
        return Veto(f"It could not be written to the audit log. {self._error}")

    def on_query_complete(self, outcome: QueryOutcome) -> None:
        self._tell("info", "query.completed", **_outcome(outcome))

    def on_query_fail(self, outcome: QueryOutcome) -> None:
        vetoed = outcome.error_code == _VETOED
        event = "query.vetoed" if vetoed else "query.cancelled" if outcome.is_cancelled else "query.failed"
        facts = {"error_code": outcome.error_code, **text_facts("error", outcome.error)}
        self._tell("warning", event, **_outcome(outcome), **facts)

    # services and webhooks

    def on_service_start(self, service: ServiceInfo) -> None:
        self._tell("info", "service.started", service=service.id)

    def on_service_stop(self, service: ServiceInfo) -> None:
        self._tell("info", "service.stopped", service=service.id)

    def on_service_error(self, service: ServiceInfo) -> None:
        self._tell("error", "service.error", service=service.id, **text_facts("error", service.error))

    def on_webhook(self, webhook: WebhookInfo) -> None:
        """Headers and body are left out: they may hold what is nobody's business."""
        facts = {"id": webhook.id, "service": webhook.service, "type": webhook.event, "bytes": len(webhook.body)}
        self._tell("info", "webhook.received", **facts)

    def _tell(self, level: str, event: str, **facts: Any) -> bool:
        """Write a line; False: it could not be, which is told in the plugin's log."""
        if LEVELS.index(level) < self._level:
            return True
        if self._chain is None:
            self._error = self._error or "The audit log was not begun."
            return False
        try:
            self._chain.write({"level": level, "event": event, **self._who, **facts})
        except OSError as error:
            self._error = f"The audit log cannot be written: {error.strerror or error}."
            with contextlib.suppress(OSError):  # the same full disk may hold the plugin's log
                self.context.log(self._error, "error")
            return False
        self._error = ""
        return True


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _connection(connection: ConnectionInfo) -> dict[str, Any]:
    named = {"dialect": connection.dialect, "environment": connection.environment, "database": connection.database}
    return {"connection_id": connection.id, "connection": connection.name, **named}


def _query(query: QueryInfo) -> dict[str, Any]:
    return (
        {**_connection(query.connection), "query_id": query.id, "user": query.user, "kind": query.kind}
        | text_facts("sql", query.sql)
        | ({"plugin": query.plugin_id} if query.plugin_id else {})
    )


def _outcome(outcome: QueryOutcome) -> dict[str, Any]:
    facts = {**_query(outcome.query), "elapsed_ms": round(outcome.elapsed_s * 1000, 3), "rows": outcome.rows}
    return facts if outcome.count == 1 else {**facts, "statements": outcome.count, "last_query_id": outcome.last_id}
