"""`lapwing plugin new`."""

from pathlib import Path

from lapwing.cli.messages import say
from lapwing.plugins.making import make_plugin


def run_new(name: str, folder: str) -> int:
    """Make a plugin; returns the exit code.

    Raises:
        PluginUnfit, DiskFull
    """
    place = Path(folder or name)
    for path in make_plugin(name, place):
        say(f"{path}")
    say(f"Try it: `cd {place} && python -m unittest`, then `lapwing plugin install {place}`.")
    return 0
