"""Connections are taken from other programs, handed on without secrets, and begun from another one."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QTreeWidgetItem

from helpers.command_line import lapwing, said
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.domain.query import Done
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.gui.connections.dialog import ConnectionDialog
from lapwing.gui.connections.import_dialog import ImportDialog
from lapwing.gui.shell.window import MainWindow

CANARY = "CANARY_SECRET"


@pytest.fixture
def servers(tmp_path: Path) -> Path:
    path = tmp_path / "servers.json"
    told = {
        "1": {"Name": "shop", "Group": "Berlin", "Host": "db.example.org", "Port": 5432, "Username": "me"},
        "2": {"Name": "two\nlines <b>x</b>", "Host": "db", "Port": 5432, "Username": "me"},
        "3": {"Name": "none", "Host": "db", "Port": 5432, "ConnectionParameters": {"sslmode": "n;o"}},
    }
    path.write_text(json.dumps({"Servers": told}))
    return path


async def choose(window: MainWindow, name: str, path: Path) -> None:
    dialog = await eventually_async(lambda: window.findChild(QFileDialog, name))
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def items(dialog: ImportDialog) -> list[QTreeWidgetItem]:
    return [
        item for row in range(dialog.list.topLevelItemCount()) if (item := dialog.list.topLevelItem(row)) is not None
    ]


async def test_chosen_connections_of_another_program_are_added_once(window: MainWindow, servers: Path) -> None:
    for count in (1, 0):
        window.actions_of_window.set.action("connection.import").trigger()
        await choose(window, "import_file", servers)
        dialog = await eventually_async(lambda: window.findChild(ImportDialog))
        assert isinstance(dialog, ImportDialog)
        assert "\n" not in items(dialog)[1].text(0)
        for item in items(dialog)[1:]:
            item.setCheckState(0, Qt.CheckState.Unchecked)
        assert len(dialog.chosen()) == count
        if count:
            dialog.add_button.click()
            await eventually_async(lambda: len(window.saved.connections) == 1)
            await eventually_async(lambda: window.findChild(ImportDialog) is None)
        else:
            assert not dialog.add_button.isEnabled()
            dialog.reject()
    (saved,) = window.saved.connections
    assert (saved.name, saved.group, saved.secret.kind) == ("shop", "Berlin", SecretKind.ASK)


async def test_a_file_that_holds_none_is_said_to(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("nonsense")
    window.actions_of_window.set.action("connection.import").trigger()
    await choose(window, "import_file", path)
    await eventually_async(lambda: "No connections were found" in window.banner.text)


async def test_an_exported_list_has_no_secret_and_comes_back(window: MainWindow, tmp_path: Path, home: Path) -> None:
    made = Connection(
        "one",
        "shop",
        "postgresql://me@db/shop",
        "Berlin",
        Environment.PRODUCTION,
        True,
        SecretPlace(SecretKind.ENV, CANARY),
    )
    await window.client.call("connection.save", SaveConnection(made), Done)
    target = tmp_path / "list.json"
    window.actions_of_window.set.action("connection.export").trigger()
    await choose(window, "export_file", target)
    await eventually_async(target.exists)
    assert CANARY not in target.read_text()
    shown = lapwing("connection", "import", target, "--show", "--format", "json")
    assert [each["saved"] for each in json.loads(shown.stdout)] == ["yes"]
    elsewhere = {"LAPWING_HOME": str(tmp_path / "other")}
    assert "1 of 1" in said(lapwing("connection", "import", target, variables=elsewhere))
    assert lapwing("connection", "export", variables=elsewhere).stdout == target.read_bytes()


async def test_another_connection_begins_like_this_one(window: MainWindow) -> None:
    await window.saved.add_url("postgresql://me@db/shop", name="shop")
    await eventually_async(lambda: window.saved.connections)
    window.edit_connection(like=window.saved.connections[0])
    dialog = window.findChild(QDialog, "connection_dialog")
    assert isinstance(dialog, ConnectionDialog)
    assert dialog.login.host.text() == "db"
    assert dialog.login.name.text() == "shop (copy)"
    dialog.save_button.click()
    await eventually_async(lambda: len(window.saved.connections) == 2)
    assert window.saved.connections[0].id != window.saved.connections[1].id
