"""Parts of a monitor page that are no dashboards: sessions and locks, statements, advisors.

Each is a module of this folder with a function `make_part(page)`, which gives its widget. It is called when the part is
first chosen, and the widget lives as long as the page.
"""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.actions import Fact
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage

CONTEXT: Final = "monitor"
"""Of the titles declared here, for translators."""


class MonitorPart(QWidget):
    """One part of a monitor page. It reads what it shows only while it is seen (`showEvent`, `hideEvent`).

    Qt's thread.
    """

    uses_time: ClassVar[bool] = False
    """Whether the time that the page shows means something to it; where it does not, that cannot be chosen."""

    def facts(self) -> set[Fact]:
        """What is so while it is in front, for the conditions of actions. Tell the page's `changed` when it changes."""
        return set()

    def handlers(self) -> Handlers:
        """What actions do while it is in front; goes before what they do in the page."""
        return {}

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self]

    def part_state(self) -> dict[str, str]:
        """What it wants back after a restart; `make_part` finds it in `page.part_states`, by its id."""
        return {}

    async def close_part(self) -> None:
        """The page is being closed."""


@dataclass(frozen=True, slots=True)
class PartPlace:
    """Where a part stands among the page's tabs.

    Attributes:
        id: Its own among all tabs of a page.
        title: Marked for translation.
        module: Of this folder, without its path.
        dialects: Of the servers that it is for.
    """

    id: str
    title: str
    module: str
    dialects: frozenset[str] = frozenset({"postgresql", "mysql"})


PARTS: Final[tuple[PartPlace, ...]] = (
    PartPlace("sessions", QT_TRANSLATE_NOOP("monitor", "Sessions and locks"), "monitor_sessions"),
    PartPlace("statements", QT_TRANSLATE_NOOP("monitor", "Statements"), "monitor_statements"),
    PartPlace(
        "advice",
        QT_TRANSLATE_NOOP("monitor", "Advice"),
        "monitor_advice",
        dialects=frozenset({"postgresql", "mysql", "sqlite"}),
    ),
    PartPlace(
        "settings",
        QT_TRANSLATE_NOOP("monitor", "Configuration"),
        "monitor_settings",
        dialects=frozenset({"postgresql", "mysql", "sqlite"}),
    ),
)
"""Those that are no dashboards."""

ORDER: Final = (
    "overview",
    "sessions",
    "io",
    "innodb",
    "statements",
    "waits",
    "advice",
    "vacuum",
    "caches",
    "replication",
    "settings",
    "host",
)
"""Of all tabs that come with Lapwing: parts by their ids, ready dashboards by what their ids end with."""


def rank(tab: str) -> int:
    """The place of a tab that comes with Lapwing; others stand behind all of these."""
    return ORDER.index(tab) if tab in ORDER else len(ORDER)


def part_title(place: PartPlace) -> str:
    """What a part is called, in the person's language."""
    return QCoreApplication.translate(CONTEXT, place.title)


def make_part(place: PartPlace, page: "MonitorPage") -> MonitorPart:
    """The widget of a part."""
    module = import_module(f"lapwing.gui.shell.{place.module}")
    made: MonitorPart = module.make_part(page)
    return made
