"""A real MySQL for tests: Debian has it in its unstable suite alone, so it is brought from there and runs beside this
system, with the C library and all others that it was built for.

Debian's archive key vouches for what apt brings. The version is whatever unstable has on the day: MySQL 9.7 (LTS) in
November 2026. It is fetched once into `.cache/`.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from helpers import unprivileged
from helpers.certificates import Certificates
from helpers.servers.data_folder import DataFolder
from helpers.servers.guarded import Guarded, copy_of
from helpers.servers.login import ODD_PASSWORD, Login, ServerMissing, password_of
from helpers.servers.mysql_family import OWNER, SUPERUSER, quoted
from lapwing_setup.system import extract

CACHE: Final = Path(__file__).resolve().parents[3] / ".cache" / "mysql"
PACKAGE: Final = "mysql-server-core"
SUITE: Final = "unstable"
KEYRING: Final = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
USUAL_MIRROR: Final = "http://deb.debian.org/debian"

_NOT_NEEDED: Final = ("perl", "libperl")
"""Only scripts that are not used want it."""
_KEPT: Final = ("usr/sbin/mysqld", "usr/lib/mysql", "usr/share/mysql/english", "usr/share/mysql/charsets")
_WITHIN_S: Final = 300

_WITH_PASSWORD: Final = (OWNER, "admin", "sha256", "tls", "certificate", "subject", "reader", "odd name")

SETTINGS: Final = (
    "--bind-address=127.0.0.1",
    "--mysqlx=OFF",
    "--skip-name-resolve",
    "--disable-log-bin",
    "--innodb-buffer-pool-size=32M",
    "--innodb-redo-log-capacity=16M",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=OFF",
    "--local-infile=ON",  # the server is willing: that ours refuses is ours to show
    "--max-allowed-packet=256M",
    "--max-connections=100",
    "--secure-file-priv=",
)


def logins(certificates: Certificates) -> dict[str, Login]:
    """Who can log in, by user name.

    As on MariaDB (`mariadb_setup.logins`), except that passwords are checked by caching_sha2_password, MySQL 9 having
    no mysql_native_password any more, and that `sha256` (sha256_password) stands for `ed25519`.
    """
    identities = {user: certificates.client(user) for user in ("certificate", "subject")}
    passwords = {user: password_of(user) for user in _WITH_PASSWORD} | {"odd name": ODD_PASSWORD, "empty": ""}
    users = (*_WITH_PASSWORD, SUPERUSER, "empty")
    found = {user: Login(user, passwords.get(user), identities.get(user)) for user in users}
    return {**found, "socket": Login(unprivileged.this_user())}


def account_statements(accounts: Mapping[str, Login]) -> list[str]:
    """What makes the accounts, as the superuser."""
    how = {
        user: f"WITH {'sha256_password' if user == 'sha256' else 'caching_sha2_password'} BY {quoted(login.password)}"
        for user, login in accounts.items()
        if login.password is not None
    }
    how[accounts["socket"].user] = "WITH auth_socket"
    only = {"tls": "REQUIRE SSL", "certificate": "REQUIRE X509", "subject": "REQUIRE SUBJECT '/CN=subject'"}
    made = ["INSTALL PLUGIN auth_socket SONAME 'auth_socket.so'"]
    for user, identified in how.items():
        made.append(f"CREATE USER '{user}'@'%' IDENTIFIED {identified} {only.get(user, '')}")
        rights = {"admin": "ALL ON *.*", "reader": r"SELECT ON `test\_%`.*"}.get(user, r"ALL ON `test\_%`.*")
        made.append(f"GRANT {rights} TO '{user}'@'%'{' WITH GRANT OPTION' if user == 'admin' else ''}")
    return made


class MysqlData(DataFolder):
    """With the system tables and `root` alone, beside the programs.

    Attributes:
        command: What starts the server, without the options of one server.
    """

    def _make(self, guarded: Guarded) -> None:
        tree = fetched()
        for part in (*_KEPT, *(str(path.relative_to(tree)) for path in tree.glob("usr/lib/*-linux-gnu"))):
            copy_of(tree / part, self.programs / part)
        unprivileged.let_read(self.programs)
        self.command = _command(self.programs)
        rename = guarded.folder / "rename.sql"
        unprivileged.write(rename, f"RENAME USER root@localhost TO {SUPERUSER}@localhost;\n".encode())
        guarded.run(
            [*self.command, "--initialize-insecure", f"--init-file={rename}", f"--datadir={self.path}", *SETTINGS]
        )


def _command(tree: Path) -> list[str | Path]:
    """mysqld by the loader of its own C library, which may be newer than this system's."""
    libraries = next(tree.glob("usr/lib/*-linux-gnu"))
    loader = next(libraries.glob("ld-linux-*.so.*"))
    share = tree / "usr/share/mysql"
    return [
        loader,
        "--library-path",
        libraries,
        tree / "usr/sbin/mysqld",
        "--no-defaults",
        f"--basedir={tree / 'usr'}",
        f"--plugin-dir={tree / 'usr/lib/mysql/plugin'}",
        f"--lc-messages-dir={share}",
        f"--character-sets-dir={share / 'charsets'}",
    ]


def fetched(cache: Path = CACHE) -> Path:
    """A tree like that of `/` with the server and its libraries in it.

    Raises:
        ServerMissing: It cannot be had; the sentence says why.
    """
    tree = cache / "tree"
    if tree.is_dir():
        return tree
    if not KEYRING.exists() or shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise ServerMissing(f"MySQL for tests is brought by Debian's apt with {KEYRING}, and this system has not both.")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        _bring(Path(folder))
        try:
            os.replace(Path(folder, "tree"), tree)
        except OSError:
            if not tree.is_dir():  # otherwise another run was quicker
                raise
    return tree


def _bring(folder: Path) -> None:
    apt = _private_apt(folder)
    _run([*apt, "update"])
    _run([*apt, "install", "--yes", "--download-only", "--no-install-recommends", PACKAGE])
    for archive in sorted((folder / "archives").glob("*.deb")):
        if not archive.name.startswith(_NOT_NEEDED):
            extract(archive, folder / "tree")


def _private_apt(folder: Path) -> list[str]:
    """apt-get that knows nothing but Debian unstable, and believes that nothing is installed."""
    for name in ("lists/partial", "archives/partial", "sources"):
        (folder / name).mkdir(parents=True)
    (folder / "status").touch()
    (folder / "sources" / "unstable.sources").write_text(
        f"Types: deb\nURIs: {_mirror()}\nSuites: {SUITE}\nComponents: main\nSigned-By: {KEYRING}\n", "ascii"
    )
    options = {
        "Dir::Etc::SourceList": "/dev/null",
        "Dir::Etc::SourceParts": f"{folder}/sources",
        "Dir::Etc::Preferences": "/dev/null",
        "Dir::Etc::PreferencesParts": "/dev/null",
        "Dir::State::Lists": f"{folder}/lists/",
        "Dir::State::Status": f"{folder}/status",
        "Dir::Cache::Archives": f"{folder}/archives/",
        "Dir::Cache::PkgCache": "",
        "Dir::Cache::SrcPkgCache": "",
        "Debug::NoLocking": "true",
        "APT::Sandbox::User": "",
        "APT::Update::Error-Mode": "any",
    }
    return ["apt-get", "-q", *(f"-o{name}={value}" for name, value in options.items())]


def _mirror() -> str:
    """This system's Debian mirror, which is the nearest, else the usual one."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    named = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()
    return next((uri for uri in named if uri.rstrip("/").endswith("/debian")), USUAL_MIRROR)


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_WITHIN_S,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise ServerMissing(f"MySQL could not be fetched: apt-get took longer than {_WITHIN_S} s.") from late
    if done.returncode != 0:
        raise ServerMissing(f"MySQL could not be fetched from Debian {SUITE}: {done.stdout.decode(errors='replace')}")
