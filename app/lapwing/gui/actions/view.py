"""The View menu: what is seen, and how."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import Fact, When
from lapwing.gui.actions.editor import LOOK
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_THEME: Final[tuple[Entry, ...]] = (
    Submenu(
        id=MenuId.THEME,
        title=QT_TRANSLATE_NOOP("actions", "&Theme"),
        menu=MenuId.VIEW,
        group="look",
    ),
    Action(
        id="theme.use_system",
        title=QT_TRANSLATE_NOOP("actions", "As the &system"),
        tip=QT_TRANSLATE_NOOP("actions", "Be light or dark as the desktop is"),
        menu=MenuId.THEME,
        icon="monitor",
        choice="theme",
    ),
    Action(
        id="theme.use_light",
        title=QT_TRANSLATE_NOOP("actions", "&Light"),
        tip=QT_TRANSLATE_NOOP("actions", "Stay light"),
        menu=MenuId.THEME,
        icon="sun",
        choice="theme",
    ),
    Action(
        id="theme.use_dark",
        title=QT_TRANSLATE_NOOP("actions", "&Dark"),
        tip=QT_TRANSLATE_NOOP("actions", "Stay dark"),
        menu=MenuId.THEME,
        icon="moon",
        choice="theme",
    ),
)

_LOOK: Final[tuple[Entry, ...]] = (
    Action(
        id="sidebar.toggle",
        title=QT_TRANSLATE_NOOP("actions", "Side&bar"),
        tip=QT_TRANSLATE_NOOP("actions", "Show or hide the navigator"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+B",),
        icon="panel-left",
        group="look",
        is_toggle=True,
    ),
    Action(
        id="window.fill_screen",
        title=QT_TRANSLATE_NOOP("actions", "&Full screen"),
        tip=QT_TRANSLATE_NOOP("actions", "Give the window the whole screen, or take it back"),
        menu=MenuId.VIEW,
        shortcuts=("F11",),
        icon="maximize",
        group="look",
        is_toggle=True,
    ),
    Action(
        id="zoom.increase",
        title=QT_TRANSLATE_NOOP("actions", "Zoom &in"),
        tip=QT_TRANSLATE_NOOP("actions", "Make the text of the editors larger"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl++", "Ctrl+="),
        when=When.EDITOR,
        group="zoom",
    ),
    Action(
        id="zoom.decrease",
        title=QT_TRANSLATE_NOOP("actions", "Zoom &out"),
        tip=QT_TRANSLATE_NOOP("actions", "Make the text of the editors smaller"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+-",),
        when=When.EDITOR,
        group="zoom",
    ),
    Action(
        id="zoom.reset",
        title=QT_TRANSLATE_NOOP("actions", "&Reset zoom"),
        tip=QT_TRANSLATE_NOOP("actions", "Give the text of the editors its usual size"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+0",),
        when=When.EDITOR,
        group="zoom",
    ),
)

_PLACES: Final[tuple[Entry, ...]] = (
    Action(
        id="tab.show_next",
        title=QT_TRANSLATE_NOOP("actions", "&Next tab"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the tab on the right"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+Tab",),
        icon="chevron-right",
        when=When.TABS_2,
        group="places",
    ),
    Action(
        id="tab.show_previous",
        title=QT_TRANSLATE_NOOP("actions", "&Previous tab"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the tab on the left"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+Shift+Tab",),
        icon="chevron-left",
        when=When.TABS_2,
        group="places",
    ),
    Submenu(
        id=MenuId.TABS,
        title=QT_TRANSLATE_NOOP("actions", "&Go to tab"),
        menu=MenuId.VIEW,
        group="places",
    ),
    Action(
        id="pane.focus_next",
        title=QT_TRANSLATE_NOOP("actions", "Next p&ane"),
        tip=QT_TRANSLATE_NOOP("actions", "Move the focus from navigator to editor to result to inspector"),
        menu=MenuId.VIEW,
        shortcuts=("F6",),
        group="places",
    ),
    Action(
        id="anything.open",
        title=QT_TRANSLATE_NOOP("actions", "Open an&ything…"),
        tip=QT_TRANSLATE_NOOP("actions", "Find a table, connection, tab, file, setting or command by its name"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+P",),
        icon="search",
        group="palette",
    ),
    Action(
        id="palette.open",
        title=QT_TRANSLATE_NOOP("actions", "&Command palette…"),
        tip=QT_TRANSLATE_NOOP("actions", "Find any command by its name"),
        menu=MenuId.VIEW,
        shortcuts=("Ctrl+Shift+P",),
        icon="search",
        group="palette",
    ),
)


def _nth_tab(number: int) -> Action:
    return Action(
        id=f"tab.show_{number}",
        title=QT_TRANSLATE_NOOP("actions", "Tab &{number}"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to tab {number}, counted from the left"),
        menu=MenuId.TABS,
        shortcuts=(f"Alt+{number}",),
        when=When.fact(Fact(f"tabs_{number}")),
        number=number,
    )


ENTRIES: Final[tuple[Entry, ...]] = (*_THEME, *_LOOK, *LOOK, *_PLACES, *(_nth_tab(number) for number in range(1, 10)))
