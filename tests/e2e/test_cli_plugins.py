"""`lapwing plugin`: a plugin from its skeleton to its removal, as people type it."""

import json
import subprocess
import sys
from pathlib import Path

from helpers.command_line import environ, lapwing, said
from helpers.plugin_packages import folder_of, plugin_files, zip_bytes
from helpers.waiting import PATIENCE_S


def listed() -> dict[str, dict[str, str]]:
    found = json.loads(lapwing("plugin", "list", "--format", "json").stdout)
    return {row["id"]: row for row in found if row["from"] != "bundled"}


def test_a_plugin_is_made_tested_signed_installed_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "slow-queries"
    assert lapwing("plugin", "new", "slow-queries", "--folder", folder).returncode == 0
    tests = subprocess.run(
        [sys.executable, "-m", "unittest"], cwd=folder, env=environ(), capture_output=True, text=True,
        timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert tests.returncode == 0, tests.stderr
    assert "Ran 2 tests" in tests.stderr

    refused = lapwing("plugin", "install", folder)
    assert refused.returncode == 2
    for words in ("NOT signed", "read data of your databases", "--yes"):
        assert words in said(refused)
    signed = lapwing("plugin", "sign", folder, "--key", tmp_path / "me.pem", "--new-key")
    assert signed.returncode == 0, said(signed)
    assert (tmp_path / "me.pem").stat().st_mode & 0o077 == 0
    assert lapwing("plugin", "trust", tmp_path / "me.pem.pub", "--name", "Me").returncode == 0
    verified = lapwing("plugin", "verify", folder)
    assert (verified.returncode, "Signed by Me" in said(verified)) == (0, True)

    installed = lapwing("plugin", "install", folder, "--yes")
    assert installed.returncode == 0, said(installed)
    assert [(row["version"], row["from"], row["enabled"]) for row in listed().values()] == [("0.1.0", "signed", "yes")]
    status = lapwing("plugin", "status", "slow-queries")
    assert b"greeting = Hello" in status.stdout
    assert lapwing("plugin", "remove", "slow-queries", "--data").returncode == 0
    gone = lapwing("plugin", "status", "slow-queries")
    assert (gone.returncode, "no plugin slow-queries" in said(gone)) == (2, True)


def test_a_hostile_package_in_a_row_is_refused_in_a_sentence_and_those_before_it_are_installed(tmp_path: Path) -> None:
    path = tmp_path / "greeter.zip"
    path.write_bytes(zip_bytes(plugin_files()))
    climbing = tmp_path / "climbing.zip"
    climbing.write_bytes(zip_bytes({**plugin_files(), "../../evil.py": ""}))
    refused = lapwing("plugin", "install", path, climbing, "--yes")
    assert refused.returncode == 1
    assert "outside of its folder" in said(refused)
    assert list(listed()) == ["greeter"]


def test_a_wrong_manifest_is_told_with_its_line(tmp_path: Path) -> None:
    wrong = folder_of(tmp_path / "wrong", plugin_files(more='permissions = ["query:rite"]'))
    refused = lapwing("plugin", "verify", wrong)
    assert refused.returncode == 2
    assert "plugin.toml, line 6: `permissions`: there is no permission `query:rite`" in said(refused)
