"""How formatted SQL is to look."""

from enum import StrEnum
from typing import TYPE_CHECKING

from lapwing.domain.late_dataclass import dataclass

if TYPE_CHECKING:
    from lapwing.settings.declared import Settings


class LetterCase(StrEnum):
    """The letters of words that the dialect knows."""

    UPPER = "upper"
    LOWER = "lower"
    TYPED = "typed"
    """As they were typed."""

    def of(self, text: str) -> str:
        """`text` in these letters."""
        if self is LetterCase.UPPER:
            return text.upper()
        return text.lower() if self is LetterCase.LOWER else text


class Indent(StrEnum):
    """One step of indentation."""

    TWO = "2"
    FOUR = "4"
    TAB = "tab"

    @property
    def text(self) -> str:
        return "\t" if self is Indent.TAB else " " * int(self.value)

    @property
    def columns(self) -> int:
        """How wide a step counts."""
        return 4 if self is Indent.TAB else int(self.value)


class Commas(StrEnum):
    """Where a comma stands when its list is broken into lines."""

    TRAILING = "trailing"
    LEADING = "leading"


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How formatted SQL is to look.

    Attributes:
        keyword_case: Letters of keywords; a keyword that may be somebody's name keeps its own.
        function_case: Letters of built-in functions.
        type_case: Letters of the types that the lexer knows.
        width: Columns; what fits stays on one line. Strings, comments and deeply nested parts may go beyond.
    """

    keyword_case: LetterCase = LetterCase.UPPER
    function_case: LetterCase = LetterCase.TYPED
    type_case: LetterCase = LetterCase.TYPED
    indent: Indent = Indent.FOUR
    commas: Commas = Commas.TRAILING
    width: int = 88

    @classmethod
    def of(cls, settings: "Settings") -> "FormatOptions":
        """As the settings say."""
        return cls(
            LetterCase(settings.format_keyword_case),
            LetterCase(settings.format_function_case),
            LetterCase(settings.format_type_case),
            Indent(settings.format_indent),
            Commas(settings.format_commas),
            settings.format_width,
        )
