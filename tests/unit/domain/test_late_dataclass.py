"""Dataclasses made late are as the standard library's: each case is done to both."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import msgspec
import pytest

from lapwing.domain import late_dataclass

Maker = Callable[..., Any]
MAKERS = pytest.mark.parametrize(
    "dataclass", [dataclasses.dataclass, late_dataclass.dataclass], ids=["standard", "late"]
)


@late_dataclass.dataclass(frozen=True, slots=True)
class Kept:
    """One that can be pickled, which needs a name in its module."""

    name: str
    numbers: tuple[int, ...] = ()


@MAKERS
def test_arguments_are_taken_in_order_and_by_name(dataclass: Maker):
    @dataclass(frozen=True, slots=True)
    class Base:
        first: int
        second: str = "b"
        listed: list[int] = dataclasses.field(default_factory=list)
        of_all: ClassVar[int] = 5

    @dataclass(frozen=True, slots=True)
    class Derived(Base):
        third: int = 3
        only_named: int = dataclasses.field(default=4, kw_only=True)
        never_given: int = dataclasses.field(default=6, init=False)
        made: list[int] = dataclasses.field(default_factory=lambda: [7], init=False)

        def __post_init__(self) -> None:
            if self.third < 0:
                raise ValueError("negative")

    made = Derived(1, "x", [9], 33, only_named=44)
    assert dataclasses.astuple(made) == (1, "x", [9], 33, 44, 6, [7])
    assert dataclasses.astuple(Derived(1)) == (1, "b", [], 3, 4, 6, [7])
    assert Derived(1).listed is not Derived(1).listed
    assert dataclasses.replace(made, first=2).first == 2
    assert Derived.__match_args__ == ("first", "second", "listed", "third")
    assert not hasattr(made, "__dict__")
    with pytest.raises(ValueError, match="negative"):
        Derived(1, third=-1)
    call: Any = Derived
    for wrong in (lambda: call(), lambda: call(1, "x", [], 3, 4), lambda: call(1, never_given=1)):
        with pytest.raises(TypeError):
            wrong()


@MAKERS
def test_equal_fields_make_equal_values_of_one_class(dataclass: Maker):
    @dataclass(frozen=True, slots=True)
    class Pair:
        left: int
        right: int = dataclasses.field(default=0, compare=False)

    @dataclass(frozen=True, slots=True)
    class Same:
        left: int

    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    assert Pair(1, 2) == Pair(1, 3)
    assert Pair(1) != Pair(2)
    other: Any = Same(1)
    assert Pair(1) != other
    assert hash(Pair(1, 2)) == hash(Pair(1, 3)) == hash((1,))
    assert Empty() == Empty()
    assert hash(Empty()) == hash(())


@MAKERS
def test_what_is_frozen_refuses_every_change_and_can_be_copied(dataclass: Maker):
    @dataclass(frozen=True, slots=True)
    class Fact:
        value: int

    fact: Any = Fact(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'value'"):
        fact.value = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'value'"):
        del fact.value
    assert copy.deepcopy(fact) == copy.copy(fact) == fact


@MAKERS
def test_what_is_not_frozen_changes_and_has_no_hash(dataclass: Maker):
    @dataclass(slots=True)
    class State:
        value: int

    @dataclass
    class Plain:
        value: int = 0

    @dataclass(slots=True, eq=False)
    class Thing:
        value: int

    state = State(1)
    state.value = 2
    assert state == State(2)
    assert Plain() == Plain(0)
    with pytest.raises(TypeError):
        hash(state)
    assert Thing(1) != Thing(1)
    assert len({Thing(1), Thing(1)}) == 2


@MAKERS
def test_what_the_class_itself_says_counts(dataclass: Maker):
    @dataclass(frozen=True, slots=True)
    class Own:
        """Its own words."""

        value: int

        def __repr__(self) -> str:
            return "secret"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        """Names its parts."""

        value: int
        hidden: int = dataclasses.field(default=1, repr=False)
        inner: object = None

    assert repr(Own(1)) == "secret"
    assert (Own(1) == 5, hash(Own(1)), Own.__doc__) == (True, 7, "Its own words.")
    assert repr(Named(value=1)).endswith("Named(value=1, inner=None)")
    call: Any = Named
    with pytest.raises(TypeError):
        call(1)


def test_values_are_pickled_and_go_through_msgspec():
    kept = Kept("a", (1, 2))
    assert pickle.loads(pickle.dumps(kept)) == kept
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(kept), type=Kept) == kept
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"name": 1}', type=Kept)
