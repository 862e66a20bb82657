"""Option files say to Lapwing what they say to the server's own client."""

import os
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from helpers.counts import times
from lapwing.drivers.mysql.option_files import GROUPS, OptionFileInvalid, client_options

ORACLE = shutil.which("my_print_defaults")


def as_the_client_reads(path: Path) -> dict[str, str]:
    """What the client's own program makes of a file: its last word on each option."""
    assert ORACLE is not None
    asked = [ORACLE, f"--defaults-file={path}", *GROUPS]
    said = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
    options: dict[str, str] = {}
    for line in said.removesuffix("\n").split("\n"):
        name, _, value = line.removeprefix("--").partition("=")
        if name:
            options[name.replace("_", "-")] = value
    return options


def ours(path: Path, environ: Mapping[str, str] | None = None) -> dict[str, str]:
    return client_options(environ or {}, str(path))


FILE = r"""
# a comment
; another
[mysqld]
user = nobody

[client]
user=me
password = "canary # with = and \"quotes\"" # a comment
host=db.example   # a comment
port = 3307
  socket   =   /run/my sock/a.sock
ssl_ca = '/etc/a b.pem'
[mysql]
database=shop
password=second
escapes = a\tb\sc\\d\qf
[client-mariadb]
empty=
alone
[other]
user=other
[ client ]
"""


@pytest.mark.skipif(ORACLE is None, reason="my_print_defaults is not installed here")
def test_a_file_is_read_as_the_client_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "my.cnf"
    path.write_text(FILE, "utf-8")
    found = ours(path)
    assert found == as_the_client_reads(path)
    assert found["escapes"] == "a\tb c\\d\\qf"
    assert found["user"] == "me"
    assert found["password"] == "second"


@pytest.mark.skipif(ORACLE is None, reason="my_print_defaults is not installed here")
def test_values_made_of_anything_are_read_as_the_client_reads_them(tmp_path: Path, chance: random.Random) -> None:
    path = tmp_path / "my.cnf"
    pieces = ("a", "ä", " ", "\t", "#", "'", '"', "\\", "\\\\", "\\s", "\\x", "=", ";", "[", "]", "!", "--", "0")
    for _ in range(times(150, 5_000)):
        value = "".join(chance.choices(pieces, k=chance.randint(0, 9)))
        path.write_text(f"[client]\npassword{chance.choice(('=', ' = '))}{value}\nuser=me\n", "utf-8")
        assert ours(path) == as_the_client_reads(path), value


def test_files_come_in_the_clients_order_and_the_last_word_counts(tmp_path: Path) -> None:
    home, more = tmp_path / "home", tmp_path / "more"
    for folder in (home, more):
        folder.mkdir()
    (more / "my.cnf").write_text("[client]\nuser=more\nhost=more.example\n")
    (home / ".my.cnf").write_text("[client]\nuser=home\n[client-special]\nport=7\n")
    found = client_options({"HOME": str(home), "MYSQL_HOME": str(more)})
    assert (found["user"], found["host"]) == ("home", "more.example")
    assert "port" not in found
    assert client_options({"HOME": str(home), "MYSQL_GROUP_SUFFIX": "-special"})["port"] == "7"
    assert client_options({"HOME": str(home), "MARIADB_HOME": str(more), "MYSQL_HOME": "/nowhere"})["host"]


def test_other_files_and_folders_can_be_included(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "b.cnf").write_text("[client]\nuser=b\n")
    (parts / "a.cnf").write_text("[client]\nuser=a\nhost=a.example\n")
    (parts / "ignored.txt").write_text("[client]\nuser=ignored\n")
    one = tmp_path / "one"
    main = tmp_path / "my.cnf"
    one.write_text(f"[client]\nport=9\n!include {tmp_path / 'nowhere'}\n!include {main}\n")
    main.write_text(f"[client]\nuser=first\n!includedir {parts}\n!include {one}\n!nonsense\n")
    found = ours(main)
    assert (found["host"], found["port"]) == ("a.example", "9"), "and no endless circle"
    main.write_text(f"[client]\nuser=first\n!includedir {parts}\n")
    assert ours(main)["user"] == "b"
    if ORACLE is not None:
        assert ours(main) == as_the_client_reads(main)


def test_a_file_that_everybody_may_write_to_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "my.cnf"
    path.write_text("[client]\nuser=anybody\n")
    os.chmod(path, 0o666)
    assert ours(path) == {}
    if ORACLE is not None:
        assert as_the_client_reads(path) == {}


@pytest.mark.parametrize("text", ["user=me\n", "[client\nuser=me\n"])
def test_a_file_that_no_client_takes_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "my.cnf"
    path.write_text(f"# canary\n{text}")
    with pytest.raises(OptionFileInvalid, match="line 2"):
        ours(path)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(OptionFileInvalid):
        ours(tmp_path / "none.cnf")
    with pytest.raises(OptionFileInvalid):
        ours(tmp_path)


def test_switches_may_be_turned_around(tmp_path: Path) -> None:
    path = tmp_path / "my.cnf"
    path.write_text("[client]\nskip-ssl\nloose-port=5\ndisable-reconnect\nskip-verify=1\n")
    assert ours(path) == {"ssl": "0", "port": "5", "reconnect": "0", "skip-verify": "1"}
