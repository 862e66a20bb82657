"""What the last run left, read back. Reading changes nothing but the names of files that cannot be read at all."""

from dataclasses import field
from pathlib import Path

from lapwing.domain.errors import LapwingError, StoredDamaged
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui import journal_format, journal_layout
from lapwing.gui.journal_editor import SUFFIX, EditorFile, OpenEditor, facts_of
from lapwing.gui.journal_folder import JournalFolder, reason_of
from lapwing.gui.journal_layout import Layout
from lapwing.gui.journal_records import EDITOR, EditorRecord, Limits, TextDamaged, TextUnreadable, WindowRecord
from lapwing.settings.files import FileLayer, damaged_path


@dataclass(slots=True)
class Findings:
    """What was there.

    Attributes:
        editors: Open and closed ones by id; those whose file must be written anew are marked stale.
        windows: With every open editor in exactly one of them.
    """

    was_clean: bool = True
    windows: tuple[WindowRecord, ...] = ()
    editors: dict[str, OpenEditor] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read_back(folder: JournalFolder, layer: FileLayer, limits: Limits) -> Findings:
    """Read everything in the folder. Whatever cannot be read becomes a notice, never an error."""
    found = Findings()
    layout = _read_layout(folder.path, layer, found)
    files = folder.editor_files()
    found.was_clean = layout.is_clean if layout is not None else not files
    for path in files:
        _read_editor(path, layer, limits, found)
    still_open = [name for name, one in found.editors.items() if not one.closed_order and one.facts["kind"] == EDITOR]
    found.windows = journal_layout.settled(layout.windows if layout else (), still_open)
    return found


def _read_layout(folder: Path, layer: FileLayer, found: Findings) -> Layout | None:
    """The layout; None when there is none, or none that can be read."""
    try:
        return journal_layout.read(folder, layer) if (folder / journal_layout.NAME).exists() else None
    except StoredDamaged as error:
        found.notices.append(error.in_full)
    except LapwingError as error:
        found.notices.append(str(error))
    except OSError as error:
        found.notices.append(f"{folder / journal_layout.NAME} cannot be read: {reason_of(error)}.")
    return None


def _read_editor(path: Path, layer: FileLayer, limits: Limits, found: Findings) -> None:
    kept = damaged_path(path).name
    try:
        data = path.read_bytes()
        reading = journal_format.read(data, str(path), limits.chunk_chars)
    except journal_format.FileUnclear as unclear:
        found.notices.append(_put_aside(path, kept, layer, str(unclear)))
        return
    except (OSError, LapwingError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        found.notices.append(_sentence(TextUnreadable(reason=reason, kept=str(path))))
        return
    editor_id = path.name.removesuffix(SUFFIX)
    file = EditorFile(editor_id, reading.salt, reading.next_number, len(data), reading.log_edits, reading.log_bytes)
    editor = OpenEditor(file, reading.text, facts_of(EditorRecord(editor_id)) | reading.facts, is_stale=False)
    if reading.version < journal_format.VERSION:
        file.keep_as = f"{path.name}.v{reading.version}.backup"
    if reading.is_damaged or (reading.broken and found.was_clean):
        file.keep_as = kept
        editor.facts["is_modified"] = True
        title = str(editor.facts["title"]) or editor_id
        found.notices.append(_sentence(TextDamaged(title=title, kept=str(path.with_name(kept)))))
    if reading.broken or file.keep_as:
        editor.mark_stale()
    found.editors[editor_id] = editor


def _put_aside(path: Path, kept: str, layer: FileLayer, reason: str) -> str:
    """Rename a file that tells nothing; the sentence about it."""
    try:
        layer.rename(path, path.with_name(kept))
    except OSError:
        kept = path.name  # on a disk that cannot be written it stays where it is, and is met again
    return _sentence(TextUnreadable(reason=reason, kept=str(path.with_name(kept))))


def _sentence(error: LapwingError) -> str:
    return error.in_full
