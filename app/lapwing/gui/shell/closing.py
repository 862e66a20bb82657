"""Before something is closed: what would be lost is asked about."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lapwing.gui.editor.session import TabSession
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.questions import Choice, ask

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Closing", text)


_LISTED = 12
"""Tabs that a question names; of more it says how many."""


async def may_leave_all(window: "MainWindow") -> bool:
    """Whether all pages of a window may end; asks about work that is open, page by page, after an overview of it."""
    working = [page for page in window.pages() if page.open_work]
    if len(working) > 1:
        answer = await _ask_about_all(window, working)
        if answer != "review":
            return answer == "discard"
    for page in working:
        window.documents.show_page(page)
        if not await page.may_leave(window):
            return False
    return True


async def _ask_about_all(window: "MainWindow", working: Sequence[Page]) -> str:
    role = QMessageBox.ButtonRole
    return await ask(
        window,
        _tr("Open work"),
        _tr("Work is open in several tabs:"),
        _listed(working),
        (
            Choice("review", _tr("Look at each"), role.AcceptRole),
            Choice("discard", _tr("Discard all and close"), role.DestructiveRole),
            Choice("keep", _tr("Keep it open"), role.RejectRole),
        ),
        default="keep",
        escape="keep",
    )


def _listed(working: Sequence[Page]) -> str:
    return _shortened([f"{page.title}: {page.open_work}" for page in working])


def _shortened(lines: Sequence[str]) -> str:
    more = len(lines) - _LISTED
    told = list(lines[:_LISTED])
    if more > 0:
        told.append(QCoreApplication.translate("Closing", "and %n more", "", more))
    return "\n".join(told)


async def may_remove(window: "MainWindow", connection_id: str) -> bool:
    """Whether a connection may be taken off the list; asks when work is open on it, which it does not end."""
    working = [page for page in pages_on(window.pages(), connection_id) if page.open_work]
    if not working:
        return True
    role = QMessageBox.ButtonRole
    answer = await ask(
        window,
        _tr("Open work"),
        _tr("Work is open on this connection. It stays open in its tabs, but they cannot connect again later:"),
        _listed(working),
        (
            Choice("remove", _tr("Remove"), role.DestructiveRole),
            Choice("keep", _tr("Keep the connection"), role.RejectRole),
        ),
        default="keep",
        escape="keep",
    )
    return answer == "remove"


async def may_disconnect(window: "MainWindow", pages: Sequence[Page], name: str) -> bool:
    """Whether a connection may be left; asks when something runs on it or a transaction is open.

    Args:
        pages: Those that use it, of all windows.
    """
    working = [page for page in pages if _is_at_work(page)]
    if not working:
        return True
    role = QMessageBox.ButtonRole
    lines = [f"{page.title}: {page.open_work or _tr('a statement runs')}" for page in working]
    answer = await ask(
        window,
        _tr("Disconnect"),
        _tr("Work is open on {name}. To disconnect cancels it and rolls it back:").replace("{name}", name),
        _shortened(lines),
        (
            Choice("disconnect", _tr("Roll back and disconnect"), role.DestructiveRole),
            Choice("keep", _tr("Stay connected"), role.RejectRole),
        ),
        default="keep",
        escape="keep",
    )
    return answer == "disconnect"


def pages_on(pages: Iterable[Page], connection_id: str) -> list[Page]:
    """Those whose session is of a connection."""
    return [page for page in pages if _connection_of(page) == connection_id]


def _is_at_work(page: Page) -> bool:
    session = getattr(page, "session", None)
    return isinstance(session, TabSession) and (session.has_open_transaction or session.is_running)


def _connection_of(page: Page) -> str:
    session = getattr(page, "session", None)
    return session.place.connection_id if isinstance(session, TabSession) else ""


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
