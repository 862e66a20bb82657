"""The sign and the word for each kind of thing that completion offers."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.completion import ItemKind
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ICONS: Final[dict[ItemKind, str]] = {
    ItemKind.KEYWORD: "text",
    ItemKind.SCHEMA: "schema",
    ItemKind.TABLE: "table",
    ItemKind.VIEW: "view",
    ItemKind.COLUMN: "column",
    ItemKind.FUNCTION: "function",
    ItemKind.PROCEDURE: "script",
    ItemKind.TYPE: "type",
    ItemKind.ALIAS: "arrow-right",
    ItemKind.CTE: "rows",
    ItemKind.JOIN: "link",
    ItemKind.PARAMETER: "hash",
    ItemKind.STAR: "list",
}
KIND_WORDS: Final[dict[ItemKind, str]] = {
    ItemKind.KEYWORD: QT_TRANSLATE_NOOP("completion", "keyword"),
    ItemKind.SCHEMA: QT_TRANSLATE_NOOP("completion", "schema"),
    ItemKind.TABLE: QT_TRANSLATE_NOOP("completion", "table"),
    ItemKind.VIEW: QT_TRANSLATE_NOOP("completion", "view"),
    ItemKind.COLUMN: QT_TRANSLATE_NOOP("completion", "column"),
    ItemKind.FUNCTION: QT_TRANSLATE_NOOP("completion", "function"),
    ItemKind.PROCEDURE: QT_TRANSLATE_NOOP("completion", "procedure"),
    ItemKind.TYPE: QT_TRANSLATE_NOOP("completion", "type"),
    ItemKind.ALIAS: QT_TRANSLATE_NOOP("completion", "alias"),
    ItemKind.CTE: QT_TRANSLATE_NOOP("completion", "common table expression"),
    ItemKind.JOIN: QT_TRANSLATE_NOOP("completion", "join"),
    ItemKind.PARAMETER: QT_TRANSLATE_NOOP("completion", "parameter"),
    ItemKind.STAR: QT_TRANSLATE_NOOP("completion", "all columns"),
}


def shown(text: str) -> str:
    """A word of this module in the person's language."""
    return QCoreApplication.translate("completion", text)
