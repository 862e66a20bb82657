"""A plugin's process reaches nothing but its own: the kernel refuses the rest, whatever its code tries.

Each attempt is real code in a real plugin, and gives the name of the error that it met, or what it got.
"""

import os
import sys
from pathlib import Path

import pytest

from helpers.made_plugins import Heard, hosted, launch_of
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.plugins.facts import PluginState
from lapwing.plugins.host.hosted import HostedPlugin
from lapwing.plugins.runner import confinement, landlock

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the kernel's rules are Linux's"),
]
needs_landlock = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
WITHIN_S = 60.0
CODE = '''
    import ctypes, os, pathlib, resource, shutil, signal, socket, stat, subprocess, tempfile, threading, time

    def read(path):
        return pathlib.Path(path).read_bytes()

    def start_program():
        return subprocess.run(["/bin/true"])

    def start_by_exec():
        os.execv("/bin/true", ["true"])

    def system():
        code = os.system("true")
        if code:
            raise PermissionError(f"system gave {code}")
        return code

    def fork():
        if os.fork() == 0:
            os._exit(0)

    def through_proc(what):
        return read(f"/proc/{os.getppid()}/{what}")

    def ptrace(pid):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.ptrace(16, int(pid), 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "ptrace")

    def read_memory(pid):
        libc = ctypes.CDLL(None, use_errno=True)
        room = ctypes.create_string_buffer(8)
        parts = (ctypes.c_size_t * 2)(ctypes.addressof(room), 8)
        if libc.process_vm_readv(int(pid), parts, 1, parts, 1, 0) < 0:
            raise OSError(ctypes.get_errno(), "process_vm_readv")

    def system_call(number, *arguments):
        libc = ctypes.CDLL(None, use_errno=True)
        answer = libc.syscall(int(number), *(int(each) for each in arguments))
        if answer < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        return answer

    def raise_limit():
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))

    def limit_other(pid):
        resource.prlimit(int(pid), resource.RLIMIT_CPU, (1, 1))

    def forget_parent():
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(1, 0, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")

    def abstract_socket():
        socket.socket(socket.AF_UNIX).connect("\\0lapwing")

    def datagram_pair():
        socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)

    def descriptors():
        return sorted(int(name) for name in range(64) if is_open(name))

    def is_open(number):
        try:
            os.fstat(number)
        except OSError:
            return False
        return True

    def variables():
        return sorted(os.environ)

    def internet_socket():
        socket.create_connection(("127.0.0.1", 9))

    def ordinary():
        """What a decent plugin does all day."""
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a").write_text("b")
        done = threading.Event()
        threading.Thread(target=done.set).start()
        assert done.wait(60)
        one, other = socket.socketpair()
        one.sendall(b"x")
        import asyncio, sqlite3, json, zoneinfo, decimal
        asyncio.run(asyncio.sleep(0))
        return (other.recv(1) + os.urandom(1))[:1].decode()

    class Made(Plugin):
        def handle_event(self, event):
            name, *arguments = event.data["try"]
            found = globals().get(name)
            target = found if found is not None else getattr(os, name)
            try:
                got = target(*arguments)
            except OSError as error:
                return f"{type(error).__name__} {error.errno}"
            except Exception as error:
                return type(error).__name__
            return f"got {got!r:.400}"
'''


async def attempt(plugin: HostedPlugin, name: str, *arguments: object) -> str:
    told = [each if isinstance(each, int) else str(each) for each in arguments]
    event = CloudEvent("1", "test", 0.0, {"try": [name, *told]})
    return str(await plugin.call("handle_event", event, within_s=WITHIN_S))


@needs_landlock
async def test_files_of_the_person_the_vault_and_the_engine_cannot_be_read(tmp_path):
    vault, key = tmp_path / "vault.lapwing", tmp_path / ".ssh" / "id_ed25519"
    key.parent.mkdir()
    for path in (vault, key):
        path.write_text("secret")
    async with hosted(launch_of(tmp_path, CODE)) as plugin:
        assert plugin.enforced.files, plugin.enforced.note
        for path in (
            vault,
            key,
            "/etc/passwd",
            "/etc/hostname",
            tmp_path / "package" / ".." / ".ssh" / "id_ed25519",
        ):
            assert await attempt(plugin, "read", path) == "PermissionError 13"
        for what in ("environ", "mem", "cmdline", "maps", "fd/0"):
            assert (await attempt(plugin, "through_proc", what)).startswith(("PermissionError", "FileNotFoundError"))
        assert await attempt(plugin, "listdir", Path.home()) == "PermissionError 13"
        link = tmp_path / "data" / "link"
        link.symlink_to(vault)
        assert await attempt(plugin, "read", link) == "PermissionError 13"


@needs_landlock
async def test_nothing_outside_of_its_folders_can_be_written_moved_linked_or_changed(tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "file").write_text("theirs")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "own").write_text("own")
    data = tmp_path / "data"
    async with hosted(launch_of(tmp_path, CODE)) as plugin:
        for name, *arguments in (
            ("mkdir", other / "new"),
            ("unlink", other / "file"),
            ("rename", data / "own", other / "own"),
            ("rename", other / "file", data / "file"),
            ("link", other / "file", data / "linked"),
            ("truncate", other / "file", 0),
            ("mkdir", tmp_path / "package" / "new"),
            ("unlink", tmp_path / "package" / "made.py"),
        ):
            converted = await attempt(plugin, name, *arguments)
            assert converted.startswith(("PermissionError", "OSError 18")), (name, converted)
        for call in ((90, 0, 0), (92, 0, 0, 0), (188, 0, 0, 0, 0, 0)) if os.uname().machine == "x86_64" else ():
            assert await attempt(plugin, "system_call", *call) == "PermissionError 1"
    assert (other / "file").read_text() == "theirs"
    assert sorted(each.name for each in other.iterdir()) == ["file"]


async def test_no_socket_no_program_and_no_other_process_can_be_reached(tmp_path):
    async with hosted(launch_of(tmp_path, CODE)) as plugin:
        assert plugin.enforced.network, plugin.enforced.note
        for name, *arguments in (
            ("abstract_socket",),
            ("internet_socket",),
            ("datagram_pair",),
            ("start_program",),
            ("start_by_exec",),
            ("system",),
            ("fork",),
            ("kill", os.getpid(), 0),
            ("killpg", os.getpgid(0), 0),
            ("ptrace", os.getpid()),
            ("read_memory", os.getpid()),
            ("limit_other", os.getpid()),
            ("forget_parent",),
            ("system_call", 425, 1, 0),
            ("system_call", 434, os.getpid(), 0),
        ):
            found = await attempt(plugin, name, *arguments)
            assert found.startswith("PermissionError"), (name, found)
        assert await attempt(plugin, "raise_limit") == "ValueError"  # what Python makes of the refusal
        assert await attempt(plugin, "system_call", 9_999) == "OSError 38"
        assert plugin.is_running


@needs_landlock
async def test_a_granted_folder_within_another_cannot_be_made_a_way_to_elsewhere(tmp_path):
    outer, elsewhere = tmp_path / "outer", tmp_path / "elsewhere"
    for folder in (outer / "inner", elsewhere):
        folder.mkdir(parents=True)
    (elsewhere / "key").write_text("secret")
    (outer / "leads away").symlink_to(elsewhere)
    launch = launch_of(tmp_path, CODE, permissions=(f"files:{outer}/inner", f"files:{outer}"))
    async with hosted(launch) as plugin:
        assert await attempt(plugin, "rmdir", outer / "inner") == "got None"
        for place in (outer / "inner", tmp_path / "data" / "link"):
            assert await attempt(plugin, "symlink", elsewhere, place) == "PermissionError 13"
            assert await attempt(plugin, "rename", outer / "leads away", place) == "PermissionError 13"
    (outer / "inner").symlink_to(elsewhere)
    async with hosted(launch) as plugin:
        assert await attempt(plugin, "read", outer / "inner" / "key") == "PermissionError 13"
        assert await attempt(plugin, "mkdir", outer / "new") == "got None"


async def test_no_permission_reaches_lapwings_own_files(tmp_path):
    program = Path(confinement.__file__).parent
    for folder in (paths.data(), paths.data() / "plugins", paths.config().parent, program, program.parents[3]):
        async with hosted(launch_of(tmp_path, CODE, permissions=(f"files:{folder}",))) as plugin:
            assert plugin.state is PluginState.REFUSED
            assert "Lapwing's own files" in str(plugin.error)


async def test_what_is_its_own_it_may_use_and_nothing_is_inherited(tmp_path, monkeypatch):
    monkeypatch.setenv("LAPWING_PASSWORD", "secret")
    granted = tmp_path / "granted"
    granted.mkdir()
    (granted / "file").write_text("for the plugin")
    launch = launch_of(tmp_path, CODE, permissions=(f"files:{granted}",))
    with (tmp_path / "open").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        async with hosted(launch, Heard()) as plugin:
            assert await attempt(plugin, "ordinary") == "got 'x'"
            assert await attempt(plugin, "read", granted / "file") == "got b'for the plugin'"
            assert await attempt(plugin, "mkdir", granted / "new") == "got None"
            assert await attempt(plugin, "mkdir", tmp_path / "data" / "new") == "got None"
            opened = await attempt(plugin, "descriptors")
            assert len(opened.split(",")) == 4, opened
            names = await attempt(plugin, "variables")
            assert not {"PATH", "LAPWING_HOME", "SSH_AUTH_SOCK", "LAPWING_PASSWORD"} & set(names.split("'"))
