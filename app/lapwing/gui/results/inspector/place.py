"""What a window has to know of the inspector before it is there."""

from collections.abc import Awaitable, Callable
from typing import Final

from lapwing.domain.results import Column

WIDTH_PX: Final = 228
LEAST_PX: Final = 180
ColumnFacts = tuple[tuple[str, str, bool], ...]
"""Names, translated; what they say; whether that stands in the type of code."""
Describe = Callable[[Column], Awaitable[ColumnFacts]]
"""What a catalogue knows of a column."""
