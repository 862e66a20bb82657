"""The pages that were closed in a window, the last one first, so that each can be opened again with its state.

The journal keeps the texts of closed editors itself; which page was closed when, and what the other kinds need to come
back, is kept with the window's state and survives a restart.
"""

import json
from dataclasses import asdict, field
from typing import TYPE_CHECKING, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.shell.kept_pages import EDITOR, KeptPage, restore
from lapwing.gui.shell.page import Page

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_KEY: Final = "feature.closed"
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """A page as it was when it was closed, and its place among the tabs."""

    id: str
    kind: str
    place: int
    state: dict[str, str] = field(default_factory=dict)


class ClosedPages:
    """Of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._pages = _read(window.feature_state.get(_KEY, ""))

    def note(self, page: Page) -> None:
        """It is being closed by a person, and still among the tabs."""
        state = page.state()
        if state is None:
            return
        place = list(self._window.documents).index(page)
        self._pages.append(ClosedPage(page.id, page.kind, place, dict(state)))
        del self._pages[:-_MOST]
        self._keep()

    @property
    def can_reopen(self) -> bool:
        return any(page.kind != EDITOR for page in self._pages) or bool(self._window.journal.recently_closed())

    def reopen(self) -> None:
        """The page closed last, where it was; editors that other windows closed come after those of this one."""
        while self._pages:
            page = self._pages.pop()
            if self._restore(page):
                self._keep()
                return
        self._keep()
        record = self._window.journal.reopen()
        if record is not None:
            self._window.restore_tab(record)

    def _restore(self, page: ClosedPage) -> bool:
        """Whether it could be; empty editors are not kept, and a page of which there is one may be open."""
        window = self._window
        if page.kind == EDITOR:
            record = window.journal.reopen(page.id)
            if record is None:
                return False
            window.restore_tab(record).whereabouts.divide(page.state)
        else:
            singles = {each.kind for each in window.pages() if each.is_single}
            if page.kind not in window.page_makers or page.kind in singles:
                return False
            restore(window, KeptPage(page.id, page.kind, page.state))
        window.documents.move_last_to(page.place)
        if isinstance(window.documents.current, Page):
            window.documents.current.read_now()
        return True

    def _keep(self) -> None:
        self._window.feature_state[_KEY] = json.dumps([asdict(page) for page in self._pages])
        self._window.keep()


def _read(text: str) -> list[ClosedPage]:
    """What was kept; nothing of it when it cannot be read."""
    try:
        return [
            ClosedPage(
                str(each["id"]),
                str(each["kind"]),
                int(each["place"]),
                {str(name): str(told) for name, told in each["state"].items()},
            )
            for each in json.loads(text or "[]")
        ]
    except (ValueError, LookupError, TypeError, AttributeError):
        return []
