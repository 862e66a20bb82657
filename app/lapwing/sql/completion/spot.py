"""What everything that offers something is given: the place, the names, and how they are written there."""

from dataclasses import field

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.facts import PlaceFacts, Source
from lapwing.sql.completion.known import Known
from lapwing.sql.completion.names import NamedRelation, Names
from lapwing.sql.completion.names_written import written
from lapwing.sql.completion.ranking import Recency
from lapwing.sql.dialect import Dialect


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is to be completed.

    Attributes:
        known: `names`, sorted for finding.
        text: What the place is in.
        is_lower: Whether keywords are written in small letters, as the word that is being typed.
        is_lower_around: Whether they are in the rest of the statement.
        most: How many of one kind are worth looking at.
    """

    dialect: Dialect
    place: PlaceFacts
    names: Names
    known: Known
    text: str
    is_asked: bool = False
    is_lower: bool = False
    is_lower_around: bool = False
    recent: Recency = field(default_factory=dict)
    most: int = 200

    def name(self, name: str) -> str:
        """A name as it is written here: in quotes where it needs them, or where a quote has been opened."""
        if self.place.quote:
            return _in_quotes(self.dialect, name, self.place.quote)
        return self.plain(name)

    def plain(self, name: str) -> str:
        """A name as it is written behind another one or a dot, where no opened quote is its own."""
        return written(self.dialect, name, self.names.folding)

    def qualified(self, *parts: str) -> str:
        """A name with what stands before it. A quote that has been opened is that of its first part."""
        first, *rest = [part for part in parts if part]
        return ".".join((self.name(first), *map(self.plain, rest)))

    def source(self, source: Source) -> str:
        """What stands before the columns of a source: its name as the statement writes it."""
        if self.place.quote:
            return _in_quotes(self.dialect, source.name, self.place.quote)
        return source.written or self.plain(source.name)

    def keyword(self, phrase: str) -> str:
        """A keyword or type of the server in the letters that are written here."""
        return phrase.lower() if self.is_lower else phrase

    def keyword_around(self, word: str) -> str:
        """A keyword within what begins with a name: in the letters of the rest of the statement."""
        return word.lower() if self.is_lower_around else word

    def is_same(self, one: str, other: str) -> bool:
        """Whether two names, one of them perhaps as it was written, mean the same."""
        return one == other or self.names.folded(one) == self.names.folded(other)

    def relation_named(self, relation: NamedRelation) -> str:
        """A relation as it has to be written here: with its schema if it is not found without."""
        return self.qualified("" if self.known.is_visible(relation) else relation.schema, relation.name)


def _in_quotes(dialect: Dialect, name: str, quote: str) -> str:
    """`name` in the quotes that were opened with `quote`."""
    closing = dict(dialect.identifier_quotes).get(quote, quote)
    return quote + name.replace(closing, closing * 2) + closing
