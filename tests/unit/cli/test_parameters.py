"""Values for parameters as options give them."""

import pytest

from lapwing.cli.errors import UsageWrong
from lapwing.cli.parameters import ParameterUnknown, check_names, given_parameters
from lapwing.domain.parameters import ParameterKind, ParameterMissing, QueryParameter

ENVIRON = {"TOKEN": "hunter2"}


def test_options_give_values_kinds_nulls_and_secrets() -> None:
    found = given_parameters(["a=x=y", ":b:number=1", "c="], ["$d"], ["e:text=TOKEN"], ENVIRON)
    assert found == (
        QueryParameter("a", "x=y"),
        QueryParameter("b", "1", ParameterKind.NUMBER),
        QueryParameter("c", ""),
        QueryParameter("d", None),
        QueryParameter("e", "hunter2", ParameterKind.TEXT),
    )


@pytest.mark.parametrize(
    ("values", "nulls", "variables", "words"),
    [
        (["a"], [], [], "A parameter is given as --param NAME=VALUE."),
        (["=1"], [], [], "A parameter is given as --param NAME=VALUE."),
        (["a:integer=1"], [], [], "one of text, number, boolean, time, binary"),
        (["a=1"], ["a"], [], "The parameter a is given more than once."),
        ([], ["a=1"], [], "--null takes the name of a parameter alone."),
        ([], [], ["a=NOT_THERE"], "The variable that --param-env names for a is not set."),
        ([], [], ["a"], "A parameter is given as --param-env NAME=VARIABLE."),
    ],
)
def test_what_is_no_parameter_is_refused(values: list[str], nulls: list[str], variables: list[str], words: str) -> None:
    with pytest.raises(UsageWrong) as refused:
        given_parameters(values, nulls, variables, ENVIRON)
    assert words in str(refused.value)


def test_values_and_places_have_to_fit() -> None:
    given = [QueryParameter("a", "1")]
    check_names(given, {"a": ":a"})
    with pytest.raises(ParameterUnknown) as unknown:
        check_names(given, {})
    assert unknown.value.next_step() == "It has none at all. Nothing was run."
    with pytest.raises(ParameterMissing) as missing:
        check_names(given, {"a": ":a", "b": "@b"})
    assert "@b" in str(missing.value)
