"""Errors of the domain: codes, sentences, and their way over the line."""

import importlib
import json
import pkgutil
import re
import string
import subprocess
import sys

import pytest

from lapwing import domain
from lapwing.domain import errors
from lapwing.domain.errors import DatabaseLocked, ErrorFacts, LapwingError, StatementFailed, from_wire


def kinds() -> list[type[LapwingError]]:
    found = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, LapwingError)]
    return [kind for kind in found if kind is not LapwingError]


def test_every_error_has_a_code_of_its_own_and_a_sentence() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes)) > 20
    for kind in kinds():
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", kind.code), kind
        assert kind.message
        assert 0 < kind.exit_code < 256


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_an_error_comes_out_of_the_line_as_it_went_in(kind: type[LapwingError]) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(kind.message + kind.hint) if name}
    error = kind(**dict.fromkeys(fields, "{canary} 🐦"))
    again = from_wire(error.to_wire())
    assert type(again) is kind
    assert (str(again), again.next_step(), again.facts) == (str(error), error.next_step(), error.facts)
    assert "canary" in str(error) + error.next_step() or not fields


def test_a_code_of_a_newer_version_still_says_the_servers_words() -> None:
    error = from_wire(ErrorFacts("something.new", {"server": "the server's words", "self": 1, "cls": 2}))
    assert type(error) is LapwingError
    assert str(error) == "the server's words"


def test_facts_that_are_missing_or_absent_do_not_break_the_sentence() -> None:
    assert "{holder}" in str(DatabaseLocked(waited_s=1))
    assert "None" not in str(DatabaseLocked(waited_s=1, holder=None))


def test_what_goes_on_the_line_can_be_sent() -> None:
    facts = StatementFailed(server="caf\udce9" * 60_000, code=None, position=3).to_wire().facts
    assert isinstance(facts["server"], str)
    assert len(facts["server"]) < 1_000_000
    json.dumps(facts).encode()
    facts["server"].encode()
    assert facts["position"] == 3


def test_every_error_comes_back_where_its_module_was_not_loaded_before() -> None:
    """In the window, that is, which loads only what it shows."""
    modules = [info.name for info in pkgutil.walk_packages(domain.__path__, "lapwing.domain.")]
    for name in modules:
        importlib.import_module(name)
    kinds = {kind for name in modules for kind in vars(sys.modules[name]).values() if _is_error(kind)}
    codes = {kind.code: kind.__name__ for kind in kinds}
    code = "import json, sys; from lapwing.domain.errors import ErrorFacts, from_wire; print(json.dumps({code:"
    code += " type(from_wire(ErrorFacts(code, {}))).__name__ for code in json.load(sys.stdin)}))"
    asked = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(list(codes)), capture_output=True, text=True, check=True
    )
    assert json.loads(asked.stdout) == codes


def _is_error(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, LapwingError) and kind.__module__.startswith("lapwing.domain")
