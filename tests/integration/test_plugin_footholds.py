"""What a plugin leaves behind is not run, followed or waited for by Lapwing, whose rights are wider."""

import contextlib
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from helpers.made_plugins import Heard, hosted, launch_of
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.plugins.errors import PluginEnded
from lapwing.domain.plugins.facts import PluginState
from lapwing.plugins.host.folders import base, remove_tree
from lapwing.plugins.host.hosted import Patience
from lapwing.plugins.host.launch import Limits

WITHIN_S = 60.0
EVENT = CloudEvent("1", "test", 0.0)
LOOKING = """
    import os, sys

    class Made(Plugin):
        def handle_event(self, event):
            return "planted" in os.environ
"""


@pytest.fixture
def python_with_user_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter as that of a distribution: it looks for packages below the home of who runs it."""
    folder = tmp_path / "python"
    venv.create(folder, system_site_packages=True, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    app = Path(__file__).parents[2] / "app"
    (packages / "lapwing.pth").write_text(f"{app}\n{sysconfig.get_path('purelib')}\n")
    monkeypatch.setattr(sys, "executable", str(folder / "bin" / "python"))


@pytest.mark.usefixtures("python_with_user_packages")
async def test_python_runs_nothing_that_a_plugin_put_into_its_home(tmp_path):
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = tmp_path / "data" / ".local" / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    for name in ("usercustomize.py", "sitecustomize.py", "msgspec.py"):
        (packages / name).write_text("import os; os.environ['planted'] = 'it ran before it was confined'")
    (packages / "planted.pth").write_text("import os; os.environ['planted'] = 'it ran before it was confined'\n")
    async with hosted(launch_of(tmp_path, LOOKING)) as plugin:
        assert plugin.error is None
        assert await plugin.call("handle_event", EVENT, within_s=WITHIN_S) is False


DEEP = """
    import os, pathlib, tempfile

    class Made(Plugin):
        def handle_event(self, event):
            for place in (tempfile.gettempdir(), self.context.data_folder):
                os.chdir(place)
                pathlib.Path("file").write_text("kept")
                os.mkdir("closed", 0)
                for _ in range(1_100):
                    os.mkdir("deep")
                    os.chdir("deep")
                    pathlib.Path("file").write_text("x")
            os._exit(3)
"""


async def test_folders_however_deep_are_swept_away_and_keep_nobody(tmp_path):
    launch = launch_of(tmp_path, DEEP)
    launch.data_folder.mkdir()
    (launch.data_folder / "root").symlink_to("/")
    async with hosted(launch, patience=Patience(back_off_s=0.01)) as plugin:
        (theirs,) = base().iterdir()
        with pytest.raises(PluginEnded):
            await plugin.call("handle_event", EVENT, within_s=WITHIN_S)
        await eventually_async(lambda: plugin.restarts == 1 and plugin.is_running)
        assert not theirs.exists()
        assert len(list(base().iterdir())) == 1
    assert list(base().iterdir()) == []
    assert remove_tree(launch.data_folder)
    assert not launch.data_folder.exists()


GREEDY = """
    import os, pathlib, threading, time

    def files():
        for number in range(300):
            os.mkdir(str(number))

    def bytes_():
        for number in range(40):
            pathlib.Path(f"{number}").write_bytes(os.urandom(1 << 18))

    def threads():
        threading.stack_size(1 << 16)
        for _ in range(60):
            threading.Thread(target=threading.Event().wait, daemon=True).start()

    class Made(Plugin):
        def initialize(self):
            os.chdir(self.context.data_folder)
            if self.context.config.get("begin"):
                globals()[self.context.config["begin"]]()
                time.sleep(3600)

        def handle_event(self, event):
            globals()[event.type]()
"""


@pytest.mark.parametrize("what", ["files", "bytes_", "threads"])
async def test_one_that_takes_too_much_of_what_the_kernel_does_not_count_is_ended(tmp_path, what):
    limits = Limits(threads=50, folder_bytes=8 << 20, folder_files=200)
    patience = Patience(back_off_s=0.01, watch_s=0.05)
    heard = Heard()
    async with hosted(launch_of(tmp_path, GREEDY, limits=limits), heard, patience) as plugin:
        with contextlib.suppress(PluginEnded):  # it may be seen while it is still at it
            await plugin.call("handle_event", CloudEvent("1", what, 0.0), within_s=WITHIN_S)
        words = "threads" if what == "threads" else "its folders hold more"
        await eventually_async(lambda: any(words in text for text in heard.texts))
        await eventually_async(lambda: plugin.restarts > 0)


async def test_one_that_takes_too_much_while_it_begins_is_ended_and_in_the_end_left_alone(tmp_path):
    launch = launch_of(tmp_path, GREEDY, config={"begin": "files"}, limits=Limits(folder_files=200))
    patience = Patience(back_off_s=0.01, watch_s=0.05)
    async with hosted(launch, patience=patience) as plugin:
        await eventually_async(lambda: plugin.state is PluginState.QUARANTINED)
        assert "its folders hold more" in str(plugin.error)
