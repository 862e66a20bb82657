"""The lists of Debian packages, and what happens where one is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lapwing_setup import overlay, system
from lapwing_setup.failure import SetupFailure

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unmet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package list whose only need cannot be met, and a PATH without apt-get and sudo; the folder of the list."""
    (tmp_path / "run.txt").write_text("# a comment\n\nnew-name|old-name : command lapwing-no-such-command\n", "utf-8")
    monkeypatch.setattr(system, "SYSTEM_LISTS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_everything_on_the_lists_is_here_when_tests_run() -> None:
    assert [need for need in system.needs("run", "test") if not need.is_met()] == []


def test_a_line_names_a_package_by_all_its_names_and_what_shows_it() -> None:
    assert system.parsed("libglib2.0-0t64|libglib2.0-0 : lib libglib-2.0.so.0") == system.Need(
        ("libglib2.0-0t64", "libglib2.0-0"), "lib", "libglib-2.0.so.0"
    )


@pytest.mark.parametrize(
    "line", ["libegl1", "libegl1 : libEGL.so.1", "libegl1 : so libEGL.so.1", ": lib x.so", "x : lib"]
)
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="Not a line of a package list"):
        system.parsed(line)


def test_what_lies_unpacked_meets_a_need(tmp_path: Path) -> None:
    library = tmp_path / f"usr/lib/{system.TRIPLET}/liblapwing-no-such.so.1"
    command = tmp_path / "usr/bin/lapwing-no-such-command"
    server = tmp_path / "usr/lib/lapwing-no-such/17/bin/server"
    needs = [
        system.Need(("a",), "lib", library.name),
        system.Need(("b",), "command", command.name),
        system.Need(("c",), "file", "/usr/lib/lapwing-no-such/*/bin/server"),
    ]
    assert [need.is_met(tmp_path) for need in needs] == [False, False, False]
    for file in (library, command, server):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o755)
    assert [need.is_met(tmp_path) for need in needs] == [True, True, True]


def test_programs_find_what_lies_unpacked(tmp_path: Path) -> None:
    variables = system.unpacked_environment({"PATH": "/usr/bin", "LD_LIBRARY_PATH": "/opt/lib"}, tmp_path)
    assert variables["PATH"].split(":") == [
        *(f"{tmp_path}{part}" for part in ("/usr/bin", "/usr/sbin")),
        "/usr/bin",
    ]
    assert variables["LD_LIBRARY_PATH"].split(":")[0] == f"{tmp_path}/usr/lib/{system.TRIPLET}"
    assert variables["LD_LIBRARY_PATH"].endswith(":/opt/lib")
    assert system.unpacked_environment({"PATH": "/usr/bin"}, tmp_path / "missing") == {}


def test_nothing_is_put_before_a_command_where_nothing_lies_unpacked(tmp_path: Path) -> None:
    assert overlay.prefix(tmp_path / "missing") == []


def test_what_lies_unpacked_is_seen_at_its_own_place_with_no_more_rights_than_before(tmp_path: Path) -> None:
    for folder in ("usr/share", "etc"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "lapwing-no-such-file").write_text(f"unpacked in {folder}\n", "utf-8")
    if not system.succeeds(["unshare", "--user", "--mount", "true"]):  # some containers allow no namespaces
        with pytest.raises(SetupFailure, match="sudo apt-get install"):
            overlay.prefix(tmp_path)
        return
    words = overlay.prefix(tmp_path)
    read = ["cat", "/usr/share/lapwing-no-such-file", "/etc/lapwing-no-such-file"]
    assert subprocess.check_output([*words, *read], text=True) == "unpacked in usr/share\nunpacked in etc\n"
    assert not Path("/etc/lapwing-no-such-file").exists()
    rights = ["grep", "-E", "^(Uid|Gid|CapInh|CapAmb)", "/proc/self/status"]
    assert subprocess.check_output([*words, *rights]) == subprocess.check_output(rights)


@pytest.mark.parametrize("character", [":", ",", "'"])
def test_a_path_that_overlayfs_would_misread_is_not_given_to_it(tmp_path: Path, character: str) -> None:
    (tmp_path / f"a{character}b").mkdir()
    with pytest.raises(SetupFailure, match="apt-get install") as failure:
        overlay.prefix(tmp_path / f"a{character}b")
    assert failure.value.exit_code == 3


def test_a_package_is_unpacked_as_debian_lays_it_out(tmp_path: Path) -> None:
    """A package that still says `/lib` puts its files where `/usr/lib` leads, and keeps the link."""
    package, tree = tmp_path / "package", tmp_path / "tree"
    (package / "DEBIAN").mkdir(parents=True)
    (package / "DEBIAN/control").write_text(
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x>\nDescription: x\n"
    )
    (package / "lib").mkdir()
    (package / "lib/x.so").write_text("x")
    subprocess.run(
        ["dpkg-deb", "--build", str(package), str(tmp_path / "x.deb")], check=True, stdout=subprocess.DEVNULL
    )
    system.extract(tmp_path / "x.deb", tree)
    assert (tree / "lib").is_symlink()
    assert (tree / "usr/lib/x.so").read_text() == "x"
    (tmp_path / "x.deb").write_text("no package")
    with pytest.raises(subprocess.CalledProcessError):
        system.extract(tmp_path / "x.deb", tree)


def test_where_nothing_can_be_installed_the_command_is_said_and_the_exit_code_is_3(unmet: Path) -> None:
    with pytest.raises(SetupFailure, match=r"sudo apt-get install --no-install-recommends old-name\n") as failure:
        system.provide("run")
    assert failure.value.exit_code == 3
    assert "lapwing-no-such-command" in str(failure.value)


def test_the_installer_is_a_script_that_the_shell_understands() -> None:
    subprocess.run(["sh", "-n", str(ROOT / "packaging/system/install.sh")], check=True)


def test_an_unknown_verb_is_answered_with_the_known_ones() -> None:
    command = [sys.executable, "-ES", str(ROOT / "packaging/bootstrap.py"), "fly"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"]})
    assert run.returncode == 2
    assert "run|test|bench|soak|lock|plugin-index|clean" in run.stderr
