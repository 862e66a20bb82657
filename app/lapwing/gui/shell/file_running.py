"""Running an SQL file on the session of a tab, without opening it in the editor."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMessageBox

from lapwing.gui.editor.session import ScriptFile
from lapwing.gui.shell.place_name import place_name
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.questions import Choice, ask

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_SQL_FILES = "SQL (*.sql *.ddl *.dml *.txt *.dump);;*"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileRunning", text)


def choose_script(window: "MainWindow") -> None:
    """Let a file be chosen, and run it in the editor in front after one more question."""
    tab = window.tab
    if tab is None:
        return
    start = tab.file.path.parent if tab.file is not None else Path.home()
    dialog = QFileDialog(window, _tr("Run SQL file"), str(start), _SQL_FILES)
    dialog.setObjectName("run_file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: window.start(_run(window, tab, path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


async def _run(window: "MainWindow", tab: QueryTab, path: str) -> None:
    """Ask how, and run it."""
    role = QMessageBox.ButtonRole
    files = QCheckBox(_tr("Let it use files of its folder"))
    files.setObjectName("allow_files")
    files.setToolTip(_tr("Commands such as \\i, \\copy, source and .read are refused otherwise."))
    answer = await ask(
        window,
        _tr("Run SQL file"),
        _tr("Run {file} on {connection}?")
        .replace("{file}", Path(path).name)
        .replace("{connection}", place_name(tab.session.place, window.saved)),
        _tr("In one transaction, all of it is undone at the first error. Otherwise you are asked at each error."),
        (
            Choice("run", _tr("Run"), role.AcceptRole),
            Choice("transaction", _tr("Run in one transaction"), role.ActionRole),
            Choice("cancel", _tr("Cancel"), role.RejectRole),
        ),
        default="run",
        escape="cancel",
        option=files,
    )
    if answer != "cancel":
        tab.run_file(ScriptFile(path, files.isChecked()), "script" if answer == "transaction" else "")
