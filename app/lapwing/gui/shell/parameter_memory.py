"""The values that parameters had last, for the next start. Those of names that look secret are never among them."""

import asyncio
import logging
from collections.abc import Iterable
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import ParameterKind, QueryParameter, looks_secret
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 200
_LONGEST: Final = 10_000
"""Characters; longer values are only kept by the tab."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptValue:
    """As of `QueryParameter`."""

    name: str
    value: str | None
    kind: ParameterKind


@dataclass(frozen=True, slots=True)
class KeptValues:
    """The last one first."""

    values: tuple[KeptValue, ...] = ()


KIND: Final = DocumentKind(KeptValues, version=1, migrations={})


async def last_values() -> dict[str, QueryParameter]:
    """By name, what was kept; nothing when it cannot be read."""
    try:
        kept = await asyncio.to_thread(_document().read)
    except LapwingError as error:
        _log.warning("%s", error)
        return {}
    return {one.name: QueryParameter(one.name, one.value, one.kind) for one in kept.values}


async def keep_values(parameters: Iterable[QueryParameter]) -> None:
    """Keep these beside those of other names."""
    new = [
        KeptValue(one.name, one.value, one.kind)
        for one in parameters
        if not looks_secret(one.name) and len(one.value or "") <= _LONGEST
    ]
    names = {one.name for one in new}
    try:
        await asyncio.to_thread(_write, new, names)
    except (LapwingError, OSError) as error:
        _log.warning("the last values of parameters cannot be kept: %s", error)


def _write(new: list[KeptValue], names: set[str]) -> None:
    document = _document()
    older = [one for one in document.read().values if one.name not in names]
    document.write(KeptValues((*new, *older)[:_KEPT]))


def _document() -> Document[KeptValues]:
    return Document(paths.state() / "parameters.json", KIND)
