"""Before staged changes of a table tab are lost: questions, of which the default keeps them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lapwing.gui.shell.questions import Choice, ask

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_MANY: Final = 3
"""So many rows are reverted only after a question."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TableAsking", text)


async def may_leave(parent: QWidget, tab: "TableTab") -> bool:
    """Whether a tab may end: asks about staged changes, then about an open transaction."""
    return await _may_drop_changes(parent, tab) and await _may_end_transaction(parent, tab)


async def _may_drop_changes(parent: QWidget, tab: "TableTab") -> bool:
    total = tab.editing.staged.counts.total
    if not total:
        return True
    role = QMessageBox.ButtonRole
    answer = await ask(
        parent,
        _tr("Changes not saved"),
        QCoreApplication.translate("TableAsking", "%n change(s) of {table} are not saved.", "", total).replace(
            "{table}", tab.title
        ),
        _tr("They are only in this tab."),
        (
            Choice("save", _tr("Save"), role.AcceptRole),
            Choice("drop", _tr("Drop the changes"), role.DestructiveRole),
            Choice("keep", _tr("Keep the tab"), role.RejectRole),
        ),
        default="keep",
        escape="keep",
    )
    if answer == "save":
        return await tab.saving.save()
    if answer == "drop":
        tab.editing.staged.revert()
    return answer == "drop"


async def _may_end_transaction(parent: QWidget, tab: "TableTab") -> bool:
    if not tab.session.has_open_transaction:
        return True
    role = QMessageBox.ButtonRole
    answer = await ask(
        parent,
        _tr("Open transaction"),
        _tr("A transaction is open in {tab}.").replace("{tab}", tab.title),
        _tr("Nothing is committed unless you say so."),
        (
            Choice("commit", _tr("Commit"), role.AcceptRole),
            Choice("rollback", _tr("Roll back"), role.DestructiveRole),
            Choice("keep", _tr("Keep it open"), role.RejectRole),
        ),
        default="keep",
        escape="keep",
    )
    return answer != "keep" and await tab.reading.finish(commit=answer == "commit")


async def may_revert(parent: QWidget, count: int) -> bool:
    """Whether what is staged in so many rows may be taken back: asked where there are many."""
    if count < _MANY:
        return bool(count)
    answer = await ask(
        parent,
        _tr("Revert changes"),
        QCoreApplication.translate("TableAsking", "Take back what is staged in %n row(s)?", "", count),
        _tr("It can be done again by Ctrl+Shift+Z."),
        (
            Choice("revert", _tr("Revert"), QMessageBox.ButtonRole.DestructiveRole),
            Choice("keep", _tr("Keep them"), QMessageBox.ButtonRole.RejectRole),
        ),
        default="keep",
        escape="keep",
    )
    return answer == "revert"
