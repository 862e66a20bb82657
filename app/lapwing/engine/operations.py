"""Operations: all that can be asked of the engine, declared where each is written.

The table made from these declarations is what line, command line, REST and help read.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar, get_type_hints

from lapwing.domain.errors import OperationUnknown, RequestInvalid
from lapwing.domain.events import Event
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

    def add_service(self, service: object) -> None:
        """Enter every operation that the service declares."""
        for name, function in inspect.getmembers(type(service), inspect.isfunction):
            declared = getattr(function, _MARK, None)
            if declared is not None:
                operation_id, needs = declared
                found = _read(operation_id, needs, getattr(service, name))
                assert found.facts.id not in self._operations, f"two operations are named {found.facts.id}"
                self._operations[found.facts.id] = found

    def facts(self) -> OperationList:
        return OperationList(tuple(found.facts for _, found in sorted(self._operations.items())))

    def __iter__(self) -> Iterator[Operation]:
        return iter(self._operations.values())

    async def call(self, caller: Caller, operation_id: str, request: Any) -> object:
        """Do one operation.

        Raises:
            OperationUnknown: There is none of that id.
            RequestInvalid: The request is of another type.
            LapwingError: What the operation raises.
        """
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
