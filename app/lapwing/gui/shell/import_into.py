"""Importing a file into what a row of the navigator is: the dialog, and the question where a connection wants one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import ConfirmationNeeded, RunJudged
from lapwing.domain.jobs import JobFacts
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.browser.nodes import Node, connection_of, database_of, rows_of, schema_of
from lapwing.gui.shell.confirm_dialog import ask_to_run
from lapwing.gui.transfer.import_dialog import FileImportDialog
from lapwing.gui.transfer.import_offer import ImportOffer
from lapwing.gui.transfer.memory import last_choices

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


def import_offer(node: Node) -> ImportOffer | None:
    """Where rows can go from a row of the navigator; None where that belongs to no connection."""
    connection, found, schema = connection_of(node), rows_of(node), schema_of(node)
    if connection is None:
        return None
    name = found.schema if found is not None else schema.name if schema is not None else ""
    database = found.database if found is not None else database_of(node)
    place = " · ".join(filter(None, (connection.name, database, name)))
    return ImportOffer(connection.id, place, database, name, found.name if found is not None else "")


async def open_import(window: "MainWindow", node: Node, started: Callable[[JobFacts], None]) -> None:
    """Open the dialog; `started` is told of the job that it begins."""
    offer = import_offer(node)
    if offer is None:
        return
    connection = window.saved.find(offer.connection_id)

    async def confirm(needed: ConfirmationNeeded, table: str) -> bool:
        dialect, safeguards = dialect_of(connection), window.saved.safeguards(connection)
        words = QCoreApplication.translate("FileImportDialog", "The rows of the file go into this table.")
        name = ".".join(dialect.quote_identifier(part) for part in (offer.schema, table) if part)
        environment = str(needed.facts["environment"])
        judged = RunJudged(Confirmation.CHANGES, "", 1, (), str(needed.facts["connection"]), environment)
        return await ask_to_run(judged, f"INSERT INTO {name}  -- {words}", dialect, safeguards.color, dialog)

    folder = (await last_choices()).folder
    dialog = FileImportDialog(window.client, offer, folder, confirm, window)
    dialog.started.connect(started)
    dialog.plugins_wanted.connect(window.actions_of_window.set.action("plugins.manage").trigger)
    dialog.open()
