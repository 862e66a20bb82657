"""Facts about selected cells: counted, summed and compared exactly, never through floating point."""

from collections.abc import Callable, Sequence
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction
from typing import Any, Final

from lapwing.domain.results import CellBand, CellFacts, Column
from lapwing.domain.values import Cell, LongCell, RawText, cell_text
from lapwing.results.moments import holds_moments, moment_of
from lapwing.results.selecting import band_rows, whole
from lapwing.results.source import RowSource

MOST_DISTINCT: Final = 200_000
_EXACT: Final = Context(prec=400_000, Emax=400_000, Emin=-400_000, traps=[Inexact, InvalidOperation, Overflow])
"""PostgreSQL's numbers have at most 131,072 digits before the point and 16,383 behind it."""
_AVERAGE_DIGITS: Final = 6
"""Behind the point, where an average has endlessly many; or four more than the sum has."""


def aggregate(source: RowSource, bands: Sequence[CellBand], stop: Callable[[], bool] = lambda: False) -> CellFacts:
    """The facts; long cells are read whole.

    Raises:
        IndexError: There are no such cells.
        StatementCancelled: `stop` said so.
        OSError, ResultBroken: The rows cannot be read.
    """
    gathered = Gathered(source.columns)
    for columns, rows in band_rows(source, bands, stop):
        for place in columns:
            gathered.add(place, [whole(source, row[place]) for row in rows])
    return gathered.facts()


class Gathered:
    """What is known of the cells so far. One thread."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._count = 0
        self._nulls = 0
        self._different: set[Any] = set()
        self._numbers: _Numbers | None = _Numbers()
        self._range: _Range | None = _Range()
        self._lengths: tuple[int, int] | None = None
        self._has_other_than_text = False

    def add(self, place: int, cells: Sequence[Cell]) -> None:
        """Take cells of one column."""
        column = self._columns[place]
        full = [cell for cell in cells if cell is not None]
        self._count += len(cells)
        self._nulls += len(cells) - len(full)
        if not full:
            return
        if len(self._different) <= MOST_DISTINCT:
            self._different.update(_identity(cell) for cell in full)
        is_number = column.is_numeric or all(isinstance(cell, int | float) for cell in full)
        if self._numbers is not None and not (is_number and self._numbers.add(full)):
            self._numbers = None
        if self._range is not None and not self._range.add(full, column, is_number=is_number):
            self._range = None
        self._measure(full, is_text=not is_number and not column.is_binary)

    def _measure(self, cells: Sequence[Cell], *, is_text: bool) -> None:
        if self._has_other_than_text or not is_text or not all(type(cell) is str for cell in cells):
            self._has_other_than_text = True
            return
        lengths = [len(cell) for cell in cells if type(cell) is str]
        least, most = self._lengths or (lengths[0], lengths[0])
        self._lengths = min(least, *lengths), max(most, *lengths)

    def facts(self) -> CellFacts:
        """What is so of all cells taken."""
        count = self._count - self._nulls
        numbers = self._numbers.words(count) if self._numbers is not None and count else None
        total, average, is_rounded = numbers or (None, None, False)
        least, greatest = self._range.words() if self._range is not None else (None, None)
        shortest, longest = (None, None) if self._has_other_than_text or not self._lengths else self._lengths
        distinct = min(len(self._different), MOST_DISTINCT)
        return CellFacts(
            count=self._count,
            nulls=self._nulls,
            distinct=distinct,
            distinct_is_least=len(self._different) > MOST_DISTINCT,
            total=total,
            average=average,
            average_is_rounded=is_rounded,
            least=least,
            greatest=greatest,
            shortest=shortest,
            longest=longest,
        )


def _identity(cell: Cell) -> Any:
    """What is the same for cells that show the same: 1 and 1.0 are shown as different, 1 and '1' are of two types."""
    return (type(cell), cell if not isinstance(cell, float) else cell_text(cell))


class _Numbers:
    """A sum; texts count as what they are written as, doubles as the digits they are shown by."""

    def __init__(self) -> None:
        self._whole = 0
        self._rest = Decimal(0)
        self._endless: set[str] = set()

    def add(self, cells: Sequence[Cell]) -> bool:
        """Whether all are numbers that can be summed."""
        try:
            self._whole += sum(map(_integer, cells))
            return True
        except (TypeError, ValueError):
            pass
        try:
            with localcontext(_EXACT):
                for cell in cells:
                    self._add(_number(cell))
        except (DecimalException, TypeError, ValueError):
            return False
        return True

    def _add(self, number: Decimal | int) -> None:
        if isinstance(number, int):
            self._whole += number
        elif number.is_finite():
            self._rest += number
        else:
            self._endless.add("NaN" if number.is_nan() else "Infinity" if number > 0 else "-Infinity")

    def words(self, count: int) -> tuple[str, str, bool] | None:
        """Sum and average, and whether the average is rounded; None when a number has more digits than fit."""
        if self._endless:
            (word,) = self._endless if len(self._endless) == 1 else {"NaN"}
            return word, word, False
        try:
            with localcontext(_EXACT):
                total = self._rest + self._whole
        except DecimalException:
            return None
        average, is_rounded = _divided(total, count)
        return plain_text(total), average, is_rounded


def _integer(cell: Any) -> int:
    """Raises what it must when the cell is none written plainly."""
    if type(cell) is str:
        return int(cell) if cell.isascii() and "_" not in cell else int("no")
    if type(cell) is int:
        return cell
    raise TypeError


def _number(cell: Cell) -> Decimal | int:
    if isinstance(cell, int):
        return cell
    text = cell_text(cell)
    if "_" in text or not isinstance(cell, str | float):
        raise ValueError
    return Decimal(text)


def _divided(total: Decimal, count: int) -> tuple[str, bool]:
    """An average as text, exact where it ends, else rounded half to even."""
    numerator, denominator = (Fraction(total) / count).as_integer_ratio()
    twos, fives, rest = 0, 0, denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    digits = max(twos, fives)
    most = max(_AVERAGE_DIGITS, _digits_behind_point(total) + 4)
    ends = rest == 1 and digits <= most
    if not ends:
        digits = most
    scaled = round(Fraction(numerator * 10**digits, denominator))
    with localcontext(_EXACT):
        return plain_text(Decimal(scaled).scaleb(-digits)), not ends


def _digits_behind_point(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain_text(number: Decimal) -> str:
    """All digits of a number, without an exponent."""
    text = format(number, "f")
    return text.removeprefix("-") if not number else text


class _Range:
    """The least and the greatest cell, while all are of one kind."""

    def __init__(self) -> None:
        self._kind = ""
        self._least: tuple[Any, Cell] | None = None
        self._greatest: tuple[Any, Cell] | None = None

    def add(self, cells: Sequence[Cell], column: Column, *, is_number: bool) -> bool:
        """Whether they can be compared with each other and with those before."""
        kind = "number" if is_number else "moment" if holds_moments(column) else "text"
        if self._kind not in {"", kind}:
            return False
        self._kind = kind
        try:
            keys = [_KEYS[kind](cell) for cell in cells]
        except (DecimalException, TypeError, ValueError):
            return False
        least = min(zip(keys, cells, strict=True), key=_first)
        greatest = max(zip(keys, cells, strict=True), key=_first)
        if self._least is None or least[0] < self._least[0]:
            self._least = least
        if self._greatest is None or greatest[0] > self._greatest[0]:
            self._greatest = greatest
        return True

    def words(self) -> tuple[str | None, str | None]:
        if self._least is None or self._greatest is None:
            return None, None
        return cell_text(self._least[1]), cell_text(self._greatest[1])


def _first(pair: tuple[Any, Cell]) -> Any:
    return pair[0]


def _number_key(cell: Cell) -> tuple[int, Decimal | int]:
    """NaN behind all others, as PostgreSQL has it."""
    number = _number(cell)
    return (1, 0) if isinstance(number, Decimal) and number.is_nan() else (0, number)


def _moment_key(cell: Cell) -> Any:
    found = moment_of(cell) if isinstance(cell, str) else None
    if found is None:
        raise ValueError
    return found


def _text_key(cell: Cell) -> tuple[int, Any]:
    """As `results.sorting` has it: numbers, text by code point, binary."""
    if isinstance(cell, int | float):
        return 1, cell
    if isinstance(cell, str):
        return 3, cell.encode("utf-8", "surrogatepass")
    if isinstance(cell, RawText):
        return 3, cell.raw
    assert not isinstance(cell, LongCell)
    return 4, cell


_KEYS: Final[dict[str, Callable[[Cell], Any]]] = {"number": _number_key, "moment": _moment_key, "text": _text_key}
