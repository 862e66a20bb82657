"""The Edit menu: what is done to the text, the cells or the names that have the focus."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="edit.undo",
        title=QT_TRANSLATE_NOOP("actions", "&Undo"),
        tip=QT_TRANSLATE_NOOP("actions", "Take back the last change of the text"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+Z",),
        icon="undo",
        when=When.CAN_UNDO,
        group="undo",
    ),
    Action(
        id="edit.redo",
        title=QT_TRANSLATE_NOOP("actions", "&Redo"),
        tip=QT_TRANSLATE_NOOP("actions", "Make the change again that was taken back"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
        when=When.CAN_REDO,
        group="undo",
    ),
    Action(
        id="edit.cut",
        title=QT_TRANSLATE_NOOP("actions", "Cu&t"),
        tip=QT_TRANSLATE_NOOP("actions", "Move the selected text to the clipboard"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+X",),
        when=When.TEXT_SELECTED & When.TEXT_EDITABLE,
        group="clipboard",
    ),
    Action(
        id="edit.copy",
        title=QT_TRANSLATE_NOOP("actions", "&Copy"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected text, cells or names"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+C",),
        icon="copy",
        when=When.TEXT_SELECTED | When.SELECTION | When.NAMES_SELECTED,
        group="clipboard",
    ),
    Action(
        id="edit.copy_with_headers",
        title=QT_TRANSLATE_NOOP("actions", "Copy with &headers"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells with the names of their columns"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+Shift+C",),
        when=When.SELECTION,
        group="clipboard",
    ),
    Action(
        id="edit.paste",
        title=QT_TRANSLATE_NOOP("actions", "&Paste"),
        tip=QT_TRANSLATE_NOOP("actions", "Insert the clipboard's text"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+V",),
        when=When.TEXT_EDITABLE,
        group="clipboard",
    ),
    Action(
        id="edit.select_all",
        title=QT_TRANSLATE_NOOP("actions", "Select &all"),
        tip=QT_TRANSLATE_NOOP("actions", "Select the whole text, or every cell"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+A",),
        when=When.TEXT_EDITABLE | When.EDITOR | When.RESULT,
        group="clipboard",
    ),
    Action(
        id="text.find",
        title=QT_TRANSLATE_NOOP("actions", "&Find…"),
        tip=QT_TRANSLATE_NOOP("actions", "Look for a text in the editor or in the result"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+F",),
        icon="search",
        when=When.EDITOR | When.RESULT,
        group="find",
    ),
    Action(
        id="text.find_next",
        title=QT_TRANSLATE_NOOP("actions", "Find &next"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the next place where the text occurs"),
        menu=MenuId.EDIT,
        shortcuts=("F3",),
        when=When.EDITOR | When.RESULT,
        group="find",
    ),
    Action(
        id="text.comment",
        title=QT_TRANSLATE_NOOP("actions", "Co&mment lines"),
        tip=QT_TRANSLATE_NOOP("actions", "Turn the selected lines into comments, or back"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+/",),
        when=When.EDITOR,
        group="text",
    ),
)
