"""The window's texts: what the code asks for, and bringing `translations/*.ts` up to date with it.

Run as a program from the `tests` folder (`python -m helpers.translations`) it updates every `.ts` file; what is new
comes in unfinished, what is no longer asked for goes. Translate it in the file, or with Qt Linguist.

The code is read here, and lupdate is given the plain list: its own reader of Python passes over some calls of `tr`
in nested expressions, takes f-strings for texts, and gives some calls a wrong context (6.11).
"""

import ast
import importlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PySide6

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.advice_texts import sentences
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.plugins.manifest_texts import texts_of
from lapwing.gui.i18n import ERRORS_CONTEXT
from lapwing.gui.monitor.advice_words import CONTEXT as ADVICE_CONTEXT
from lapwing.gui.monitor.chart_series import METRICS_CONTEXT
from lapwing.gui.plugins.own_words import BUNDLED_CONTEXT
from lapwing.gui.preferences.texts import CONTEXT as SETTINGS_CONTEXT
from lapwing.plugins.installing.known import bundled_plugins
from lapwing.settings.declared import FIELDS, GROUPS

ROOT: Final = Path(__file__).resolve().parents[2]
GUI: Final = ROOT / "app/lapwing/gui"
DOMAIN: Final = ROOT / "app/lapwing/domain"
TRANSLATIONS: Final = ROOT / "translations"
_LUPDATE: Final = Path(PySide6.__file__).parent / "lupdate"
_HANDS_ON: Final = frozenset(
    {
        ("i18n.py", "_filled"),
        ("reasons.py", "_tr"),
        ("action.py", "translated"),
        ("texts.py", "declared_text"),
        ("descriptions.py", "shown"),
        ("phases.py", "phase_words"),
        ("history_texts.py", "state_text"),
        ("alerts_words.py", "marked"),
        ("schedules_words.py", "marked"),
        ("services_words.py", "marked"),
        ("webhooks_words.py", "marked"),
        ("metric_form.py", "marked"),
        ("events_filters.py", "marked"),
        ("alert_rule_words.py", "rule_text"),
        ("option_form.py", "option_text"),
        ("chart_series.py", "metric_title"),
        ("advice_words.py", "advice_text"),
        ("advice_words.py", "kind_text"),
        ("advice_words.py", "level_text"),
        ("dashboard_words.py", "word"),
        ("sessions_texts.py", "title_of"),
        ("sessions_texts.py", "tip_of"),
        ("sessions_texts.py", "look_text"),
        ("monitor_parts.py", "part_title"),
        ("plugin_words.py", "marked"),
        ("own_words.py", "bundled_text"),
        ("index_words.py", "marked"),
        ("permission_words.py", "marked"),
    }
)
"""Functions that translate a text that was marked where it is declared."""
_MARKS: Final = "QT_TRANSLATE_NOOP"
_SHOWN_IN_THE_WINDOW: Final = ("lapwing.domain.", "lapwing.gui.")
"""Where its errors are declared: not those of the command line, and none that a test made."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text that is asked for, as Qt looks it up."""

    context: str
    source: str
    comment: str = ""

    @property
    def is_plural(self) -> bool:
        return "%n" in self.source


@dataclass(frozen=True, slots=True)
class Found:
    """What the code of one file asks for, and what is wrong with how it asks."""

    texts: frozenset[Text]
    problems: tuple[str, ...]


class _Reader(ast.NodeVisitor):
    """Collects the calls of `tr`, `translate` and `QT_TRANSLATE_NOOP` in one module."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: list[str] = []
        self._functions: list[str] = []
        self._shorthands: dict[str, str] = {}
        """Functions of the module that translate their one argument, and the context they do it in."""
        self.texts: set[Text] = set()
        self.problems: list[str] = []

    def visit_Module(self, node: ast.Module) -> None:
        for function in node.body:
            if isinstance(function, ast.FunctionDef) and (context := _shorthand(function)) is not None:
                self._shorthands[function.name] = context
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if (self._path.name, node.name) in _HANDS_ON or node.name in {*self._shorthands, _MARKS}:
            return
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr") if self._classes:
                self._take(node, self._classes[-1], node.args)
            case ast.Attribute(attr="tr") | ast.Name(id="tr"):
                self._complain(node, "tr() of something else than self: it has no context")
            case (
                ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate")
                | ast.Name(id="QT_TRANSLATE_NOOP")
            ):
                context = _literal(node.args[0]) if node.args else None
                if context is None:
                    self._complain(node, "a context that is no plain text")
                else:
                    self._take(node, context, node.args[1:])
            case ast.Name(id=name) if name in self._shorthands and (self._path.name, name) not in _HANDS_ON:
                self._take(node, self._shorthands[name], node.args)

    def _take(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        texts = [_literal(argument) for argument in arguments[:2]]
        if not texts or None in texts:
            self._complain(node, "a text that is no plain literal cannot be found by translators")
            return
        text = Text(context, str(texts[0]), str(texts[1]) if len(texts) > 1 else "")
        if text.is_plural is not (len(arguments) > 2):
            self._complain(node, "%n and a number belong together")
        self.texts.add(text)

    def _complain(self, node: ast.AST, why: str) -> None:
        self.problems.append(f"{self._path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {why}")


def _shorthand(function: ast.FunctionDef) -> str | None:
    """The context of a function that does nothing but `return QCoreApplication.translate("Context", text)`."""
    body = [line for line in function.body if not isinstance(line, ast.Expr)]
    match body, function.args.args:
        case [ast.Return(value=ast.Call(func=ast.Attribute(attr="translate"), args=[context, ast.Name(id=name)]))], [
            only
        ]:
            return _literal(context) if only.arg == name else None
    return None


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read_module(path: Path) -> Found:
    """What one module asks for."""
    reader = _Reader(path)
    reader.visit(ast.parse(path.read_text(encoding="utf-8")))
    return Found(frozenset(reader.texts), tuple(reader.problems))


def modules() -> list[Path]:
    """All modules of the window."""
    return sorted(GUI.rglob("*.py"))


def error_templates() -> set[Text]:
    """The sentences that errors declare; what is only a server's own words is not translated."""
    for path in [*modules(), *sorted(DOMAIN.rglob("*.py"))]:
        if f"({LapwingError.__name__}" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(path.relative_to(GUI.parents[1]).with_suffix("").parts))

    def kinds(base: type[LapwingError]) -> Iterator[type[LapwingError]]:
        for child in base.__subclasses__():
            if child.__module__.startswith(_SHOWN_IN_THE_WINDOW):
                yield child
                yield from kinds(child)

    templates = {template for kind in kinds(LapwingError) for template in (kind.message, kind.hint)}
    return {Text(ERRORS_CONTEXT, text) for text in templates if re.search(r"\w", re.sub(r"\{\w+\}", "", text))}


def setting_texts() -> set[Text]:
    """What the declared settings say of themselves."""
    told = {text for facts in FIELDS.values() for text in (facts.title, facts.help)} | set(GROUPS)
    return {Text(SETTINGS_CONTEXT, text) for text in told}


def metric_titles() -> set[Text]:
    """What metrics are called where they are declared."""
    return {Text(METRICS_CONTEXT, metric.title) for metric in all_metrics().values()}


def bundled_texts() -> set[Text]:
    """What the plugins that come with Lapwing say in their manifests."""
    manifests = (manifest for manifest, _ in bundled_plugins().values())
    return {Text(BUNDLED_CONTEXT, text) for manifest in manifests for text in texts_of(manifest)}


def all_texts() -> set[Text]:
    """Every text that the window can show."""
    marked = {text for path in modules() for text in read_module(path).texts}
    advice = {Text(ADVICE_CONTEXT, sentence) for sentence in sentences()}
    return marked | error_templates() | setting_texts() | metric_titles() | advice | bundled_texts()


def lupdate(target: Path, language: str, *, plural_only: bool = False) -> None:
    """Bring one `.ts` file up to date with the code, or make it; what is translated there stays."""
    with tempfile.TemporaryDirectory() as folder:
        declared = Path(folder) / "texts.py"
        declared.write_text("".join(f"{_as_call(text)}\n" for text in sorted(all_texts())), encoding="utf-8")
        options = ["-locations", "none", "-no-obsolete", "-no-ui-lines", "-silent", "-source-language", "en"]
        more = ["-pluralonly"] if plural_only else []
        command = [str(_LUPDATE), *options, *more, "-target-language", language, str(declared), "-ts", str(target)]
        subprocess.run(command, check=True)


def _as_call(text: Text) -> str:
    """A call that lupdate reads without doubt."""
    number = ", 1" if text.is_plural else ""
    return (
        f"QCoreApplication.translate({_quoted(text.context)}, {_quoted(text.source)}, {_quoted(text.comment)}{number})"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> int:
    """Update every `.ts` file there is."""
    for path in sorted(TRANSLATIONS.glob("lapwing_*.ts")):
        language = path.stem.partition("_")[2]
        lupdate(path, language, plural_only=language == "en")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
