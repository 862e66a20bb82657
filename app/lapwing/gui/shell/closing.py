"""Before something is closed: what would be lost is asked about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lapwing.gui.shell.questions import Choice, ask

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab


def _tr(text: str) -> str:
    return QCoreApplication.translate("Closing", text)


async def may_close(parent: QWidget, tab: "QueryTab") -> bool:
    """Whether a tab may be closed: asks about an open transaction, then about a file that is not saved."""
    return await may_leave(parent, tab) and await _may_drop_text(parent, tab)


async def may_leave(parent: QWidget, tab: "QueryTab") -> bool:
    """Whether a tab's session may end. An open transaction is committed, rolled back, or kept open (the default)."""
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
    if answer == "keep":
        return False
    return await tab.transactions.finish(commit=answer == "commit")


async def _may_drop_text(parent: QWidget, tab: "QueryTab") -> bool:
    """A file that is not saved: save, or close without. Text that has no file is kept for reopening anyway."""
    if tab.file is None or not tab.is_modified:
        return True
    role = QMessageBox.ButtonRole
    answer = await ask(
        parent,
        _tr("Unsaved file"),
        _tr("{tab} has changes that are not in its file.").replace("{tab}", tab.title),
        str(tab.file.path),
        (
            Choice("save", _tr("Save"), role.AcceptRole),
            Choice("drop", _tr("Close without saving"), role.DestructiveRole),
            Choice("keep", _tr("Cancel"), role.RejectRole),
        ),
        default="save",
        escape="keep",
    )
    if answer == "save":
        return tab.files.save()
    return answer != "keep"
