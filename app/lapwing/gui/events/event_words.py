"""How events look in a list: drawing, time, connection and one line about each."""

from typing import Final

from lapwing.domain.cloud_events import CloudEvent, summary
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.visible import visible_text

_ICONS: Final = {
    "query.started": ("run", "dim_text"),
    "query.completed": ("check", "good"),
    "query.cancelled": ("stop", "warning"),
    "connection.connected": ("connect", "good"),
    "connection.disconnected": ("disconnect", "dim_text"),
    "schema.changed": ("schema", "accent_text"),
    "alert.fired": ("bell", "bad"),
    "alert.resolved": ("bell", "good"),
    "alert.acknowledged": ("bell", "dim_text"),
    "plugin.quarantined": ("error", "bad"),
}
_BY_WORD: Final = {
    "job": ("loader", "dim_text"),
    "service": ("server", "dim_text"),
    "plugin": ("plugin", "dim_text"),
    "webhook": ("download", "accent_text"),
    "metrics": ("chart", "dim_text"),
}
CLOCK: Final = "HH:mm:ss.zzz"
"""How exactly moments of events are shown."""
_FAILED: Final = ("error", "bad")
_OTHER: Final = ("event", "accent_text")


def icon_of(event: CloudEvent) -> tuple[str, str]:
    """A drawing and a token of its colour."""
    if event.type.endswith((".failed", ".error")):
        return _FAILED
    return _ICONS.get(event.type) or _BY_WORD.get(event.type.partition(".")[0], _OTHER)


def connection_text(event: CloudEvent, named: str) -> str:
    """The name of its connection, as it is now or else as it was told."""
    told = event.data.get("connection")
    return visible_text(named or (told if isinstance(told, str) else ""))


def sql_of(event: CloudEvent) -> str:
    """Its statement in one line, where that is what the list says of it."""
    sql = event.data.get("sql")
    if not isinstance(sql, str) or isinstance(event.data.get("error"), str):
        return ""
    return visible_text(" ".join(sql[:1_200].split())[:300])


def what_text(event: CloudEvent) -> str:
    """One line about it."""
    return sql_of(event) or visible_text(summary(event, with_connection=False))


def duration_text(event: CloudEvent) -> str:
    """How long it took; empty where nobody said."""
    took = event.data.get("executionTime")
    if not isinstance(took, int | float) or isinstance(took, bool):
        return ""
    return f"{took:.0f} ms" if 1 <= took < 1000 else "< 1 ms" if took < 1 else shown_seconds(took / 1000)
