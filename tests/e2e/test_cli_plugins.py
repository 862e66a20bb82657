"""`lapwing plugin`: a plugin from its skeleton to its removal, as people type it."""

import json
from pathlib import Path

from helpers.command_line import lapwing, said
from helpers.plugin_packages import folder_of, plugin_files, zip_bytes


def test_a_plugin_is_shown_signed_installed_and_removed(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "greeter", plugin_files(more='permissions = ["query:read"]'))
    refused = lapwing("plugin", "install", folder)
    assert refused.returncode == 2
    for words in ("NOT signed", "read data of your databases", "--yes"):
        assert words in said(refused)
    signed = lapwing("plugin", "sign", folder, "--key", tmp_path / "me.pem", "--new-key")
    assert signed.returncode == 0, said(signed)
    assert (tmp_path / "me.pem").stat().st_mode & 0o077 == 0
    assert lapwing("plugin", "key", "add", tmp_path / "me.pem.pub", "--name", "Me").returncode == 0
    installed = lapwing("plugin", "install", folder, "--yes")
    assert (installed.returncode, "Signed by Me" in said(installed)) == (0, True), said(installed)
    status = lapwing("plugin", "status", "greeter")
    assert b"signed, enabled" in status.stdout
    assert b"It may read data of your databases, and see and refuse statements." in status.stdout
    assert lapwing("plugin", "remove", "greeter", "--data").returncode == 0


def test_an_index_is_made_added_with_its_key_used_and_removed(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "greeter.zip").write_bytes(zip_bytes(plugin_files()))
    key = tmp_path / "me.pem"
    assert lapwing("plugin", "sign", shelf / "greeter.zip", "--key", key, "--new-key").returncode == 0
    made = lapwing("plugin", "source", "make", shelf, "--key", key)
    assert (made.returncode, "lists 1 package, valid until" in said(made)) == (0, True), said(made)
    print_ = next(word for word in said(made).split() if word.startswith("SHA256:")).rstrip(":")
    place = shelf / "index.json"
    refused = lapwing("plugin", "source", "add", place)
    assert (refused.returncode, "not added" in said(refused)) == (2, True), said(refused)
    added = lapwing("plugin", "source", "add", place, "--key", print_, "--name", "Shelf")
    assert added.returncode == 0, said(added)
    installed = lapwing("plugin", "install", "index:greeter", "--yes", "--disabled")
    assert (installed.returncode, "Signed by Shelf" in said(installed)) == (0, True), said(installed)
    assert lapwing("plugin", "source", "off", "lapwing").returncode == 0
    rows = json.loads(lapwing("plugin", "source", "list", "--format", "json").stdout)
    assert [(row["name"], row["on"], row["key"]) for row in rows] == [("lapwing", "no", None), ("Shelf", "yes", print_)]


def test_a_hostile_package_in_a_row_is_refused_in_a_sentence_and_those_before_it_are_installed(tmp_path: Path) -> None:
    path = tmp_path / "greeter.zip"
    path.write_bytes(zip_bytes(plugin_files()))
    climbing = tmp_path / "climbing.zip"
    climbing.write_bytes(zip_bytes({**plugin_files(), "../../evil.py": ""}))
    refused = lapwing("plugin", "install", path, climbing, "--yes")
    assert refused.returncode == 1
    assert "outside of its folder" in said(refused)
    listed = json.loads(lapwing("plugin", "list", "--format", "json").stdout)
    assert [row["id"] for row in listed if row["from"] != "bundled"] == ["greeter"]


def test_a_wrong_manifest_is_told_with_its_line(tmp_path: Path) -> None:
    wrong = folder_of(tmp_path / "wrong", plugin_files(more='permissions = ["query:rite"]'))
    refused = lapwing("plugin", "verify", wrong)
    assert refused.returncode == 2
    assert "plugin.toml, line 6: `permissions`: there is no permission `query:rite`" in said(refused)
