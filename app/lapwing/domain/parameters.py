"""Values for the parameters of statements: as a person gives them, and what cannot be one."""

import re
from dataclasses import field
from enum import StrEnum
from typing import Final

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.late_dataclass import dataclass

_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_HEX: Final = re.compile(r"(?:0[xX]|\\x|[xX](?='))?('?)((?:[0-9a-fA-F]{2})*)\1")
_TRUTHS: Final = {
    **dict.fromkeys(("true", "t", "yes", "y", "on", "1"), True),
    **dict.fromkeys(("false", "f", "no", "n", "off", "0"), False),
}
_SECRET: Final = re.compile(r"passw|passphrase|pwd|token|secret|credential|key(?![a-z])", re.IGNORECASE)


class ParameterKind(StrEnum):
    """What a value is to be read as."""

    SERVER = "server"
    """As the server decides from where it stands; text where it cannot."""
    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TIME = "time"
    """A date, a time or both, as the server writes them."""
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """One value, for every place of its name in a run.

    Attributes:
        name: Without the signs around it; the number of one that has none.
        value: As it was typed; None is NULL. Not shown by `repr`: it may be a password.
    """

    name: str
    value: str | None = field(default=None, repr=False)
    kind: ParameterKind = ParameterKind.SERVER


class ParameterInvalid(LapwingError):
    """A value is not what its kind asks for; the value itself is not repeated."""

    code = "parameter.invalid"
    message = "The value of the parameter {name} cannot be used: {reason}"
    exit_code = 2


class ParameterMissing(LapwingError):
    """A statement has a parameter for which others were given values, but not this one."""

    code = "parameter.missing"
    message = "The parameter {name} has no value."
    hint = "Give it one; NULL is one, too. Nothing of this statement was sent."
    exit_code = 2


class ParametersOpen(StatementFailed):
    """The server refused a statement in which parameters stand that nobody gave values."""

    code = "statement.parameters_open"
    hint = "The statement has parameters without a value ({names}). Give them values and run it again."


class ParameterNotTaken(StatementFailed):
    """The server refused a statement at a parameter."""

    code = "statement.parameter_not_taken"
    hint = (
        "A parameter ({names}) can stand only where the server takes a value: not for a name, and in few statements "
        "that define something. Write it into the statement itself there."
    )


class ParameterTypeOpen(StatementFailed):
    """The server cannot tell of what type a parameter is."""

    code = "statement.parameter_type_open"
    hint = "Choose the type of the parameter ({names}), or write a cast around it."


def looks_secret(name: str) -> bool:
    """Whether a parameter of this name probably holds what nobody else should see: it is shown as dots and not kept."""
    return _SECRET.search(name) is not None


def number_text(parameter: QueryParameter) -> str:
    """The digits of a number, exactly as they were typed, without blanks around them and a plus sign.

    Raises:
        ParameterInvalid
    """
    text = (parameter.value or "").strip()
    if not _NUMBER.fullmatch(text):
        raise ParameterInvalid(name=parameter.name, reason="it is no number such as -12.50 or 1e9.")
    return text.removeprefix("+")


def truth(parameter: QueryParameter) -> bool:
    """True or false, from the words that servers take for them.

    Raises:
        ParameterInvalid
    """
    found = _TRUTHS.get((parameter.value or "").strip().lower())
    if found is None:
        raise ParameterInvalid(name=parameter.name, reason="it is neither true nor false.")
    return found


def binary(parameter: QueryParameter) -> bytes:
    """Bytes from hexadecimal digits: bare, or as `0x..`, `\\x..` or `x'..'`.

    Raises:
        ParameterInvalid
    """
    found = _HEX.fullmatch("".join((parameter.value or "").split()))
    if found is None:
        raise ParameterInvalid(name=parameter.name, reason="binary is written as pairs of digits, such as 0x00FF.")
    return bytes.fromhex(found[2])


def check_parameter(parameter: QueryParameter) -> None:
    """See that a value is what its kind asks for.

    Raises:
        ParameterInvalid
    """
    if parameter.value is None:
        return
    try:
        parameter.value.encode()
    except UnicodeEncodeError:
        raise ParameterInvalid(name=parameter.name, reason="it holds half a character.") from None
    readers = {ParameterKind.NUMBER: number_text, ParameterKind.BOOLEAN: truth, ParameterKind.BINARY: binary}
    if parameter.kind in readers:
        readers[parameter.kind](parameter)
