"""Which object of which database a row, a page or a favourite is about. No Qt here."""

from dataclasses import asdict
from typing import Final

from lapwing.domain.catalog import CatalogObject, DescribeObject, Relation, WriteStatements
from lapwing.domain.late_dataclass import dataclass

RELATIONS: Final = ("table", "partition", "view", "materialized view", "foreign table", "virtual", "shadow")
"""Kinds with rows to be read, in the order of their folders."""
_KEPT: Final = ("connection_id", "database", "kind", "schema", "name", "signature", "parent")


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """One object's identity, as `domain.catalog.CatalogObject` has it, with the connection that leads there.

    Attributes:
        database: Empty for the connection's own.
    """

    connection_id: str = ""
    database: str = ""
    kind: str = ""
    schema: str = ""
    name: str = ""
    signature: str = ""
    parent: str = ""

    @classmethod
    def of(cls, found: CatalogObject | Relation, connection_id: str, database: str = "") -> "ObjectRef":
        """What an answer of the catalogue is about."""
        if isinstance(found, Relation):
            return cls(connection_id, database, found.kind, found.schema, found.name)
        return cls(connection_id, database, found.kind, found.schema, found.name, found.signature, found.parent)

    @classmethod
    def read(cls, state: dict[str, str]) -> "ObjectRef":
        """From what `state` gave; anything else in there is passed over."""
        return cls(**{name: state[name] for name in _KEPT if name in state})

    @property
    def has_rows(self) -> bool:
        """Whether it is a table, a view or their like."""
        return self.kind in RELATIONS

    def state(self) -> dict[str, str]:
        """As texts by name, to be kept."""
        return {name: str(value) for name, value in asdict(self).items()}

    def describe(self) -> DescribeObject:
        """The question for everything about it."""
        return DescribeObject(
            self.kind, self.schema, self.name, self.signature, self.parent, self.connection_id, self.database
        )

    def write(self, *, cascade: bool = False) -> WriteStatements:
        """The question for the usual statements."""
        return WriteStatements(
            self.kind,
            self.schema,
            self.name,
            self.signature,
            self.parent,
            cascade=cascade,
            connection_id=self.connection_id,
            database=self.database,
        )
