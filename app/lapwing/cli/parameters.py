"""Values for the parameters of statements, as options give them."""

from collections.abc import Iterable, Mapping
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.errors import LapwingError
from lapwing.domain.parameters import ParameterKind, ParameterMissing, QueryParameter, check_parameter

_SIGNS: Final = ":@$?"
_COMMAND: Final = "lapwing query"
_KINDS: Final = ", ".join(kind for kind in ParameterKind if kind is not ParameterKind.SERVER)


class ParameterUnknown(LapwingError):
    """Facts: `name`, and `names`: what the SQL has, in words."""

    code = "cli.parameter_unknown"
    message = "No statement has a parameter {name}."
    hint = "{names} Nothing was run."
    exit_code = ExitCode.USAGE


def given_parameters(
    values: Iterable[str], nulls: Iterable[str], from_variables: Iterable[str], environ: Mapping[str, str]
) -> tuple[QueryParameter, ...]:
    """What the options `--param`, `--null` and `--param-env` give.

    Args:
        values: `name=value`, or `name:kind=value`.
        nulls: Names.
        from_variables: `name=VARIABLE`, or `name:kind=VARIABLE`.

    Raises:
        UsageWrong, ParameterInvalid
    """
    found: list[QueryParameter] = []
    for text in values:
        name, kind, value = _parted(text, "--param NAME=VALUE")
        found.append(QueryParameter(name, value, kind))
    found += [QueryParameter(_name(text)) for text in nulls]
    for text in from_variables:
        name, kind, variable = _parted(text, "--param-env NAME=VARIABLE")
        if variable not in environ:
            raise UsageWrong(reason=f"The variable that --param-env names for {name} is not set.", command=_COMMAND)
        found.append(QueryParameter(name, environ[variable], kind))
    names = [parameter.name for parameter in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UsageWrong(reason=f"The parameter {twice} is given more than once.", command=_COMMAND)
    for parameter in found:
        check_parameter(parameter)
    return tuple(found)


def _parted(text: str, shape: str) -> tuple[str, ParameterKind, str]:
    left, sign, value = text.partition("=")
    name, colon, kind = left.lstrip(_SIGNS).partition(":")
    if not sign or not name:
        raise UsageWrong(reason=f"A parameter is given as {shape}.", command=_COMMAND)
    if not colon:
        return name, ParameterKind.SERVER, value
    if kind not in set(ParameterKind):
        raise UsageWrong(reason=f"The kind of the parameter {name} has to be one of {_KINDS}.", command=_COMMAND)
    return name, ParameterKind(kind), value


def _name(text: str) -> str:
    name = text.lstrip(_SIGNS)
    if not name or "=" in name:
        raise UsageWrong(reason="--null takes the name of a parameter alone.", command=_COMMAND)
    return name


def check_names(parameters: Iterable[QueryParameter], names: Mapping[str, str]) -> None:
    """See that values and places fit before anything runs.

    Args:
        names: From each name in the SQL to how it is written there.

    Raises:
        ParameterUnknown, ParameterMissing
    """
    given = {parameter.name for parameter in parameters}
    for name in sorted(given - names.keys()):
        has = f"It has {', '.join(names.values())}." if names else "It has none at all."
        raise ParameterUnknown(name=name, names=has)
    for name, written in names.items():
        if name not in given:
            raise ParameterMissing(name=written)
