"""What the status bar says of a session: where it leads, how it is encrypted, its transaction."""

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import SessionFacts, TransactionState
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.session import TabSession
from lapwing.gui.environment_words import environment_of
from lapwing.gui.shell.clock_text import clock_text
from lapwing.gui.shell.page import PageStatus
from lapwing.gui.widgets.counts import with_grouped

_LONG_S = 60.0
"""From then on the status bar shows an open transaction in the colour of warnings."""


def session_status(session: TabSession, saved: SavedConnections, *, rows: str, caret: str = "") -> PageStatus:
    """The status of a page that stands on a session."""
    connection = saved.find(session.place.connection_id)
    name = connection.name if connection is not None else session.place.url
    environment = environment_of(connection, saved.environments) if connection is not None else ""
    facts = session.facts
    return PageStatus(
        color=saved.color(connection),
        connection=_connection_text(" · ".join(filter(None, (name, environment, session.place.database))), facts),
        encryption=facts.surroundings.encryption if facts is not None else "",
        transaction=_transaction_text(session) if facts is not None else "",
        transaction_look=_transaction_look(session),
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
    text = states[session.transaction]
    if not session.has_open_transaction:
        return text
    count = session.work.statements
    told = with_grouped(QCoreApplication.translate("StatusBar", "%n statement(s)", "", count), count)
    return f"{text} {clock_text(session.work.age_s)}, {told}"


def _transaction_look(session: TabSession) -> str:
    """A failed transaction, or one that has been open for a while, is to be seen."""
    is_old = session.has_open_transaction and session.work.age_s >= _LONG_S
    return "warning" if is_old or session.transaction is TransactionState.FAILED else "dim"


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatusBar", text)
