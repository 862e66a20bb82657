"""The statements of a transaction that was lost, as a script that nobody has run."""

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from lapwing.domain.history import HistoryEntry, HistoryState
from lapwing.domain.visible import visible_text

_ENDS: Final = re.compile(r"(?:commit|end|rollback)\s*;?\s*\Z", re.IGNORECASE)


def lost_script(entries: Iterable[HistoryEntry], sentence: str) -> str:
    """The script, with a comment at its top that says what happened.

    Statements that were refused stand in comments, and so does what was to end the transaction. What was under way when
    it happened is marked.
    """
    kept = list(entries)
    first = QDateTime.fromSecsSinceEpoch(int(kept[0].started))
    began = QLocale().toString(first, QLocale.FormatType.ShortFormat)
    head = [
        sentence,
        _tr("These are its statements on {connection}, begun {time}. Nothing of them was run again.")
        .replace("{time}", began)
        .replace("{connection}", kept[0].connection),
    ]
    return "\n".join(map(_comment, head)) + "\n\n" + "\n\n".join(map(_statement, kept)) + "\n"


def _statement(entry: HistoryEntry) -> str:
    terminated = entry.sql if entry.sql.startswith("\\") or entry.sql.endswith(";") else f"{entry.sql};"
    if entry.characters > len(entry.sql):
        return _comment(_tr("Only the beginning of this statement was kept:")) + "\n" + _comment(entry.sql)
    if entry.state in {HistoryState.FAILED, HistoryState.CANCELLED}:
        return _comment(f"{_tr('This statement did not succeed:')} {entry.error}") + "\n" + _comment(terminated)
    if _ENDS.match(entry.sql):
        return _comment(terminated)
    if entry.state in {HistoryState.RUNNING, HistoryState.UNKNOWN}:
        return _comment(_tr("This statement was under way:")) + "\n" + terminated
    return terminated


def _comment(text: str) -> str:
    """Every line of it as a comment, whatever it holds."""
    return "\n".join(f"-- {visible_text(line)}".rstrip() for line in text.splitlines())


def _tr(text: str) -> str:
    return QCoreApplication.translate("LostScript", text)
