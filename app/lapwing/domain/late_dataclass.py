"""Dataclasses whose methods are made when they are first needed.

The standard decorator writes and compiles six methods for each frozen class, 0.4 ms of them; the engine has four
hundred such classes, and most of its lives construct a tenth of them. Here a class takes 0.04 ms: its fields are the
standard library's own work, so that `fields`, `replace`, `asdict`, `is_dataclass` and msgspec take it as they take any
other; comparing, hashing, showing and freezing are closures over the names of its fields; `__init__` is compiled when
the first of the class is made.
"""

import dataclasses
import reprlib
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(given=None, /, *, frozen=False, slots=False, eq=True, repr=True, kw_only=False):  # noqa: A002 (the standard's name)
        """What `dataclasses.dataclass` does with the same arguments.

        Two differences. A frozen class cannot be a base of a frozen one that the standard decorator makes, or the other
        way round. A field without a default behind one that has one is found when the first is made.
        """

        def decorated(given: type) -> type:
            return _made(given, frozen=frozen, slots=slots, eq=eq, shown=repr, kw_only=kw_only)

        return decorated if given is None else decorated(given)


_FACTORY: Final = object()
"""The default, in a made `__init__`, of a field that has a factory."""


def _made(given: type, *, frozen: bool, slots: bool, eq: bool, shown: bool, kw_only: bool) -> Any:
    own, is_documented = given.__dict__, bool(given.__doc__)
    has_own_hash = own.get("__hash__") is not None
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(given)
    if not is_documented:
        made.__doc__ = None
    if "__init__" not in own:
        made.__init__ = _first_init(made, frozen=frozen)
    if shown and "__repr__" not in own:
        made.__repr__ = _repr(made)
    if eq and "__eq__" not in own:
        made.__eq__ = _eq(made)
    if eq and not has_own_hash:
        made.__hash__ = _hash(made) if frozen else None
    if frozen:
        _freeze(made)
    return made


def _first_init(made: Any, *, frozen: bool) -> Callable[..., None]:
    def initialise(self: Any, /, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _init(made, frozen=frozen)  # two threads may both do so: either will do
        made.__init__(self, *args, **kwargs)

    return initialise


def _init(made: Any, *, frozen: bool) -> Callable[..., None]:
    """The `__init__` that takes the fields in their order, and those by keyword alone behind them."""
    scope: dict[str, Any] = {"_FACTORY": _FACTORY, "_set": object.__setattr__}
    taken: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for field in dataclasses.fields(made):
        name, value = field.name, field.name
        if field.default is not dataclasses.MISSING:
            scope[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"_make_{name}"] = field.default_factory
            default = "=_FACTORY"
            value = f"_make_{name}() if {name} is _FACTORY else {name}" if field.init else f"_make_{name}()"
        elif field.init:
            default = ""
        else:
            continue
        if field.init:
            taken[bool(field.kw_only)].append(f"{name}{default}")
        elif field.default is not dataclasses.MISSING:
            value = f"_default_{name}"
        lines.append(f"_set(_self, {name!r}, {value})" if frozen else f"_self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        lines.append("_self.__post_init__()")
    by_keyword = ["*", *taken[True]] if taken[True] else []
    head = ", ".join(["_self", *taken[False], *by_keyword])
    exec(f"def __init__({head}):\n " + "\n ".join(lines or ["pass"]), scope)  # noqa: S102 (as the standard library does; names of fields are identifiers)
    init = scope["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init  # type: ignore[no-any-return]


def _repr(made: Any) -> Callable[[Any], str]:
    names = [field.name for field in dataclasses.fields(made) if field.repr]

    @reprlib.recursive_repr()
    def shown(self: Any) -> str:
        facts = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({facts})"

    return shown


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the values of these fields as a tuple."""
    if not names:
        return lambda _of: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda of: (get(of),)


def _eq(made: Any) -> Callable[[Any, object], bool]:
    values = _values([field.name for field in dataclasses.fields(made) if field.compare])

    def is_equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return is_equal


def _hash(made: Any) -> Callable[[Any], int]:
    fields = dataclasses.fields(made)
    values = _values([field.name for field in fields if (field.compare if field.hash is None else field.hash)])
    return lambda self: hash(values(self))


def _freeze(made: Any) -> None:
    """Attributes are refused as the standard library refuses them; copying and pickling set the fields nevertheless."""
    names = tuple(field.name for field in dataclasses.fields(made))

    def refuse_to_set(self: Any, name: str, value: object) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(made, self).__setattr__(name, value)

    def refuse_to_delete(self: Any, name: str) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(made, self).__delattr__(name)

    def state_of(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def take_state(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    made.__setattr__, made.__delattr__ = refuse_to_set, refuse_to_delete
    if "__slots__" in made.__dict__:
        made.__getstate__, made.__setstate__ = state_of, take_state
