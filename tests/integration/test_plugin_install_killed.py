"""An engine that is killed while it installs leaves the old plugin or the new one, whole, and never half of one."""

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from helpers.counts import times
from helpers.plugin_packages import folder_of, plugin_files, wheel_of
from helpers.waiting import PATIENCE_S
from lapwing.plugins.installing import places
from lapwing.plugins.installing.installer import Installer
from lapwing.plugins.installing.known import known_plugins
from lapwing.plugins.installing.register import PluginRegister
from lapwing.plugins.packages.digest import digest_of
from lapwing.plugins.packages.folders import files_in_folder

ENGINE = """
import asyncio, os, signal, sys
from lapwing.domain.plugins.installing import InstallPlugin, ReadPackage
from lapwing.engine.engine import Engine
from lapwing.settings.files import FileLayer

class Asker:
    is_full = False
    def tell(self, event, *, lossy=False): ...

done = 0
deadly = int(sys.argv[1])

def counted(name):
    plain = getattr(FileLayer, name)
    def method(self, *arguments):
        global done
        if done == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1
        return plain(self, *arguments)
    setattr(FileLayer, name, method)

async def main():
    global done
    engine, asker = Engine(), Asker()
    for package in sys.argv[3:]:
        facts = await engine.serve(asker, "plugin.read_package", ReadPackage(package, (sys.argv[2],)))
        done = 0
        await engine.serve(asker, "plugin.install", InstallPlugin(package, facts.sha256, (), (sys.argv[2],)))
    await engine.close()

for name in ("create", "write", "sync", "close", "rename", "sync_folder"):
    counted(name)
asyncio.run(main())
print(done)
"""


def engine(deadly: int, wheels: Path, *packages: Path) -> subprocess.CompletedProcess[str]:
    """An engine that installs these, and kills itself before that operation on files of the last installation."""
    arguments = [str(deadly), str(wheels), *map(str, packages)]
    return subprocess.run(
        [sys.executable, "-c", ENGINE, *arguments], capture_output=True, text=True, timeout=PATIENCE_S * 2, check=False
    )


def test_whatever_moment_it_is_killed_in(tmp_path: Path, chance: random.Random) -> None:
    wheel_of(tmp_path / "wheels", "tea", "1.0", {"tea.py": "", "leaf/__init__.py": ""})
    old = folder_of(tmp_path / "old", plugin_files(version="1.0"))
    new = folder_of(tmp_path / "new", plugin_files(version="2.0", more='requires = ["tea"]'))
    assert engine(1 << 30, tmp_path / "wheels", old).returncode == 0
    shutil.copytree(places.root(), tmp_path / "before")
    whole = engine(1 << 30, tmp_path / "wheels", new)
    assert whole.returncode == 0, whole.stderr
    operations = int(whole.stdout)
    versions = {"1.0": digest_of(files_in_folder(old)), "2.0": digest_of(files_in_folder(new))}
    for deadly in chance.sample(range(operations), times(2, operations)):
        shutil.rmtree(places.root())
        shutil.copytree(tmp_path / "before", places.root())
        killed = engine(deadly, tmp_path / "wheels", new)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        register = PluginRegister()
        plugin = known_plugins(register.read())["greeter"]
        assert digest_of(files_in_folder(plugin.folder)) == versions[plugin.record.version]
        assert bool(plugin.libraries) == (plugin.record.version == "2.0")
        Installer(register).sweep()
        assert list((places.installed()).glob("*/*")) == [plugin.folder.parent]
        assert not places.staging().exists()
