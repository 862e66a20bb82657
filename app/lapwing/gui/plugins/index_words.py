"""What the window says of indexes and keys, in the person's language."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from lapwing.domain.errors import from_wire
from lapwing.domain.plugins.installing_errors import IndexKeyChanged, IndexOlder
from lapwing.domain.plugins.sources import IndexFacts
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.plugins.plugin_words import told

_LONGEST: Final = 300
_OFF: Final = QT_TRANSLATE_NOOP("plugins", "Off")
_READ: Final = QT_TRANSLATE_NOOP("plugins", "Up to date")
_KEY: Final = QT_TRANSLATE_NOOP("plugins", "Key changed")
_OLDER: Final = QT_TRANSLATE_NOOP("plugins", "Older copy")
_UNREAD: Final = QT_TRANSLATE_NOOP("plugins", "Not reached")
_EXPIRED: Final = QT_TRANSLATE_NOOP("plugins", "Expired")
_UNKNOWN: Final = QT_TRANSLATE_NOOP("plugins", "Key not compared")
_NOT_YET: Final = QT_TRANSLATE_NOOP("plugins", "Not read yet")
_SHIPPED: Final = QT_TRANSLATE_NOOP("plugins", "Comes with Lapwing")
_KEPT_TOLD: Final = QT_TRANSLATE_NOOP("plugins", "What it said on {day} is shown.")
_EXPIRED_TOLD: Final = QT_TRANSLATE_NOOP(
    "plugins", "{name} was valid until {day}: it vouches for nothing any more. Its owner should make a new one."
)
_UNKNOWN_TOLD: Final = QT_TRANSLATE_NOOP(
    "plugins", "Nobody has compared the key of {name}: it vouches for nothing, and what it has counts as unsigned."
)


def marked(text: str, name: str = "") -> str:
    """A text that was marked where it is declared, in the person's language, with a name in it."""
    return QCoreApplication.translate("plugins", text).replace("{name}", visible_text(name[:_LONGEST]))


def day_text(at: float) -> str:
    """A day in the person's own way; empty: never."""
    return (
        QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at)).date(), QLocale.FormatType.ShortFormat) if at else ""
    )


def index_name(index: IndexFacts) -> str:
    """What an index is called."""
    return marked(_SHIPPED) if index.is_shipped else visible_text((index.name or index.place)[:_LONGEST])


def index_state(index: IndexFacts) -> tuple[str, str, str]:
    """How an index is, in a few words, with a drawing and its colour."""
    error = from_wire(index.error) if index.error is not None else None
    if not index.is_on:
        return marked(_OFF), "dot", "faint_text"
    if isinstance(error, IndexKeyChanged):
        return marked(_KEY), "error", "bad"
    if isinstance(error, IndexOlder):
        return marked(_OLDER), "error", "bad"
    if error is not None:
        return marked(_UNREAD), "alert", "warning"
    if index.has_expired:
        return marked(_EXPIRED), "alert", "warning"
    if not index.is_shipped and not index.key:
        return marked(_NOT_YET), "loader", "accent_text"
    if not index.is_trusted:
        return marked(_UNKNOWN), "alert", "warning"
    return marked(_READ), "check", "good"


def index_troubles(index: IndexFacts) -> list[str]:
    """What is wrong with an index, in sentences; none: nothing."""
    if not index.is_on:
        return []
    found = [told(index.error)] if index.error is not None else []
    if index.error is not None and index.kept_at:
        found.append(marked(_KEPT_TOLD).replace("{day}", day_text(index.kept_at)))
    if index.has_expired:
        found.append(marked(_EXPIRED_TOLD, index_name(index)).replace("{day}", day_text(index.expires_at)))
    elif index.key and not index.is_trusted:
        found.append(marked(_UNKNOWN_TOLD, index_name(index)))
    return found


def doubtful(indexes: Sequence[IndexFacts]) -> str:
    """Those with which something is wrong, each with what; empty: none."""
    return ", ".join(f"{index_name(index)} ({index_state(index)[0]})" for index in indexes if index_troubles(index))


def needs_comparing(index: IndexFacts) -> bool:
    """Whether it would be trusted if a person compared its key."""
    has_changed = index.error is not None and isinstance(from_wire(index.error), IndexKeyChanged)
    return has_changed or (bool(index.key) and not index.is_trusted and not index.has_expired)
