"""The skeleton of a new plugin: `lapwing plugin new`."""

import keyword
from pathlib import Path
from typing import Final

from lapwing import __version__, paths
from lapwing.domain.errors import DiskFull
from lapwing.domain.plugins.installing_errors import PluginUnfit
from lapwing.plugins.manifest import NAME
from lapwing.plugins.manifest_checks import id_problem

_FILES: Final = ((NAME, NAME), ("module.py.txt", "{module}.py"), ("test_module.py.txt", "tests/test_{module}.py"))


def make_plugin(plugin_id: str, folder: Path) -> list[Path]:
    """Write a plugin that works, with tests that pass, into a new or empty folder; the files.

    Raises:
        PluginUnfit: The id is none, or the folder is not empty.
        DiskFull: It cannot be written.
    """
    module = plugin_id.replace("-", "_")
    if problem := id_problem(plugin_id):
        raise PluginUnfit(name=plugin_id, reason=problem[0], advice=problem[1])
    if keyword.iskeyword(module):
        raise PluginUnfit(name=plugin_id, reason="it is a word of Python's own.", advice="Give it another name.")
    made = []
    try:
        if folder.exists() and any(folder.iterdir()):
            raise PluginUnfit(name=plugin_id, reason=f"{folder} is not empty.", advice="Give --folder a new one.")
        for source, target in _FILES:
            text = (paths.resources() / "plugins" / "skeleton" / source).read_text("utf-8")
            path = folder / target.format(module=module)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled_in(text, plugin_id, module), "utf-8")
            made.append(path)
        (folder / "tests" / "__init__.py").touch()
    except OSError as error:
        raise DiskFull(path=str(folder), reason=error.strerror or str(error)) from error
    return made


def _filled_in(text: str, plugin_id: str, module: str) -> str:
    words = plugin_id.split("-")
    facts = {
        "@ID@": plugin_id,
        "@NAME@": " ".join(words).capitalize(),
        "@MODULE@": module,
        "@CLASS@": "".join(map(str.capitalize, words)),
        "@LAPWING@": ".".join(__version__.split(".")[:2]),
    }
    for placeholder, fact in facts.items():
        text = text.replace(placeholder, fact)
    return text
