"""Importing a plugin: its class, as the manifest's `entry` names it."""

import importlib
import sys

from lapwing.plugins.api import Plugin
from lapwing.plugins.host.protocol import Begin


def load(begin: Begin) -> Plugin:
    """An object of the plugin's class.

    Raises:
        ImportError: There is no such module or class.
        TypeError: The class is not made from `Plugin`.
        BaseException: What the plugin's own code raises.
    """
    sys.path[:0] = [begin.folder, *begin.libraries]
    module_name, _, class_name = begin.manifest.entry.partition(":")
    module = importlib.import_module(module_name)
    found = getattr(module, class_name, None)
    if found is None:
        raise ImportError(f"The module {module_name} has no class {class_name}.")
    if not (isinstance(found, type) and issubclass(found, Plugin)):
        raise TypeError(f"{begin.manifest.entry} is no class made from lapwing.plugins.api.Plugin.")
    return found()
