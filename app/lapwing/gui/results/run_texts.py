"""How a statement of a run ended, in words."""

from PySide6.QtCore import QCoreApplication

from lapwing.domain.errors import from_wire
from lapwing.domain.events import Event, LockAwaited, NoticeReceived, StatementCompleted, StatementRefused
from lapwing.domain.query import StatementOutcome
from lapwing.gui.i18n import error_texts
from lapwing.gui.widgets.counts import with_grouped


def said_of(event: Event) -> tuple[str, str, str, int | None] | None:
    """Level, text, detail and place of the message that tells of an event of a run; None where none does."""
    if isinstance(event, StatementCompleted):
        outcome = event.outcome
        return "done" if outcome.complete else "info", summary_text(outcome), outcome.sql, None
    if isinstance(event, StatementRefused):
        position = event.error.facts.get("position")
        return *refusal_text(event), event.outcome.sql, position if isinstance(position, int) else None
    if isinstance(event, NoticeReceived):
        return "warning" if event.severity == "warning" else "notice", event.text, "", None
    if isinstance(event, LockAwaited) and event.waited_s < 1:
        holders = event.holders or QCoreApplication.translate("ResultPane", "another connection")
        words = QCoreApplication.translate("ResultPane", "Waiting for a lock held by {holders}.")
        return "info", words.format(holders=holders), "", None
    return None


def refusal_text(event: StatementRefused) -> tuple[str, str]:
    """Level and text of what is said of a statement that was refused or cancelled."""
    text, step = error_texts(from_wire(event.error))
    line, included = event.error.facts.get("line"), event.error.facts.get("included")
    cancelled = event.error.code == "statement.cancelled"
    if isinstance(line, int) and not cancelled:
        if included:
            words = QCoreApplication.translate("ResultPane", "{file}, line {line}: {text}")
        else:
            words = QCoreApplication.translate("ResultPane", "Line {line}: {text}")
        text = words.format(file=included, line=line, text=text)
    return "warning" if cancelled else "error", f"{text}\n{step}" if step else text


def summary_text(outcome: StatementOutcome) -> str:
    """What a statement brought, and how long it took."""
    seconds = f"{outcome.elapsed_s:.3f} s"
    if outcome.row_count is not None:
        words = QCoreApplication.translate("ResultPane", "%n row(s)", "", outcome.row_count)
        text = with_grouped(words, outcome.row_count)
        more = QCoreApplication.translate("ResultPane", "there are more")
        return f"{text}, {seconds}" if outcome.complete else f"{text} ({more}), {seconds}"
    if outcome.rows_affected is not None:
        words = QCoreApplication.translate("ResultPane", "%n row(s) affected", "", outcome.rows_affected)
        return f"{with_grouped(words, outcome.rows_affected)}, {seconds}"
    return f"{QCoreApplication.translate('ResultPane', 'Done')}, {seconds}"
