"""`.venv` is made again exactly when it has to be, and pip comes from somewhere even where Python has none."""

import base64
import hashlib
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import bootstrap
from lapwing_setup import environment, interpreter, pip_wheel
from lapwing_setup.failure import SetupFailure

WHEEL = b"not really a wheel"
NAME = "pip-99.1-py3-none-any.whl"


class Index(http.server.BaseHTTPRequestHandler):
    """A simple index with one pip, for whoever brings the password."""

    def do_GET(self) -> None:
        if self.headers.get("Authorization") != "Basic " + base64.b64encode(b"me:s cret").decode():
            self.send_error(401)
        elif self.path == "/simple/pip/":
            self.answer(f'<a href="../../files/{NAME}#sha256=0&amp;x">{NAME}</a>'.encode())
        elif self.path.startswith(f"/files/{NAME}"):
            self.answer(WHEEL)
        else:
            self.send_error(404)

    def answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running index, which is also the only one configured."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Index) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        address = f"http://me:s%20cret@127.0.0.1:{server.server_port}/simple"
        for name in ("PIP_EXTRA_INDEX_URL", "PIP_CONFIG_FILE", "http_proxy", "HTTP_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HOME", "/nonexistent")
        monkeypatch.setenv("PIP_INDEX_URL", address)
        yield address
        server.shutdown()


def lock_of(folder: Path, content: bytes) -> Path:
    lock = folder / "build.txt"
    digest = hashlib.sha256(content).hexdigest()
    lock.write_text(
        f"# a lock\nother==1.0 \\\n    --hash=sha256:{'0' * 64}\npip==99.1 \\\n    --hash=sha256:{digest}\n"
    )
    return lock


def test_pip_comes_from_the_configured_index_and_is_kept(index: str, tmp_path: Path) -> None:
    lock = lock_of(tmp_path, WHEEL)
    wheel = pip_wheel.fetched(lock, tmp_path / "cache")
    assert (wheel.name, wheel.read_bytes()) == (NAME, WHEEL)
    stored = wheel.stat().st_mtime_ns
    assert pip_wheel.fetched(lock, tmp_path / "cache").stat().st_mtime_ns == stored


def test_a_pip_that_is_not_the_locked_one_is_refused(index: str, tmp_path: Path) -> None:
    with pytest.raises(SetupFailure, match="its hash differs"):
        pip_wheel.fetched(lock_of(tmp_path, b"another"), tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_an_index_that_cannot_be_reached_is_said(index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index.replace("me:s%20cret@", ""))
    with pytest.raises(SetupFailure, match=r"no pip, and fetching pip-99.1-py3-none-any.whl failed: HTTP Error 401"):
        pip_wheel.fetched(lock_of(tmp_path, WHEEL), tmp_path / "cache")


def test_an_extra_index_is_asked_too(index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", f"{index}/nothing")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", index)
    assert pip_wheel.fetched(lock_of(tmp_path, WHEEL), tmp_path / "cache").read_bytes() == WHEEL


def test_settings_are_read_as_pip_reads_them(tmp_path: Path) -> None:
    config = tmp_path / ".config/pip/pip.conf"
    config.parent.mkdir(parents=True)
    config.write_text("[global]\nindex-url = https://one.invalid/simple\ncert = /one.pem\n[install]\nproxy = p\n")
    environ = {"HOME": str(tmp_path), "PIP_INDEX_URL": "https://two.invalid/simple", "PIP_CERT": ""}
    settings = pip_wheel.pip_settings(environ)
    assert settings["index-url"] == "https://two.invalid/simple"
    assert (settings["cert"], settings["proxy"]) == ("/one.pem", "p")


def test_the_newest_bundled_pip_is_taken(tmp_path: Path) -> None:
    for version in ("9.0", "23.2.1", "23.10"):
        (tmp_path / f"pip-{version}-py3-none-any.whl").touch()
    newest = pip_wheel.newest_in(tmp_path)
    assert newest is not None
    assert newest.name == "pip-23.10-py3-none-any.whl"
    assert pip_wheel.newest_in(tmp_path / "missing") is None


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What `provide` does to `.venv`, written down instead of done; the real thing is run by prove-debian.sh."""
    done: list[str] = []

    def make(venv: Path) -> None:
        done.append("make")
        (venv / "bin").mkdir(parents=True, exist_ok=True)
        (venv / "bin/python").touch(mode=0o755)

    def install_project(venv: Path) -> None:
        done.append("project")
        (venv / "bin/lapwing").touch(mode=0o755)

    monkeypatch.setattr(environment, "make", make)
    monkeypatch.setattr(environment, "install", lambda _venv, locks: done.extend(locks))
    monkeypatch.setattr(environment, "install_project", install_project)
    return done


def provided(venv: Path, steps: list[str], *, with_tests: bool = False) -> list[str]:
    steps.clear()
    environment.provide(with_tests=with_tests, venv=venv)
    return list(steps)


NEW = ["make", "build", "run", "project"]


def test_nothing_is_done_when_everything_is_there(steps: list[str], tmp_path: Path) -> None:
    venv = tmp_path / ".venv"
    assert provided(venv, steps) == NEW
    assert provided(venv, steps) == []
    assert provided(venv, steps, with_tests=True) == ["test", "project"]
    assert provided(venv, steps, with_tests=True) == []
    assert provided(venv, steps) == []


@pytest.mark.parametrize("fact", ["python", "path", "run"])
def test_another_python_place_or_lock_makes_it_anew(steps: list[str], tmp_path: Path, fact: str) -> None:
    venv = tmp_path / ".venv"
    provided(venv, steps, with_tests=True)
    environment.write_stamp(venv, {**environment.read_stamp(venv), fact: "another"})
    assert provided(venv, steps) == NEW
    assert provided(venv, steps, with_tests=True) == ["test", "project"]


def test_changed_project_files_install_only_the_project(steps: list[str], tmp_path: Path) -> None:
    venv = tmp_path / ".venv"
    provided(venv, steps, with_tests=True)
    environment.write_stamp(venv, {**environment.read_stamp(venv), "project": "another"})
    assert provided(venv, steps) == ["project"]
    assert provided(venv, steps, with_tests=True) == []


@pytest.mark.parametrize("missing", ["stamp.json", "bin/python", "bin/lapwing"])
def test_one_that_is_not_whole_is_made_anew(steps: list[str], tmp_path: Path, missing: str) -> None:
    venv = tmp_path / ".venv"
    provided(venv, steps)
    (venv / missing).unlink()
    assert provided(venv, steps) == NEW


def test_a_broken_off_installation_is_never_taken_for_a_whole_one(
    steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv = tmp_path / ".venv"
    provided(venv, steps)

    def fails(_venv: Path, _locks: object) -> None:
        raise SetupFailure("pip could not install the packages")

    with monkeypatch.context() as patch:
        patch.setattr(environment, "install", fails)
        with pytest.raises(SetupFailure):
            provided(venv, steps, with_tests=True)
    assert provided(venv, steps) == NEW


@pytest.mark.parametrize(("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)])
def test_only_the_tried_pythons_are_supported(version: tuple[int, int], fits: bool) -> None:
    assert interpreter.is_supported(version) is fits


def test_a_command_that_only_pretends_to_be_python_is_not_taken(tmp_path: Path) -> None:
    pretender = tmp_path / "python3.13"
    pretender.write_text("#!/bin/sh\necho 'python3.13: command not found' >&2\nexit 127\n")
    pretender.chmod(0o755)
    assert not interpreter.answers(str(pretender), 13)
    assert interpreter.answers(sys.executable, sys.version_info[1])
    assert not interpreter.answers(sys.executable, sys.version_info[1] + 1)


def test_all_checks_run_even_after_one_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bin").mkdir()
    for name, code in (("first", 4), ("second", 0), ("third", 5), ("beside", 6), ("quiet", 0)):
        script = tmp_path / "bin" / name
        script.write_text(f"#!/bin/sh\necho {name} ran\nexit {code}\n")
        script.chmod(0o755)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    meanwhile = [("beside",), ("quiet",)]
    assert bootstrap.run_all([("first",), ("second",), ("third", "-x")], {}, beside=meanwhile) == 4
    said = capfd.readouterr()
    ran = [line.removesuffix(" ran") for line in said.out.splitlines() if line.endswith(" ran")]
    assert ran == ["first", "second", "third", "beside", "quiet"]
    failed = [("4", "first"), ("5", "third -x"), ("6", "beside")]
    assert said.err.splitlines() == [f"Failed with exit code {code}: {line}" for code, line in failed]
