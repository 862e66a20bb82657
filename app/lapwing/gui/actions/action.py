"""What an action and a menu are: data that menus, palette, shortcuts and tool rows are made of."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

CONTEXT: Final = "actions"
"""Of all texts declared here, for translators."""


class MenuId(StrEnum):
    """Every menu and submenu. Those of the menu bar are listed in `MENU_BAR`."""

    FILE = "file"
    RECENT = "recent"
    ENCODING = "encoding"
    EDIT = "edit"
    COPY_AS = "copy_as"
    TEXT = "text"
    VIEW = "view"
    THEME = "theme"
    TABS = "tabs"
    QUERY = "query"
    TRANSACTION_MODE = "transaction_mode"
    ISOLATION = "isolation"
    RESULT = "result"
    HISTORY = "history"
    DATABASE = "database"
    ROWS = "rows"
    MONITOR = "monitor"
    DASHBOARD = "dashboard"
    ALERTS = "alerts"
    TOOLS = "tools"
    PLUGINS = "plugins"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can have done.

    Attributes:
        id: `noun.verb`.
        title: Menu entry in English, marked for translation, `&` before its mnemonic; `{number}` is filled in.
        tip: A sentence without its full stop for tool tip and status bar.
        short: The word for a tool row, where the title is too long for it.
        shortcuts: In Qt's portable notation; the first is the one shown.
        icon: A drawing of `resources/icons`, or empty.
        when: When it can be used.
        group: Entries of one menu that follow each other with different groups get a line between them.
        is_toggle: It is on or off, and has a check mark.
        choice: Actions with the same word here are alternatives, of which one is on.
        number: For actions that differ in a number only; 0 for all others.
    """

    id: str
    title: str
    tip: str
    menu: MenuId
    short: str = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS
    group: str = ""
    is_toggle: bool = False
    choice: str = ""
    number: int = 0

    def shown_title(self) -> str:
        """The title in the person's language, mnemonic included."""
        return translated(self.title).format(number=self.number)

    def shown_tip(self) -> str:
        """The tip in the person's language."""
        return translated(self.tip).format(number=self.number)

    def shown_short(self) -> str:
        """The word for tool rows in the person's language; the title without its mnemonic where there is none."""
        return translated(self.short) if self.short else without_mnemonic(self.shown_title()).rstrip("…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Submenu:
    """A menu inside another one, at the place where it is declared."""

    id: MenuId
    title: str
    menu: MenuId
    """The menu it is in."""
    group: str = ""

    def shown_title(self) -> str:
        """The title in the person's language, mnemonic included."""
        return translated(self.title)


Entry = Action | Submenu

MENU_BAR: Final[dict[MenuId, str]] = {
    MenuId.FILE: QT_TRANSLATE_NOOP("actions", "&File"),
    MenuId.EDIT: QT_TRANSLATE_NOOP("actions", "&Edit"),
    MenuId.VIEW: QT_TRANSLATE_NOOP("actions", "&View"),
    MenuId.QUERY: QT_TRANSLATE_NOOP("actions", "&Query"),
    MenuId.DATABASE: QT_TRANSLATE_NOOP("actions", "&Database"),
    MenuId.MONITOR: QT_TRANSLATE_NOOP("actions", "&Monitor"),
    MenuId.TOOLS: QT_TRANSLATE_NOOP("actions", "&Tools"),
    MenuId.PLUGINS: QT_TRANSLATE_NOOP("actions", "&Plugins"),
    MenuId.HELP: QT_TRANSLATE_NOOP("actions", "&Help"),
}
"""The menus of the menu bar in their order, with their titles."""


def translated(text: str) -> str:
    """A text declared in this package in the person's language."""
    return QCoreApplication.translate(CONTEXT, text)


def without_mnemonic(title: str) -> str:
    """A menu title as it reads: `&Run` is `Run`, `&&` is `&`."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&")
