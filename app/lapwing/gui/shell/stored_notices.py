"""What a start says of small stored files that cannot be used: damaged ones that were put aside, newer and unreadable
ones. Reading them, here or in the engine, goes on with what there is; so that nobody wonders, it is told once."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from lapwing import paths
from lapwing.domain.errors import LapwingError, StoredDamaged, StoredNewer, StoredUnreadable
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui import recent
from lapwing.gui.actions import key_bindings
from lapwing.gui.browser import favorites
from lapwing.gui.connections import used
from lapwing.gui.editor import completion_recent, search_memory
from lapwing.gui.results import column_memory
from lapwing.gui.shell import parameter_memory
from lapwing.gui.transfer import memory
from lapwing.settings import store
from lapwing.settings.documents import Document, DocumentKind

_MARK: Final = ".damaged-"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ToldFiles:
    """Names of files that were put aside, of which a person was told."""

    names: tuple[str, ...] = ()


KIND: Final = DocumentKind(ToldFiles, version=1, migrations={})


async def stored_notices() -> list[str]:
    """Sentences for the person, one for all files of a sort; those about files that were put aside come once."""
    refusals, aside = await asyncio.to_thread(_look)
    damaged = [_original(Path(str(error.facts["kept"]))) for error in refusals if isinstance(error, StoredDamaged)]
    damaged += [_original(kept) for kept in aside]
    newer = [Path(str(error.facts["path"])) for error in refusals if isinstance(error, StoredNewer)]
    unread = [Path(str(error.facts["path"])) for error in refusals if isinstance(error, StoredUnreadable)]
    return [
        sentence.replace("{files}", _listed(files)) for sentence, files in _sentences(damaged, newer, unread) if files
    ]


def _sentences(damaged: list[Path], newer: list[Path], unread: list[Path]) -> Iterator[tuple[str, list[Path]]]:
    yield _tr("Damaged files are kept beside their places under other names, and new ones begun: {files}."), damaged
    yield _tr("A newer Lapwing wrote files that this one leaves as they are and does not use: {files}."), newer
    yield _tr("Files that cannot be read are left as they are; see to their permissions: {files}."), unread


def _listed(files: list[Path]) -> str:
    """One file by its path, several by their names (`lapwing doctor` says where they are)."""
    return str(files[0]) if len(files) == 1 else ", ".join(dict.fromkeys(path.name for path in files))


def _tr(text: str) -> str:
    return QCoreApplication.translate("StoredNotices", text)


def _documents() -> Iterator[Document[Any]]:
    state = paths.state()
    yield store.settings_document()
    places: list[tuple[Path, DocumentKind[Any]]] = [
        (paths.config() / "keys.json", key_bindings.KIND),
        (state / "favorites.json", favorites.KIND),
        (state / "recent.json", recent.KIND),
        (state / "searches.json", search_memory.KIND),
        (state / "completion.json", completion_recent.KIND),
        (state / "parameters.json", parameter_memory.KIND),
        (state / "export.json", memory.KIND),
        (state / "used-connections.json", used.KIND),
        (state / "columns.json", column_memory.KIND),
    ]
    for path, kind in places:
        yield Document(path, kind)


def _look() -> tuple[list[LapwingError], list[Path]]:
    """Why files were refused, and those put aside of which nobody was told; not Qt's thread."""
    refusals = [error for document in _documents() if (error := _refused(document)) is not None]
    found = sorted(path for folder in (paths.config(), paths.state()) for path in folder.glob(f"*{_MARK}*"))
    told = Document(paths.state() / "told.json", KIND)
    try:
        known = set(told.read().names)
        new = [path for path in found if path.name not in known]
        if new:
            told.write(ToldFiles(tuple(path.name for path in found)))
    except (LapwingError, OSError) as error:  # then it is told again
        _log.warning("%s", error)
        new = found
    told_now = {str(error.facts.get("kept", "")) for error in refusals}
    return refusals, [path for path in new if str(path) not in told_now]


def _refused(document: Document[Any]) -> LapwingError | None:
    """Why a file cannot be used; a damaged one is put aside by that, so that nothing is lost when it is needed."""
    try:
        document.read()
    except LapwingError as error:
        return error
    return None


def _original(kept: Path) -> Path:
    return kept.with_name(kept.name.partition(_MARK)[0])
