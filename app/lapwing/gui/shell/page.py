"""What stands in the centre of a window: editors, table data, properties, history and their like."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.actions import Fact
from lapwing.gui.journal_records import new_id

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

Handlers = Mapping[str, Callable[[], object]]
"""What is done, by an action's id."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page's tab shows of it."""

    title: str
    icon_name: str
    color: str = "accent_text"
    """A token of the theme."""
    tip: str = ""
    modified: bool = False
    running: bool = False


@dataclass(frozen=True, slots=True)
class PageStatus:
    """What the status bar shows of the page in front; what does not apply is empty."""

    color: str = "faint_text"
    """Of the dot before the connection: a token of the theme."""
    connection: str = ""
    """Name and facts of the connection; empty: there is none."""
    encryption: str = ""
    """How the line to the server is encrypted, in words; empty when it is not."""
    transaction: str = ""
    transaction_look: str = "dim"
    """`dim`, or `warning` where a person should look."""
    rows: str = ""
    caret: str = ""
    monitoring: tuple[str, ...] = ()
    """Of a server that is looked at: for how long it runs, what looking at it costs."""


class Page(QWidget):
    """One page of the centre. Qt's thread.

    Attributes:
        kind: What sort of page it is; those with a `state` come back after a restart by this word.
        is_single: Whether a window has at most one of its kind.
        id: Its own in the whole profile.
        title: What a person calls it.

    Signals:
        changed(): tab, menus and status bar look again.
        rearranged(): its `state` is another one, and worth keeping soon.
    """

    changed = Signal()
    rearranged = Signal()
    kind: ClassVar[str] = ""
    is_single: ClassVar[bool] = False

    def __init__(self, page_id: str = "") -> None:
        super().__init__()
        self.id = page_id or new_id()
        self.title = ""

    def dress(self) -> Dress:
        """What its tab shows."""
        return Dress(self.title, "file-code")

    def status(self) -> PageStatus | None:
        """What the status bar shows while it is in front; None: nothing of a connection."""
        return None

    def facts(self) -> set[Fact]:
        """What is so while it is in front, for the conditions of actions."""
        return set()

    def handlers(self) -> Handlers:
        """What actions do while it is in front; goes before what they do in the window."""
        return {}

    def panes(self) -> list[QWidget]:
        """Where F6 goes, after the navigator, in the order of the eye."""
        return [self]

    def state(self) -> dict[str, str] | None:
        """What is needed to show it again after a restart, when nothing is run by that; None: it does not come back."""
        return None

    def read_now(self) -> None:
        """A person opened it again: what it would wait to be asked for after a restart is read."""

    def take_back(self, kept: str) -> None:
        """Show again what the journal kept of it that was not saved when the program ended. Nothing is run by that."""

    def drop_work(self) -> None:
        """A person ends the program and said that what is open in it may be lost: it does not come back."""

    @property
    def open_work(self) -> str:
        """What would be lost if the program ended now, in a few words for a list; empty: nothing."""
        return ""

    async def may_leave(self, window: "MainWindow") -> bool:
        """Whether what is open in it (a transaction, staged edits) may end; asks where something would be lost."""
        return True

    async def may_close(self, window: "MainWindow") -> bool:
        """Whether it may be closed; asks where something would be lost."""
        return await self.may_leave(window)

    def let_go(self) -> None:
        """It is being closed for good by a person, in difference to the end of the program."""

    async def close_page(self) -> None:
        """Let go of sessions and results; what is open is rolled back (who calls this has asked)."""
