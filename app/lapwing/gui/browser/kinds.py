"""What each kind of database object is called and drawn as."""

from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class KindLook:
    """How objects of a kind are shown.

    Attributes:
        word: What one is, in one or two words; marked for translation.
        title: Of the folder that all of them are in; marked for translation.
        icon: A drawing of `resources/icons`.
        color: The token it is painted in.
    """

    word: str
    title: str
    icon: str
    color: str = "dim_text"


LOOKS: Final[dict[str, KindLook]] = {
    "database": KindLook(
        QT_TRANSLATE_NOOP("browser", "database"), QT_TRANSLATE_NOOP("browser", "Databases"), "database"
    ),
    "schema": KindLook(QT_TRANSLATE_NOOP("browser", "schema"), QT_TRANSLATE_NOOP("browser", "Schemas"), "schema"),
    "table": KindLook(
        QT_TRANSLATE_NOOP("browser", "table"), QT_TRANSLATE_NOOP("browser", "Tables"), "table", "accent_text"
    ),
    "partition": KindLook(
        QT_TRANSLATE_NOOP("browser", "partition"), QT_TRANSLATE_NOOP("browser", "Partitions"), "partition"
    ),
    "view": KindLook(QT_TRANSLATE_NOOP("browser", "view"), QT_TRANSLATE_NOOP("browser", "Views"), "view"),
    "materialized view": KindLook(
        QT_TRANSLATE_NOOP("browser", "materialized view"),
        QT_TRANSLATE_NOOP("browser", "Materialized views"),
        "materialized-view",
        "accent_text",
    ),
    "foreign table": KindLook(
        QT_TRANSLATE_NOOP("browser", "foreign table"), QT_TRANSLATE_NOOP("browser", "Foreign tables"), "external"
    ),
    "virtual": KindLook(
        QT_TRANSLATE_NOOP("browser", "virtual table"), QT_TRANSLATE_NOOP("browser", "Virtual tables"), "table"
    ),
    "shadow": KindLook(
        QT_TRANSLATE_NOOP("browser", "shadow table"),
        QT_TRANSLATE_NOOP("browser", "Shadow tables"),
        "hidden",
        "faint_text",
    ),
    "function": KindLook(
        QT_TRANSLATE_NOOP("browser", "function"), QT_TRANSLATE_NOOP("browser", "Functions"), "function"
    ),
    "procedure": KindLook(
        QT_TRANSLATE_NOOP("browser", "procedure"), QT_TRANSLATE_NOOP("browser", "Procedures"), "procedure"
    ),
    "aggregate": KindLook(
        QT_TRANSLATE_NOOP("browser", "aggregate"), QT_TRANSLATE_NOOP("browser", "Aggregates"), "aggregate"
    ),
    "macro": KindLook(QT_TRANSLATE_NOOP("browser", "macro"), QT_TRANSLATE_NOOP("browser", "Macros"), "function"),
    "sequence": KindLook(
        QT_TRANSLATE_NOOP("browser", "sequence"), QT_TRANSLATE_NOOP("browser", "Sequences"), "sequence"
    ),
    "index": KindLook(QT_TRANSLATE_NOOP("browser", "index"), QT_TRANSLATE_NOOP("browser", "Indexes"), "index"),
    "constraint": KindLook(
        QT_TRANSLATE_NOOP("browser", "constraint"), QT_TRANSLATE_NOOP("browser", "Constraints"), "constraint"
    ),
    "trigger": KindLook(QT_TRANSLATE_NOOP("browser", "trigger"), QT_TRANSLATE_NOOP("browser", "Triggers"), "trigger"),
    "rule": KindLook(QT_TRANSLATE_NOOP("browser", "rule"), QT_TRANSLATE_NOOP("browser", "Rules"), "rule"),
    "policy": KindLook(QT_TRANSLATE_NOOP("browser", "policy"), QT_TRANSLATE_NOOP("browser", "Policies"), "policy"),
    "event": KindLook(QT_TRANSLATE_NOOP("browser", "event"), QT_TRANSLATE_NOOP("browser", "Events"), "event"),
    "event trigger": KindLook(
        QT_TRANSLATE_NOOP("browser", "event trigger"), QT_TRANSLATE_NOOP("browser", "Event triggers"), "trigger"
    ),
    "type": KindLook(QT_TRANSLATE_NOOP("browser", "type"), QT_TRANSLATE_NOOP("browser", "Types"), "type"),
    "enum": KindLook(QT_TRANSLATE_NOOP("browser", "enum"), QT_TRANSLATE_NOOP("browser", "Enums"), "list"),
    "domain": KindLook(QT_TRANSLATE_NOOP("browser", "domain"), QT_TRANSLATE_NOOP("browser", "Domains"), "domain"),
    "range type": KindLook(
        QT_TRANSLATE_NOOP("browser", "range type"), QT_TRANSLATE_NOOP("browser", "Range types"), "type"
    ),
    "collation": KindLook(
        QT_TRANSLATE_NOOP("browser", "collation"), QT_TRANSLATE_NOOP("browser", "Collations"), "collation"
    ),
    "extension": KindLook(
        QT_TRANSLATE_NOOP("browser", "extension"), QT_TRANSLATE_NOOP("browser", "Extensions"), "plugin"
    ),
    "module": KindLook(QT_TRANSLATE_NOOP("browser", "module"), QT_TRANSLATE_NOOP("browser", "Modules"), "plugin"),
    "foreign data wrapper": KindLook(
        QT_TRANSLATE_NOOP("browser", "foreign data wrapper"),
        QT_TRANSLATE_NOOP("browser", "Foreign data wrappers"),
        "connection",
    ),
    "foreign server": KindLook(
        QT_TRANSLATE_NOOP("browser", "foreign server"), QT_TRANSLATE_NOOP("browser", "Foreign servers"), "server"
    ),
    "publication": KindLook(
        QT_TRANSLATE_NOOP("browser", "publication"), QT_TRANSLATE_NOOP("browser", "Publications"), "publication"
    ),
    "subscription": KindLook(
        QT_TRANSLATE_NOOP("browser", "subscription"), QT_TRANSLATE_NOOP("browser", "Subscriptions"), "subscription"
    ),
    "role": KindLook(QT_TRANSLATE_NOOP("browser", "role"), QT_TRANSLATE_NOOP("browser", "Roles"), "role"),
    "user": KindLook(QT_TRANSLATE_NOOP("browser", "user"), QT_TRANSLATE_NOOP("browser", "Users"), "role"),
    "tablespace": KindLook(
        QT_TRANSLATE_NOOP("browser", "tablespace"), QT_TRANSLATE_NOOP("browser", "Tablespaces"), "tablespace"
    ),
}
"""By `domain.catalog.ObjectKind.kind`."""


def look_of(kind: str) -> KindLook:
    """How a kind is shown; one that is not known here by the server's own word for it."""
    return LOOKS.get(kind) or KindLook(kind, kind[:1].upper() + kind[1:], "file")
