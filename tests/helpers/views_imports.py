"""The dialog of imports in its states, for `helpers.views`."""

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.file_imports import FileRows, ImportColumn, ImportTable
from lapwing.gui.client import EngineClient
from lapwing.gui.transfer.import_dialog import FileImportDialog
from lapwing.gui.transfer.import_offer import ImportOffer

IMPORT_DIALOGS: Final = ("there", "new", "needs")
ROWS: Final = FileRows(("zz_id", "zz_note"), ("zz", "zz zz"), (("1", "zz zz"), ("2", None)))
TABLES: Final = {
    "there": ImportTable((ImportColumn("zz_id", "integer"), ImportColumn("zz_note", "text"))),
    "new": ImportTable(None, None, {"zz": "INTEGER", "text": "TEXT"}),
    "needs": ImportTable((ImportColumn("zz_id", "integer"), ImportColumn("zz_other", "text", needs_value=True))),
}


async def file_import(client: EngineClient, connection_id: str, kind: str, parent: QWidget) -> FileImportDialog:
    """With made rows and a made table. No plugin runs, which it says."""

    async def confirm(_needed: ConfirmationNeeded, _table: str) -> bool:
        return False

    offer = ImportOffer(connection_id, "zz", table="" if kind == "new" else "zz_fruit")
    dialog = FileImportDialog(client, offer, "", confirm, parent)
    dialog.open()
    await dialog.settled()
    dialog.table.setText("zz_fruit")
    dialog.show_file(ROWS)
    dialog.show_table(TABLES[kind])
    assert isinstance(dialog.preview, QPlainTextEdit)
    return dialog
