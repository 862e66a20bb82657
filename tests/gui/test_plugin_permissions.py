"""What a plugin may do is said in plain words, and so is what nothing here keeps it from."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from helpers.shown_plugins import texts
from lapwing.domain.plugins.facts import Enforcement, Trust
from lapwing.domain.plugins.installing import PackageFacts
from lapwing.domain.plugins.manifest import FIXED_PERMISSIONS, Isolation, Manifest
from lapwing.gui.plugins.install_dialog import InstallDialog
from lapwing.gui.plugins.permission_words import freedom_words, permission_words

PERMISSIONS = (*FIXED_PERMISSIONS, "events:alert.*", "network:api.example.com", "files:/var/log")
MANIFEST = Manifest("made", "Made", "1.0", permissions=PERMISSIONS)


def test_each_permission_has_words_of_its_own_and_one_that_is_not_known_is_said_to_be_so() -> None:
    found = permission_words(MANIFEST, PERMISSIONS)
    assert len({each.title for each in found}) == len(PERMISSIONS)
    assert all(each.meaning.endswith(".") and each.permission not in each.title for each in found)
    (strange,) = permission_words(MANIFEST, ("time:travel",))
    assert "does not know" in strange.title


@pytest.mark.parametrize(("files", "network"), [(True, True), (True, False), (False, True), (False, False)])
def test_what_nothing_enforces_here_is_said_at_its_permission_and_above_all_of_them(
    qtbot: QtBot, files: bool, network: bool
) -> None:
    enforcement = Enforcement(files=files, network=network)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = InstallDialog(PackageFacts(MANIFEST, "x", "y", enforcement=enforcement), parent)
    trusted = {each.permission for each in dialog.permissions.shown if each.needs_trust}
    assert trusted == (set() if files and network else set(PERMISSIONS)), "What is not confined can take anything."
    said = texts(dialog)
    assert said.count("Not enforced here: trust required.") == len(trusted)
    assert ("This system keeps no plugin from" in said) is bool(trusted)
    nothing = InstallDialog(PackageFacts(Manifest("made", "Made", "1.0"), "x", "y", enforcement=enforcement), parent)
    assert ("no files, no network" in texts(nothing)) is (not trusted)


def test_the_dialog_is_named_after_what_it_is_about_to_do(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    given = PackageFacts(MANIFEST, "x", "y")
    own = replace(given, trust=Trust.BUNDLED)
    later = replace(given, installed="0.9")
    titles = [InstallDialog(package, parent).windowTitle() for package in (given, own, later)]
    assert titles == ["Install plugin", "Enable plugin", "Update plugin"]


def test_one_that_runs_inside_the_engine_is_not_said_to_be_kept_from_anything_by_the_kernel() -> None:
    inside = Manifest("made", "Made", "1.0", permissions=PERMISSIONS, isolation=Isolation.ENGINE)
    assert freedom_words(inside, Enforcement()) == ""
    assert not any("kernel" in each.enforced for each in permission_words(inside, PERMISSIONS, Enforcement(True, True)))
