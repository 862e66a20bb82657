"""Operations: all that can be asked of the engine, declared where each is written.

The table made from these declarations is what line, command line, REST and help read.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any, Final, Protocol, TypeVar, get_type_hints

from lapwing.domain.errors import OperationUnknown, RequestInvalid
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.operations import OperationFacts, OperationList, Permission

_MARK: Final = "__lapwing_operation__"
Method = TypeVar("Method", bound=Callable[..., Awaitable[object]])


class Caller(Protocol):
    """Who asks: a window, a command line, later a REST client."""

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Send an event; one that is merely listened to is `lossy` and may be dropped. Event loop's thread."""
        ...

    @property
    def is_full(self) -> bool:
        """Whether sources should wait until the caller has read more. Any thread."""
        ...


class _Nobody:
    is_full = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Heard by nobody."""


NOBODY: Final[Caller] = _Nobody()
"""Asks for the engine itself, and hears nothing."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One declared operation, bound to the service that does it."""

    facts: OperationFacts
    request: type | None
    """The request's type; None when it takes none."""
    wants_caller: bool
    method: Callable[..., Awaitable[object]]


def operation(operation_id: str, *, needs: Permission) -> Callable[[Method], Method]:
    """Declare a service's method as an operation.

    The method takes `self`, at most one request (a dataclass) and, if it names one so, the `caller`.
    """

    def declare(method: Method) -> Method:
        setattr(method, _MARK, (operation_id, needs))
        return method

    return declare


class OperationTable:
    """The operations of an engine, by id."""

    def __init__(self) -> None:
        self._operations: dict[str, Operation] = {}
        self._later: dict[str, Callable[[], Iterable[object]]] = {}

    def add_service(self, service: object) -> None:
        """Enter every operation that the service declares."""
        for name, function in inspect.getmembers(type(service), inspect.isfunction):
            declared = getattr(function, _MARK, None)
            if declared is not None:
                operation_id, needs = declared
                found = _read(operation_id, needs, getattr(service, name))
                assert found.facts.id not in self._operations, f"two operations are named {found.facts.id}"
                self._operations[found.facts.id] = found

    def add_later(self, noun: str, make: Callable[[], Iterable[object]]) -> None:
        """Enter services when the first operation is asked for whose id begins with `noun` and a dot, or when all are
        listed: what they are made of takes its time to load."""
        self._later[noun] = make

    def _load(self, nouns: Iterable[str]) -> None:
        for noun in nouns:
            make = self._later.pop(noun, None)
            for service in make() if make is not None else ():
                self.add_service(service)

    def facts(self) -> OperationList:
        self._load(list(self._later))
        return OperationList(tuple(found.facts for _, found in sorted(self._operations.items())))

    def __iter__(self) -> Iterator[Operation]:
        self._load(list(self._later))
        return iter(self._operations.values())

    async def call(self, caller: Caller, operation_id: str, request: Any) -> object:
        """Do one operation.

        Raises:
            OperationUnknown: There is none of that id.
            RequestInvalid: The request is of another type.
            LapwingError: What the operation raises.
        """
        self._load([operation_id.partition(".")[0]] if operation_id not in self._operations else ())
        found = self._operations.get(operation_id)
        if found is None:
            raise OperationUnknown(operation=operation_id)
        if type(request) is not (found.request or type(None)):
            wanted = found.facts.request or "no request"
            raise RequestInvalid(operation=operation_id, reason=f"it takes {wanted}, not {type(request).__name__}.")
        arguments = [request] if found.request else []
        more = {"caller": caller} if found.wants_caller else {}
        return await found.method(*arguments, **more)


def _read(operation_id: str, needs: Permission, method: Callable[..., Awaitable[object]]) -> Operation:
    hints = get_type_hints(method)
    answer = hints.pop("return")
    wants_caller = hints.pop("caller", None) is not None
    assert len(hints) <= 1, f"{operation_id} takes more than one request"
    request = next(iter(hints.values()), None)
    text = inspect.getdoc(method)
    assert text, f"{operation_id} has no docstring"
    facts = OperationFacts(operation_id, needs, request.__name__ if request else "", answer.__name__, text)
    return Operation(facts, request, wants_caller, method)
