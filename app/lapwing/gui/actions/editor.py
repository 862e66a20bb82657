"""What is done in an editor's text, and how that looks; the Edit, View and File menus take it from here."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

FIND: Final[tuple[Entry, ...]] = (
    Action(
        id="text.find_previous",
        title=QT_TRANSLATE_NOOP("actions", "Find pre&vious"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the place before where the text occurs"),
        menu=MenuId.EDIT,
        shortcuts=("Shift+F3",),
        when=When.EDITOR | When.RESULT | When.TABLE,
        group="find",
    ),
    Action(
        id="text.replace",
        title=QT_TRANSLATE_NOOP("actions", "Fin&d and replace…"),
        tip=QT_TRANSLATE_NOOP("actions", "Look for a text in the editor and write another in its place"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+H",),
        icon="replace",
        when=When.EDITOR,
        group="find",
    ),
    Action(
        id="line.go_to",
        title=QT_TRANSLATE_NOOP("actions", "&Jump to line…"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the caret at a line by its number"),
        menu=MenuId.EDIT,
        shortcuts=("Ctrl+G",),
        when=When.EDITOR | (When.TABLE & ~When.RUNNING),
        group="find",
    ),
)
"""Of the Edit menu, behind finding."""

TEXT: Final[tuple[Entry, ...]] = (
    Submenu(id=MenuId.TEXT, title=QT_TRANSLATE_NOOP("actions", "&Quick edits"), menu=MenuId.EDIT, group="text"),
    Action(
        id="edit.duplicate",
        title=QT_TRANSLATE_NOOP("actions", "&Duplicate"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the line, the selection or the selected rows there once more"),
        menu=MenuId.TEXT,
        shortcuts=("Ctrl+D",),
        when=When.EDITOR | (When.TABLE_EDITABLE & ~When.CHANGES_RUNNING & When.CELL),
        group="lines",
    ),
    Action(
        id="line.move_up",
        title=QT_TRANSLATE_NOOP("actions", "Move line &up"),
        tip=QT_TRANSLATE_NOOP("actions", "Let the line, or the selected lines, change places with the one above"),
        menu=MenuId.TEXT,
        shortcuts=("Alt+Up",),
        when=When.EDITOR,
        group="lines",
    ),
    Action(
        id="line.move_down",
        title=QT_TRANSLATE_NOOP("actions", "Move line d&own"),
        tip=QT_TRANSLATE_NOOP("actions", "Let the line, or the selected lines, change places with the one below"),
        menu=MenuId.TEXT,
        shortcuts=("Alt+Down",),
        when=When.EDITOR,
        group="lines",
    ),
    Action(
        id="line.delete",
        title=QT_TRANSLATE_NOOP("actions", "De&lete line"),
        tip=QT_TRANSLATE_NOOP("actions", "Take the line, or the selected lines, away"),
        menu=MenuId.TEXT,
        shortcuts=("Ctrl+Shift+K",),
        when=When.EDITOR,
        group="lines",
    ),
    Action(
        id="line.join",
        title=QT_TRANSLATE_NOOP("actions", "&Join lines"),
        tip=QT_TRANSLATE_NOOP("actions", "Make one line of the selected ones, or of this and the next"),
        menu=MenuId.TEXT,
        shortcuts=("Ctrl+Shift+J",),
        when=When.EDITOR,
        group="lines",
    ),
    Action(
        id="line.indent",
        title=QT_TRANSLATE_NOOP("actions", "&Indent lines"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the selected lines one step to the right"),
        menu=MenuId.TEXT,
        when=When.EDITOR,
        group="indent",
    ),
    Action(
        id="line.unindent",
        title=QT_TRANSLATE_NOOP("actions", "Uni&ndent lines"),
        tip=QT_TRANSLATE_NOOP("actions", "Take one step of indentation away from the selected lines"),
        menu=MenuId.TEXT,
        when=When.EDITOR,
        group="indent",
    ),
    Action(
        id="text.make_upper",
        title=QT_TRANSLATE_NOOP("actions", "U&pper case"),
        tip=QT_TRANSLATE_NOOP("actions", "Write the selection, or the word at the caret, in capital letters"),
        menu=MenuId.TEXT,
        icon="case",
        when=When.EDITOR,
        group="letters",
    ),
    Action(
        id="text.make_lower",
        title=QT_TRANSLATE_NOOP("actions", "Lo&wer case"),
        tip=QT_TRANSLATE_NOOP("actions", "Write the selection, or the word at the caret, in small letters"),
        menu=MenuId.TEXT,
        when=When.EDITOR,
        group="letters",
    ),
    Action(
        id="text.trim",
        title=QT_TRANSLATE_NOOP("actions", "Trim trailing &blanks"),
        tip=QT_TRANSLATE_NOOP("actions", "Take blanks at the ends of lines away, except in strings"),
        menu=MenuId.TEXT,
        when=When.EDITOR,
        group="letters",
    ),
    Action(
        id="caret.add_above",
        title=QT_TRANSLATE_NOOP("actions", "Add c&aret above"),
        tip=QT_TRANSLATE_NOOP("actions", "Write in the line above, too"),
        menu=MenuId.TEXT,
        shortcuts=("Alt+Shift+Up",),
        when=When.EDITOR,
        group="carets",
    ),
    Action(
        id="caret.add_below",
        title=QT_TRANSLATE_NOOP("actions", "Add &caret below"),
        tip=QT_TRANSLATE_NOOP("actions", "Write in the line below, too"),
        menu=MenuId.TEXT,
        shortcuts=("Alt+Shift+Down",),
        when=When.EDITOR,
        group="carets",
    ),
    Action(
        id="caret.add_next",
        title=QT_TRANSLATE_NOOP("actions", "Add n&ext occurrence"),
        tip=QT_TRANSLATE_NOOP("actions", "Select the word at the caret, then the next place where it stands, too"),
        menu=MenuId.TEXT,
        shortcuts=("Ctrl+Shift+D",),
        when=When.EDITOR,
        group="carets",
    ),
    Action(
        id="caret.add_all",
        title=QT_TRANSLATE_NOOP("actions", "Add all occu&rrences"),
        tip=QT_TRANSLATE_NOOP("actions", "Select every place where the selected text stands"),
        menu=MenuId.TEXT,
        when=When.EDITOR,
        group="carets",
    ),
)
"""Of the Edit menu: lines, letters, carets."""

LOOK: Final[tuple[Entry, ...]] = (
    Action(
        id="wrap.toggle",
        title=QT_TRANSLATE_NOOP("actions", "&Wrap lines"),
        tip=QT_TRANSLATE_NOOP("actions", "Break lines of the editors that are wider than the view"),
        menu=MenuId.VIEW,
        icon="wrap",
        group="zoom",
        is_toggle=True,
    ),
    Action(
        id="whitespace.toggle",
        title=QT_TRANSLATE_NOOP("actions", "Show blan&ks"),
        tip=QT_TRANSLATE_NOOP("actions", "Show blanks and tabs in the text of the editors"),
        menu=MenuId.VIEW,
        group="zoom",
        is_toggle=True,
    ),
)
"""Of the View menu, behind zoom."""

RECENT: Final[tuple[Entry, ...]] = (
    Submenu(id=MenuId.RECENT, title=QT_TRANSLATE_NOOP("actions", "Open r&ecent"), menu=MenuId.FILE, group="open"),
    Action(
        id="recent.clear",
        title=QT_TRANSLATE_NOOP("actions", "&Clear this list"),
        tip=QT_TRANSLATE_NOOP("actions", "Forget which files were opened; the files stay"),
        menu=MenuId.RECENT,
        group="clear",
    ),
)
"""Of the File menu, behind opening. What is in it is known only when it is opened."""

FILES: Final[tuple[Entry, ...]] = (
    Submenu(
        id=MenuId.ENCODING, title=QT_TRANSLATE_NOOP("actions", "Reopen w&ith encoding"), menu=MenuId.FILE, group="save"
    ),
    Action(
        id="encoding.use_utf_8",
        title=QT_TRANSLATE_NOOP("actions", "&UTF-8"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as UTF-8"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_utf_8_mark",
        title=QT_TRANSLATE_NOOP("actions", "UTF-8 with &byte-order mark"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as UTF-8 with byte-order mark"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_utf_16",
        title=QT_TRANSLATE_NOOP("actions", "UTF-1&6"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as UTF-16"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_latin_1",
        title=QT_TRANSLATE_NOOP("actions", "&Western (ISO 8859-1)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Western (ISO 8859-1)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_windows_1252",
        title=QT_TRANSLATE_NOOP("actions", "W&estern (Windows-1252)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Western (Windows-1252)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_latin_2",
        title=QT_TRANSLATE_NOOP("actions", "&Central European (ISO 8859-2)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Central European (ISO 8859-2)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_windows_1250",
        title=QT_TRANSLATE_NOOP("actions", "Cen&tral European (Windows-1250)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Central European (Windows-1250)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_windows_1251",
        title=QT_TRANSLATE_NOOP("actions", "C&yrillic (Windows-1251)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Cyrillic (Windows-1251)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_shift_jis",
        title=QT_TRANSLATE_NOOP("actions", "&Japanese (Shift JIS)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Japanese (Shift JIS)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="encoding.use_gb_18030",
        title=QT_TRANSLATE_NOOP("actions", "C&hinese (GB 18030)"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the file of this editor again as Chinese (GB 18030)"),
        menu=MenuId.ENCODING,
        when=When.FILE,
        choice="encoding",
    ),
    Action(
        id="snapshot.show",
        title=QT_TRANSLATE_NOOP("actions", "Local &history…"),
        tip=QT_TRANSLATE_NOOP("actions", "See earlier versions of this editor's text, and bring one back"),
        menu=MenuId.FILE,
        icon="history",
        when=When.EDITOR,
        group="save",
    ),
)
"""Of the File menu, behind saving."""
