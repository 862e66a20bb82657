"""What the status bar says of a session: where it leads, how it is encrypted, its transaction."""

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import SessionFacts, TransactionState
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.session import TabSession
from lapwing.gui.shell.page import PageStatus


def session_status(session: TabSession, saved: SavedConnections, *, rows: str, caret: str = "") -> PageStatus:
    """The status of a page that stands on a session."""
    connection = saved.find(session.place.connection_id)
    name = connection.name if connection is not None else session.place.url
    facts = session.facts
    return PageStatus(
        color=saved.color(connection),
        connection=_connection_text(name, facts),
        encryption=facts.surroundings.encryption if facts is not None else "",
        transaction=_transaction_text(session) if facts is not None else "",
        rows=rows,
        caret=caret,
    )


def _connection_text(name: str, facts: SessionFacts | None) -> str:
    parts = [name]
    if facts is not None:
        parts += [facts.product, facts.surroundings.schema, _tr("read-only") if facts.read_only else ""]
    return " · ".join(part for part in parts if part)


def _transaction_text(session: TabSession) -> str:
    states = {
        TransactionState.IDLE: _tr("No transaction"),
        TransactionState.OPEN: _tr("Transaction open"),
        TransactionState.FAILED: _tr("Transaction failed"),
    }
    return states[session.transaction]


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatusBar", text)
