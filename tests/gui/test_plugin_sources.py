"""Whom plugins are taken from, in the window: indexes are added, what they have is installed, keys are revoked."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from helpers.plugin_packages import folder_of, plugin_files, zip_bytes
from helpers.shown_plugins import dialog, page_of, row_of, texts
from helpers.waiting import eventually_async
from lapwing.domain.plugins.facts import PluginState
from lapwing.domain.plugins.sources import IndexEntry
from lapwing.gui.plugins.add_index_dialog import AddIndexDialog
from lapwing.gui.plugins.add_key_dialog import AddKeyDialog
from lapwing.gui.plugins.ask_dialog import AskDialog
from lapwing.gui.plugins.install_dialog import InstallDialog
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.shell.window import MainWindow
from lapwing.plugins.index.document import index_bytes
from lapwing.plugins.packages.package import read_package
from lapwing.plugins.packages.signing import fingerprint, new_key, signature_bytes

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
PEM, PUBLIC = new_key()
KEY = fingerprint(PUBLIC)
_LONG_S = 60


def write_index(folder: Path, versions: dict[str, str], more: str = "", pem: bytes = PEM) -> Path:
    """An index of plugins in these versions, by id."""
    entries = []
    for plugin_id, version in versions.items():
        path = folder / f"{plugin_id}-{version}.zip"
        path.write_bytes(zip_bytes(plugin_files(plugin_id, version, more if plugin_id == "greeter" else "")))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        entries.append(IndexEntry(plugin_id, plugin_id.title(), version, url=path.name, sha256=digest))
    index = folder / "index.json"
    index.write_bytes(index_bytes(entries, pem))
    return index


async def add_index(window: MainWindow, view: PluginsView, index: Path) -> None:
    """Add an index as a person does, who compares its key."""
    view.show_part("sources")
    view.tools.index.click()
    asked = await dialog(window, AddIndexDialog)
    asked.place.setText(str(index))
    assert not asked.add_button.isEnabled()
    asked.read_button.click()
    await eventually_async(lambda: asked.seen is not None)
    assert asked.key.text() == KEY
    assert not asked.add_button.isEnabled(), "Nobody has compared the key."
    asked.compared.click()
    asked.add_button.click()
    await eventually_async(lambda: any(row.place == str(index) for row in view.sources.model.rows))


async def install(window: MainWindow, view: PluginsView, plugin_id: str) -> None:
    view.installing.begin(f"index:{plugin_id}")
    (await dialog(window, InstallDialog)).install_button.click()
    await eventually_async(lambda: row_of(view, plugin_id) is PluginState.RUNNING, within_s=_LONG_S)


def version_of(view: PluginsView, plugin_id: str) -> str:
    return next((each.manifest.version for each in view.plugins.rows if each.manifest.id == plugin_id), "")


async def test_what_an_index_has_is_installed_and_all_of_it_updated_and_more_permissions_are_asked_for_again(
    window: MainWindow, tmp_path: Path
) -> None:
    view = page_of(window).view
    index = write_index(tmp_path, {"greeter": "1.0", "waiter": "1.0"})
    await add_index(window, view, index)
    for plugin_id in ("greeter", "waiter"):
        await install(window, view, plugin_id)
    assert not view.tools.update_all.isVisible()
    write_index(tmp_path, {"greeter": "1.1", "waiter": "1.2"}, 'permissions = ["query:read"]')
    view.show_part("browse")
    await eventually_async(lambda: "(2)" in view.tools.update_all.text() and view.tools.update_all.isVisible())

    view.tools.update_all.click()
    asked = await dialog(window, InstallDialog)
    assert asked.package.asks == ("query:read",)
    assert "What is marked as new was not asked for" in texts(asked)
    asked.cancel_button.click()
    await eventually_async(lambda: "1 plugin" in view.banner.text, within_s=_LONG_S)
    view.show_part("installed")
    await eventually_async(lambda: version_of(view, "waiter") == "1.2", within_s=_LONG_S)
    assert version_of(view, "greeter") == "1.0", "Its permissions were not agreed to."
    await eventually_async(lambda: "(1)" in view.tools.update_all.text())
    view.tools.update_all.click()
    (await dialog(window, InstallDialog)).install_button.click()
    await eventually_async(lambda: version_of(view, "greeter") == "1.1", within_s=_LONG_S)
    await eventually_async(lambda: row_of(view, "greeter") is PluginState.RUNNING, within_s=_LONG_S)
    await eventually_async(lambda: not view.tools.update_all.isVisible())


async def test_another_key_of_an_index_is_said_and_compared_anew_and_the_index_of_lapwing_is_only_switched_off(
    window: MainWindow, tmp_path: Path
) -> None:
    view = page_of(window).view
    index = write_index(tmp_path, {"greeter": "1.0"})
    await add_index(window, view, index)
    pem, public = new_key()
    write_index(tmp_path, {"greeter": "2.0"}, pem=pem)
    view.show_part("browse")
    await eventually_async(lambda: "Key changed" in view.banner.text)
    assert [each.version for each in view.entries.rows if each.id == "greeter"] == ["1.0"]
    view.show_part("sources")
    sources = view.sources
    sources.list.setCurrentIndex(sources.model.index(1, 0))
    await eventually_async(sources.compare_button.isVisible)
    assert "signed by another key than before" in sources.detail.banner.text
    sources.compare_button.click()
    asked = await dialog(window, AddIndexDialog)
    await eventually_async(lambda: asked.key.text() == fingerprint(public))
    assert f"signed by {KEY} until now" in texts(asked)
    asked.compared.click()
    asked.add_button.click()
    await eventually_async(lambda: not sources.compare_button.isVisible())

    sources.list.setCurrentIndex(sources.model.index(0, 0))
    assert not sources.remove_button.isVisible()
    sources.model.ticked.emit(sources.chosen, False)
    await eventually_async(lambda: not sources.model.rows[0].index.is_on)
    view.show_part("browse")
    await eventually_async(lambda: [each.id for each in view.entries.rows] == ["greeter"])
    view.show_part("sources")
    sources.list.setCurrentIndex(sources.model.index(1, 0))
    sources.remove_button.click()
    (await dialog(window, AskDialog)).do_button.click()
    await eventually_async(lambda: len(sources.model.rows) == 1)


async def test_a_key_is_trusted_by_its_public_half_and_what_it_signed_stops_once_it_is_revoked(
    window: MainWindow, tmp_path: Path
) -> None:
    view = page_of(window).view
    view.show_part("keys")
    view.tools.key.click()
    asked = await dialog(window, AddKeyDialog)
    asked.key.setText("nothing")
    asked.name.setText("Ada")
    assert not asked.add_button.isEnabled()
    (tmp_path / "ada.pub").write_text(f"{PUBLIC}\n")
    asked.read_file(str(tmp_path / "ada.pub"))
    assert asked.print.text() == KEY
    asked.add_button.click()
    await eventually_async(lambda: [each.name for each in view.keys.model.rows] == ["Ada"])

    folder = folder_of(tmp_path / "greeter", plugin_files())
    (folder / "plugin.sig").write_bytes(signature_bytes(read_package(folder).files, PEM))
    view.installing.begin(str(folder))
    shown = await dialog(window, InstallDialog)
    assert "It is signed by Ada, whose key you trust." in texts(shown)
    shown.install_button.click()
    await eventually_async(lambda: row_of(view, "greeter") is PluginState.RUNNING, within_s=_LONG_S)
    view.show_part("keys")
    view.keys.revoke_button.click()
    revoke = await dialog(window, AskDialog)
    revoke.line.setText("It was stolen.")
    revoke.do_button.click()
    view.show_part("installed")
    view.choose("greeter")
    await eventually_async(lambda: row_of(view, "greeter") is PluginState.REFUSED, within_s=_LONG_S)
    await eventually_async(lambda: "You said so: It was stolen." in view.detail.banner.text)
    view.installing.begin(str(folder))
    shown = await dialog(window, InstallDialog)
    assert "signed with a key that was revoked" in texts(shown)
    assert not shown.install_button.isEnabled()
    shown.cancel_button.click()
    await eventually_async(lambda: not [each for each in window.findChildren(QDialog) if each.isVisible()])
