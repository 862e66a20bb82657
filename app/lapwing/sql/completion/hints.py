"""How the call that a caret is in can be made."""

from lapwing.domain.completion import CallHint, CallSignature
from lapwing.sql.completion.builtins import builtin_signatures
from lapwing.sql.completion.calls import call_at
from lapwing.sql.completion.facts import CallPlace
from lapwing.sql.completion.known import is_system, known
from lapwing.sql.completion.names import NamedRoutine, Names
from lapwing.sql.dialect import Dialect


def call_hint(dialect: Dialect, text: str, caret: int, names: Names) -> CallHint:
    """The signatures of the innermost call around the caret that is known, those that have the argument first.

    Never raises on any text; any thread may use it.
    """
    call = call_at(dialect, text, caret)
    return hint_of(dialect, call, names) if call is not None else CallHint()


def hint_of(dialect: Dialect, call: CallPlace, names: Names) -> CallHint:
    """The hint for a call. The database's own routines come before the server's, as the search path has it."""
    routines = _routines(call, names)
    own = [routine for routine in routines if not routine.is_builtin]
    found = [CallSignature(routine.arguments, routine.result) for routine in own]
    if len(call.name) == 1 or is_system(call.name[-2]):
        found += builtin_signatures(dialect.id).get(call.name[-1].lower(), ()) or [
            CallSignature(routine.arguments, routine.result) for routine in routines if routine.is_builtin
        ]
    if not found:
        return CallHint()
    found.sort(key=lambda signature: not _has_argument(signature, call.argument))
    comment = next((routine.comment for routine in routines if routine.comment), "")
    return CallHint(".".join(call.name), tuple(dict.fromkeys(found)), call.argument, call.start, comment)


def _routines(call: CallPlace, names: Names) -> list[NamedRoutine]:
    """The routines that the name means: of the schema before it, or else of the search path and the server."""
    *outer, name = call.name
    sorted_names = known(names)
    found = sorted_names.by_name.get(names.folded(name), [])
    if outer:
        return [routine for routine in found if names.folded(routine.schema) == names.folded(outer[-1])]
    return [routine for routine in found if routine.is_builtin or sorted_names.is_in_path(routine.schema)]


def _has_argument(signature: CallSignature, argument: int) -> bool:
    """Whether a way to call has an argument at this place; the first place is there in every call."""
    if argument < max(1, len(signature.arguments)):
        return True
    return bool(signature.arguments) and signature.arguments[-1].startswith(("...", "VARIADIC"))
