"""The window's language: Qt asks here, and the answers are read from `translations/lapwing_<language>.ts` as they are.

No compiled catalogue is needed. English is the language of the source; its own file holds only plurals.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QLibraryInfo, QLocale, QTranslator, QXmlStreamReader

from lapwing import paths
from lapwing.domain.errors import ErrorFacts, LapwingError, from_wire
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.server_words import words_beside

_log = logging.getLogger(__name__)
_SOURCE_LANGUAGE: Final = "en"

PluralRule = Callable[[int], int]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation where it is declared and leave it as it is; Qt's own says it returns `object`."""
    return text


def _east_slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _polish(n: int) -> int:
    if n == 1:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _czech(n: int) -> int:
    if n == 1:
        return 0
    return 1 if 2 <= n <= 4 else 2


def _two_forms(n: int) -> int:
    return 0 if n == 1 else 1


def _french(n: int) -> int:
    return 0 if n <= 1 else 1


def _one_form(_n: int) -> int:
    return 0


_PLURALS: Final[dict[str, PluralRule]] = {
    "be": _east_slavic,
    "cs": _czech,
    "fr": _french,
    "id": _one_form,
    "ja": _one_form,
    "ko": _one_form,
    "pl": _polish,
    "pt_BR": _french,
    "ru": _east_slavic,
    "sk": _czech,
    "th": _one_form,
    "uk": _east_slavic,
    "vi": _one_form,
    "zh": _one_form,
}
"""Which plural form a number takes, in the order of Qt Linguist (after the CLDR's plural rules)."""


def plural_rule(language: str) -> PluralRule:
    """The rule of a language such as `de` or `pt_BR`; one and many where none is known."""
    return _PLURALS.get(language) or _PLURALS.get(language.partition("_")[0]) or _two_forms


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a catalogue.

    Attributes:
        forms: The translation; several for a text with a number. Empty while it is unfinished.
        is_plural: Whether the text has a number in it, `%n`.
    """

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    is_plural: bool


class CatalogueDamaged(ValueError):
    """A `.ts` file is no XML."""


def read_catalogue(path: str) -> list[Message]:
    """All messages of a `.ts` file, in its order; obsolete ones are left out.

    Raises:
        OSError: It cannot be opened.
        CatalogueDamaged: It is no XML.
    """
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise OSError(f"{path}: {file.errorString()}")
    reader = QXmlStreamReader(file)
    messages: list[Message] = []
    context = ""
    while not reader.atEnd():
        if reader.readNext() is not QXmlStreamReader.TokenType.StartElement:
            continue
        if reader.name() == "name":
            context = reader.readElementText()
        elif reader.name() == "message" and (found := _read_message(reader, context)) is not None:
            messages.append(found)
    if reader.hasError():
        raise CatalogueDamaged(f"{path}, line {reader.lineNumber()}: {reader.errorString()}")
    return messages


def _read_message(reader: QXmlStreamReader, context: str) -> Message | None:
    is_plural = reader.attributes().value("numerus") == "yes"
    texts = {"source": "", "comment": ""}
    forms: list[str] = []
    state = ""
    while reader.readNextStartElement():
        name = reader.name()
        if name in texts:
            texts[name] = reader.readElementText()
        elif name == "translation":
            state = reader.attributes().value("type")
            forms = _read_forms(reader, is_plural)
        else:
            reader.skipCurrentElement()
    if state in {"obsolete", "vanished"}:
        return None
    finished = tuple(forms) if state != "unfinished" and all(forms) else ()
    return Message(context, texts["source"], texts["comment"], finished, is_plural)


def _read_forms(reader: QXmlStreamReader, is_plural: bool) -> list[str]:
    if not is_plural:
        return [reader.readElementText()]
    forms = []
    while reader.readNextStartElement():
        forms.append(reader.readElementText())
    return forms


class Translator(QTranslator):
    """Answers Qt from the messages of one catalogue."""

    def __init__(self, language: str, messages: Iterable[Message]) -> None:
        super().__init__()
        self.setObjectName(f"translator.{language}")
        self._plural = plural_rule(language)
        self._found = {(m.context, m.source, m.comment): m.forms for m in messages if m.forms}

    def isEmpty(self) -> bool:
        return not self._found

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        forms = self._found.get((context, source, comment or ""))
        if forms is None:
            return None
        return forms[min(self._plural(n), len(forms) - 1)] if n >= 0 else forms[-1]


def languages() -> list[str]:
    """Languages that the window can speak, English first."""
    shipped = {file.stem.partition("_")[2] for file in paths.translations().glob("lapwing_*.ts")}
    return [_SOURCE_LANGUAGE, *sorted(shipped - {_SOURCE_LANGUAGE})]


def chosen_language(setting: str) -> str:
    """The language to speak.

    Args:
        setting: `system`, or a language such as `de` or `pt_BR`; one that is not shipped means English.
    """
    wanted = QLocale.system().uiLanguages() if setting == "system" else [setting]
    shipped = languages()
    for tag in wanted:
        name = tag.replace("-", "_")
        for candidate in (name, name.partition("_")[0]):
            if candidate in shipped:
                return candidate
    return _SOURCE_LANGUAGE


_installed: Final[list[QTranslator]] = []


def install(app: QCoreApplication, language: str) -> str:
    """Speak a language from now on, instead of the one before. GUI thread.

    Widgets that exist hear of it as `QEvent.LanguageChange`. Numbers and dates follow the system, unless a language
    was chosen that is not the system's.

    Args:
        app: The application.
        language: As for `chosen_language`.

    Returns:
        The language spoken.
    """
    uninstall(app)
    chosen = chosen_language(language)
    QLocale.setDefault(QLocale.system() if language == "system" else QLocale(chosen))
    for translator in (_qt_translator(chosen), _own_translator(chosen)):
        if translator is not None and app.installTranslator(translator):
            _installed.append(translator)
    return chosen


def uninstall(app: QCoreApplication) -> None:
    """Speak the language of the source again, without even its plurals."""
    while _installed:
        app.removeTranslator(_installed.pop())


def _qt_translator(language: str) -> QTranslator | None:
    """Qt's own texts (file dialogs, standard buttons), where they are shipped with Qt."""
    if language == _SOURCE_LANGUAGE:
        return None
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(QLocale(language), "qtbase", "_", folder) else None


def _own_translator(language: str) -> QTranslator | None:
    path = paths.translations() / f"lapwing_{language}.ts"
    if not path.is_file():
        return None
    try:
        return Translator(language, read_catalogue(str(path)))
    except (OSError, CatalogueDamaged) as error:
        _log.warning("%s cannot be read (%s); the window speaks English", path, error)
        return None


ERRORS_CONTEXT: Final = "errors"
_BESIDE: Final = {"detail": QT_TRANSLATE_NOOP("errors", "Detail"), "hint": QT_TRANSLATE_NOOP("errors", "Hint")}
"""Of the sentences that `lapwing.domain.errors` declares, for translators."""


def error_texts(error: LapwingError) -> tuple[str, str]:
    """What happened and what to do about it, in the person's language; the second may be empty.

    What a server says beside its error follows the first in lines of its own.
    """
    facts = {name: "" if fact is None else _in_words(name, fact) for name, fact in error.facts.items()}
    said = [_filled(error.message, facts, str(error))]
    said += [f"{_filled(_BESIDE[kind], {}, kind)}: {words}" for kind, words in words_beside(facts)]
    return "\n".join(said), _filled(error.hint, facts, error.next_step())


def _in_words(name: str, fact: str | int | float | bool) -> str | int | float | bool:
    """A fact; in the person's language where it is a sentence."""
    from lapwing.gui.reasons import FACTS, reason_text  # only now: most starts see no error

    return reason_text(fact) if name in FACTS and isinstance(fact, str) else fact


def error_text(error: LapwingError) -> str:
    """What happened and what to do about it, in one line in the person's language."""
    return " ".join(text.replace("\n", " ") for text in error_texts(error) if text)


def problems_text(problems: Iterable[ErrorFacts]) -> str:
    """The same of all of them; empty: there is none."""
    return " ".join(error_text(from_wire(each)) for each in problems)


def _filled(template: str, facts: dict[str, str | int | float | bool], english: str) -> str:
    """A template in the person's language with its facts; as it is in English where a fact is missing."""
    translated = QCoreApplication.translate(ERRORS_CONTEXT, template) if template else ""
    try:
        return translated.format_map(facts).strip()
    except KeyError:
        return english
