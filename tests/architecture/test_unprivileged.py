"""Servers in tests run as somebody who is not root, where they can work."""

import os
import subprocess
from pathlib import Path

import pytest

from helpers import unprivileged


def test_a_program_is_not_root_and_can_write_where_it_stands() -> None:
    with unprivileged.folder() as home:
        said = unprivileged.run(["/bin/sh", "-c", "id -u; pwd; echo $HOME; touch written && echo writable"], home)
        user, where, its_home, writable = said.split()
        assert user == str(unprivileged.account().pw_uid) != "0"
        assert (where, its_home, writable) == (str(home), str(home), "writable")
        assert (home / "written").stat().st_uid == unprivileged.account().pw_uid
    assert not home.exists()


def test_a_started_program_has_none_of_roots_groups_and_a_session_of_its_own() -> None:
    with unprivileged.folder() as home, open(home / "said", "wb") as said:
        program = unprivileged.start(["/bin/sh", "-c", "id -G; cut -d' ' -f6 /proc/$$/stat"], home, output=said)
        assert program.wait(timeout=30) == 0
        groups, session = (home / "said").read_text("ascii").splitlines()
        assert int(session) == program.pid
        if os.geteuid() == 0:
            assert groups == str(unprivileged.account().pw_gid)


def test_a_program_that_takes_too_long_is_killed() -> None:
    with unprivileged.folder() as home, pytest.raises(subprocess.TimeoutExpired):
        unprivileged.run(["/bin/sh", "-c", "exec tail -f /dev/null"], home, timeout_s=0.1)


def test_nothing_of_the_person_is_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "canary")
    with unprivileged.folder() as home:
        said = unprivileged.run(["/usr/bin/env"], home, {"PGDATA": "x"})
    names = {line.partition("=")[0] for line in said.splitlines()}
    assert "canary" not in said
    assert names - {"LD_LIBRARY_PATH"} == {"PATH", "HOME", "TMPDIR", "LC_ALL", "PGDATA"}


def test_a_failure_brings_the_programs_words() -> None:
    with unprivileged.folder() as home, pytest.raises(subprocess.CalledProcessError) as failure:
        unprivileged.run(["/bin/sh", "-c", "echo no room >&2; exit 4"], home)
    assert (failure.value.returncode, failure.value.output) == (4, "no room\n")


def test_a_socket_path_fits_and_one_that_does_not_is_refused() -> None:
    with unprivileged.folder() as home:
        assert unprivileged.socket_path(home, ".s.PGSQL.65535").parent == home
    assert len(os.fsencode(unprivileged.socket_path(Path("/" + "a" * 100), "b" * 5))) == 107
    with pytest.raises(ValueError, match="107 bytes"):
        unprivileged.socket_path(Path("/" + "a" * 100), "b" * 6)
    with pytest.raises(ValueError, match="107 bytes"):
        unprivileged.socket_path(Path("/" + "ä" * 50), "b" * 6)
