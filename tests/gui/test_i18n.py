"""The window in other languages: what the code asks for, what the files hold, and what is seen."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from helpers.languages import speaking
from helpers.translations import Text, all_texts, lupdate, modules, read_module
from lapwing import paths
from lapwing.domain.catalog import Relation
from lapwing.domain.connections import Connection
from lapwing.domain.errors import FileMissing, StatementFailed, StoredDamaged, StoredNewer, in_full, to_wire
from lapwing.gui.actions import ACTIONS, ENTRIES, MENU_BAR, MenuId, translated
from lapwing.gui.browser.nodes import Kind, Node
from lapwing.gui.browser.object_menu import ObjectHandlers, object_menu
from lapwing.gui.i18n import (
    CatalogueDamaged,
    Message,
    Translator,
    chosen_language,
    error_texts,
    install,
    languages,
    plural_rule,
    problems_text,
    read_catalogue,
)
from lapwing.gui.theme import Theme, ThemeMode

SHIPPED = sorted(paths.translations().glob("lapwing_*.ts"))
EVERY_FILE = pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "en"):
        yield


def language_of(path: Path) -> str:
    return path.stem.partition("_")[2]


def as_text(message: Message) -> Text:
    return Text(message.context, message.source, message.comment)


# what the code asks for


def test_every_text_is_asked_for_so_that_translators_can_find_it() -> None:
    assert [problem for path in modules() for problem in read_module(path).problems] == []


@pytest.mark.parametrize(
    "line",
    [
        'self.tr(f"{count} rows")',
        'self.tr("rows: " + name)',
        "self.tr(text)",
        'widget.tr("rows")',
        'QCoreApplication.translate("rows", f"{count} rows")',
        'QCoreApplication.translate(context, "rows")',
        'QT_TRANSLATE_NOOP("rows", f"{count}")',
        'self.tr("%n row(s)")',
        'self.tr("rows", "", 3)',
    ],
)
def test_what_cannot_be_found_is_reported(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.translations.ROOT", tmp_path)
    module = tmp_path / "bad.py"
    module.write_text(f"class Window:\n    def show(self):\n        return {line}\n")
    assert len(read_module(module).problems) == 1


def test_texts_are_found_in_methods_functions_and_declarations(tmp_path: Path) -> None:
    module = tmp_path / "good.py"
    module.write_text(
        'TITLE = QT_TRANSLATE_NOOP("a", "declared")\n'
        'def _tr(text):\n    """Short."""\n    return QCoreApplication.translate("short", text)\n'
        'SHORT = _tr("by a shorthand")\n'
        "class Window:\n"
        "    def show(self):\n"
        '        yield f"{self.tr(\'nested\')}", self.tr("%n row(s)", "", 3)\n'
        '        yield self.tr("two " "parts", "why")\n'
    )
    assert read_module(module).texts == {
        Text("a", "declared"),
        Text("short", "by a shorthand"),
        Text("Window", "nested"),
        Text("Window", "%n row(s)"),
        Text("Window", "two parts", "why"),
    }


# what the files hold


@EVERY_FILE
def test_a_translation_has_every_text_and_no_other(path: Path) -> None:
    wanted = {text for text in all_texts() if text.is_plural or language_of(path) != "en"}
    held = {as_text(message) for message in read_catalogue(str(path))}
    assert sorted(wanted - held) == [], "missing: run `python -m helpers.translations`, then translate"
    assert sorted(held - wanted) == [], "no longer asked for: run `python -m helpers.translations`"


@EVERY_FILE
def test_lupdate_would_change_nothing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    lupdate(copy, language_of(path), plural_only=language_of(path) == "en")
    assert copy.read_text("utf-8") == path.read_text("utf-8")


@EVERY_FILE
def test_no_translation_is_unfinished(path: Path) -> None:
    assert [message.source for message in read_catalogue(str(path)) if not message.forms] == []


@EVERY_FILE
def test_texts_with_a_number_have_as_many_forms_as_the_language(path: Path) -> None:
    rule = plural_rule(language_of(path))
    forms = {rule(n) for n in range(200)}
    assert {len(message.forms) for message in read_catalogue(str(path)) if message.is_plural} == {len(forms)}


@EVERY_FILE
def test_translations_keep_what_is_filled_in_and_what_ends_a_text(path: Path) -> None:
    def filled_in(text: str) -> Counter[str]:
        return Counter(re.findall(r"\{\w+\}|%n", text))

    for message in read_catalogue(str(path)):
        for form in message.forms:
            assert filled_in(form) == filled_in(message.source), form
            assert form.endswith("…") == message.source.endswith("…"), form
            assert form.endswith(".") == message.source.endswith("."), form
            assert form == form.strip(), form
            assert "..." not in form, form
            if message.context == "actions":
                assert form.count("&") == message.source.count("&"), form


@pytest.mark.parametrize("language", languages())
def test_no_menu_has_a_mnemonic_twice_in_any_language(qapp: QApplication, language: str) -> None:
    install(qapp, language)
    titles = {menu: [entry.shown_title() for entry in ENTRIES if entry.menu is menu] for menu in MenuId}
    for shown in [*titles.values(), [translated(title) for title in MENU_BAR.values()]]:
        marks = Counter(title[title.index("&") + 1].lower() for title in shown)
        assert [mark for mark, count in marks.items() if count > 1] == [], shown
    assert {title[title.index("&") + 1] for title in MENU_BAR.values()} <= set("FEVQDMTPH")


# what is seen


class StatusBar(QWidget):
    """Has the name of a context in the files, as `tr` looks it up."""


def test_the_window_speaks_german(qapp: QApplication, qtbot) -> None:
    window = StatusBar()
    qtbot.addWidget(window)
    assert install(qapp, "de") == "de"
    assert window.tr("No connection") == "Keine Verbindung"
    assert ACTIONS["query.run"].shown_title() == "&Anweisung ausführen"
    assert ACTIONS["tab.show_3"].shown_title() == "Tab &3"
    assert QLocale().toString(1.5) == "1,5"


def test_a_text_that_is_not_translated_stays_english(qapp: QApplication, qtbot) -> None:
    window = StatusBar()
    qtbot.addWidget(window)
    install(qapp, "de")
    assert window.tr("Quite unheard of") == "Quite unheard of"
    assert QCoreApplication.translate("nowhere", "No connection") == "No connection"


@pytest.mark.parametrize(("language", "one", "many"), [("en", "1 row", "5 rows"), ("de", "1 Zeile", "5 Zeilen")])
def test_a_number_takes_the_form_it_needs(qapp: QApplication, qtbot, language: str, one: str, many: str) -> None:
    window = StatusBar()
    qtbot.addWidget(window)
    install(qapp, language)
    assert window.tr("%n row(s)", "", 1) == one
    assert window.tr("%n row(s)", "", 5) == many


def test_qts_own_texts_are_translated_too(qapp: QApplication, qtbot) -> None:
    install(qapp, "de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"


def test_another_language_replaces_the_one_before_and_widgets_hear_of_it(qapp: QApplication, qtbot) -> None:
    heard: list[QEvent.Type] = []

    class Listening(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            heard.append(event.type())

    widget = Listening()
    qtbot.addWidget(widget)
    install(qapp, "de")
    install(qapp, "en")
    qapp.processEvents()
    assert QEvent.Type.LanguageChange in heard
    assert ACTIONS["query.run"].shown_title() == "&Run statement"


def test_system_means_the_first_language_of_the_desktop_that_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    class Desktop(QLocale):
        def uiLanguages(self) -> list[str]:  # type: ignore[override]
            return ["tlh-Latn", "de-AT", "en-US"]

    monkeypatch.setattr(QLocale, "system", lambda: Desktop())
    assert chosen_language("system") == "de"


@pytest.mark.parametrize(
    ("setting", "language"), [("de", "de"), ("de_AT", "de"), ("en", "en"), ("tlh", "en"), ("", "en")]
)
def test_what_is_not_shipped_is_english(setting: str, language: str) -> None:
    assert chosen_language(setting) == language


def test_english_comes_first_among_the_languages() -> None:
    assert languages()[0] == "en"
    assert "de" in languages()


def test_a_damaged_file_is_told_in_the_log_and_the_window_speaks_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "lapwing_de.ts").write_text("<TS><context><name>actions</name><message>")
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    install(qapp, "de")
    assert ACTIONS["query.run"].shown_title() == "&Run statement"
    assert "cannot be read" in caplog.text


def test_what_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lapwing_de.ts"
    path.write_text("<TS><context>")
    with pytest.raises(CatalogueDamaged, match="line 1"):
        read_catalogue(str(path))
    with pytest.raises(OSError, match="missing"):
        read_catalogue(str(tmp_path / "missing"))


def test_unfinished_and_obsolete_messages_are_not_spoken(tmp_path: Path) -> None:
    path = tmp_path / "lapwing_xx.ts"
    path.write_text(
        "<TS><context><name>c</name>"
        '<message><source>a</source><translation type="unfinished">A</translation></message>'
        '<message><source>b</source><translation type="vanished">B</translation></message>'
        "<message><source>c &lt;&amp;</source><comment>why</comment><extracomment>x</extracomment>"
        "<translation>C &amp;</translation></message></context></TS>"
    )
    messages = read_catalogue(str(path))
    assert [(message.source, message.forms) for message in messages] == [("a", ()), ("c <&", ("C &",))]
    translator = Translator("xx", messages)
    assert translator.translate("c", "a") is None
    assert translator.translate("c", "c <&", "why") == "C &"
    assert translator.translate("c", "c <&") is None


@pytest.mark.parametrize(
    ("language", "numbers", "forms"),
    [
        ("de", [0, 1, 2], [1, 0, 1]),
        ("fr", [0, 1, 2], [0, 0, 1]),
        ("cs", [0, 1, 2, 4, 5, 21], [2, 0, 1, 1, 2, 2]),
        ("pl", [1, 2, 5, 12, 22, 25], [0, 1, 2, 2, 1, 2]),
        ("ru", [1, 2, 5, 11, 21, 22, 112], [0, 1, 2, 2, 0, 1, 2]),
        ("ja", [0, 1, 2], [0, 0, 0]),
        ("pt_BR", [0, 1, 2], [0, 0, 1]),
        ("pt", [0, 1, 2], [1, 0, 1]),
        ("zh_TW", [1, 2], [0, 0]),
        ("xx", [1, 2], [0, 1]),
    ],
)
def test_plural_forms_follow_the_language(language: str, numbers: list[int], forms: list[int]) -> None:
    rule = plural_rule(language)
    assert [rule(number) for number in numbers] == forms


def test_an_error_is_told_in_the_persons_language_with_its_facts(qapp: QApplication) -> None:
    install(qapp, "de")
    sentence, next_step = error_texts(FileMissing(path="/gone.db"))
    assert sentence == "/gone.db gibt es nicht."
    assert next_step.startswith("Prüfen Sie den Pfad.")


def test_a_servers_own_words_are_left_alone(qapp: QApplication) -> None:
    install(qapp, "de")
    assert error_texts(StatementFailed(server="no such table: {x}")) == ("no such table: {x}", "")


def test_an_error_without_a_fact_still_has_its_sentence(qapp: QApplication) -> None:
    install(qapp, "de")
    assert error_texts(FileMissing()) == (str(FileMissing()), error_texts(FileMissing())[1])
    assert "{path}" in error_texts(FileMissing())[0]


def test_a_context_menu_has_no_mnemonic_twice(qapp: QApplication, qtbot) -> None:
    Theme(qapp, ThemeMode.DARK)
    parent = QWidget()
    qtbot.addWidget(parent)
    connection = Node(Kind.CONNECTION, "c", "shop", fact=Connection("c", "shop", "sqlite:////x.db"))
    table = Node(Kind.RELATION, "t", "t", fact=Relation("main", "t", "table"))
    table.parent = connection
    handlers = ObjectHandlers(*[lambda *_: None] * len(fields(ObjectHandlers)))
    for language in languages():
        install(qapp, language)
        for node in (connection, table, None):
            titles = [action.text() for action in object_menu(node, handlers, parent).actions() if action.text()]
            marks = Counter(title[title.index("&") + 1].lower() for title in titles)
            assert [mark for mark, count in marks.items() if count > 1] == [], titles


def test_no_module_of_the_window_imports_qts_own_marker() -> None:
    """Qt's is declared to return `object`; the one in `i18n` keeps the text a text."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtCore":
                assert "QT_TRANSLATE_NOOP" not in {alias.name for alias in node.names}, path


def test_a_translator_without_messages_is_not_installed(qapp: QApplication) -> None:
    assert Translator("xx", []).isEmpty()
    assert isinstance(Translator("xx", []), QObject)


def test_what_is_wrong_with_stored_files_is_said_in_the_persons_language_once_each(qapp: QApplication) -> None:
    damaged = StoredDamaged(path="/home/ann/webhooks.json", reason="Half of it is missing.", kept="/home/ann/kept")
    newer = StoredNewer(path="/home/ann/other.json", theirs=7, ours=1)
    problems = to_wire(damaged, None, newer, StoredDamaged(**damaged.facts))
    assert in_full(problems) == f"{damaged.in_full} {newer.in_full}"
    install(qapp, "de")
    text = problems_text(problems)
    assert "kann nicht gelesen werden" in text
    assert "neueren Lapwing" in text
    assert problems_text(()) == ""
