"""What a plugin leaves behind is not run, followed or waited for by Lapwing, whose rights are wider."""

import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from helpers.made_plugins import hosted, launch_of
from lapwing.domain.cloud_events import CloudEvent

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
