"""How the functions that a server brings are called, read from one table a dialect when first asked for."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from lapwing.domain.completion import CallSignature

ROWS = "setof "
"""What the result begins with where it is a set of rows."""


@cache
def builtin_signatures(dialect_id: str) -> Mapping[str, tuple[CallSignature, ...]]:
    """From the name of a function, in lower case, to the ways to call it."""
    table: str = import_module(f"lapwing.sql.completion.builtins_{dialect_id}").SIGNATURES
    found: dict[str, tuple[CallSignature, ...]] = {}
    for line in table.replace("\n    ", " ").strip().splitlines():
        name, _, rest = line.partition("(")
        arguments, result = _call(rest)
        found[name] = (*found.get(name, ()), CallSignature(arguments, result))
    return found


def _call(rest: str) -> tuple[tuple[str, ...], str]:
    """The arguments before the parenthesis that closes, and the result behind it."""
    arguments = [""]
    depth = 0
    for place, sign in enumerate(rest):
        if sign == ")" and not depth:
            return tuple(argument for argument in arguments if argument), rest[place + 1 :].strip()
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            arguments.append("")
        elif sign != " " or arguments[-1]:
            arguments[-1] += sign
    raise ValueError(rest)


def shown(signature: CallSignature) -> str:
    """A signature in one line."""
    result = f" → {signature.result}" if signature.result else ""
    return f"({', '.join(signature.arguments)}){result}"
