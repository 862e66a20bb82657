"""What the inspector looks at."""

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Cell
from lapwing.results.source import RowSource


@dataclass(frozen=True, slots=True)
class Inspected:
    """A cell with where it is from."""

    source: RowSource
    cell: Cell
    column: Column
