"""Sentences of webhooks that the engine says in English are all known to translators."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication

from lapwing.domain.errors import from_wire
from lapwing.domain.webhooks.deliveries_errors import AddressForbidden, EndpointInvalid
from lapwing.domain.webhooks.endpoints import Endpoint
from lapwing.gui import reasons
from lapwing.gui.i18n import error_text
from lapwing.gui.reason_words import WORDS
from lapwing.gui.reasons import is_known, reason_text

APP: Final = Path(__file__).resolve().parents[3] / "app/lapwing"
SAID_IN: Final = [
    *sorted((APP / "domain/webhooks").glob("*.py")),
    *sorted((APP / "engine/webhooks").glob("*.py")),
    *sorted((APP / "server").glob("*.py")),
    APP / "store/inbox/writing.py",
]
NOT_SHOWN: Final = frozenset(
    {
        "7.",  # the system's own words
        ", .",
        "there is at least one address",
        "annotation: 7",
        "the webhooks of 7",
        "endpoint 7.",  # stands for a name
        "a statement takes no more values",
    }
)
"""Nobody reads them in the window, or they come from elsewhere."""
CLAUSES: Final = ("a ", "an ", "the ", "this ", "no ", "it ", "its ")


def sentences(path: Path) -> Iterator[str]:
    """Texts of a module that are sentences or clauses, with 7 for what is filled in; those of errors, of the log and
    of docstrings are left out."""
    tree = ast.parse(path.read_text("utf-8"))
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(bases=bases) if any("Error" in ast.unparse(base) for base in bases):
                left_out.update(ast.walk(node))
            case ast.Call(func=func) if ast.unparse(func).startswith("_log"):
                left_out.update(ast.walk(node))
            case ast.Expr(value=ast.Constant() as docstring):
                left_out.add(docstring)
            case ast.JoinedStr(values=values):
                left_out.update(inner for value in values for inner in ast.walk(value))
    for node in ast.walk(tree):
        if node in left_out:
            continue
        text = ""
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(each.value) if isinstance(each, ast.Constant) else "7" for each in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = re.sub(r"\{\w+\}", "7", node.value)
        if " " in text and path.name == "endpoints_files.py":
            text = f"{text.rstrip('.')}."  # the full stop is added where all of them are said
        if " " in text and (text.endswith(".") or text.startswith(CLAUSES)):
            yield text


def test_every_sentence_of_webhooks_is_known() -> None:
    found = {text for path in SAID_IN for text in sentences(path)}
    assert len(found) > 100
    assert {text for text in found if not is_known(text)} - NOT_SHOWN == set()


def test_a_sentence_is_said_in_the_language_of_the_window_with_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {
        "The header {name} is there twice.": "Den Header {name} gibt es zweimal.",
        "a private address": "eine private Adresse",
        "Its URL names port 0.": "Die URL nennt Port {wrong}.",
        "{host} is {address}, {kind}; nothing was sent.": "{host} ist {address}, {kind}; nichts wurde gesendet.",
    }

    def translate(_context: str, text: str, *_more: object) -> str:
        return german.get(text, text)

    monkeypatch.setattr(QCoreApplication, "translate", translate)
    assert reason_text("The header X-{a}-%n is there twice.") == "Den Header X-{a}-%n gibt es zweimal."
    assert reason_text("Something else.") == "Something else."
    refused = AddressForbidden(host="db", address="10.0.0.1", kind="a private address")
    assert error_text(refused).startswith("db ist 10.0.0.1, eine private Adresse; nichts wurde gesendet.")
    assert reason_text("x" * 2_000_000) == "x" * 2_000_000


def test_a_reason_of_the_domain_comes_out_as_it_went_in_where_there_is_no_translation() -> None:
    field, reason = Endpoint("", "a", "https://example.org", timeout_ms=1).problem()
    assert (field, reason_text(reason)) == ("timeout_ms", reason)
    told = error_text(from_wire(EndpointInvalid(endpoint="a", reason=reason, field=field).to_wire()))
    assert reason in told


def test_no_pattern_takes_long_over_hostile_text() -> None:
    for pattern, template in reasons._patterns():
        text = re.sub(r"\{\w+\}", "(" * 150, template)[:900] + "!"
        assert pattern.fullmatch(text) is None or text.endswith("!")
    assert len(set(WORDS)) == len(WORDS)
