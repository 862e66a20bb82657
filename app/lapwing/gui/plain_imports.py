"""Python's own import, where Qt's binding has put one of its own in its place.

PySide6 (6.11, `shibokensupport/feature.py`) reads the source of every module that is imported after it, to see whether
it names PySide6 and so might want its snake_case features, and keeps the lines. Nobody here wants them, and it took a
sixth of the time in which the window is started.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - which replaces the import


def use_plain_imports() -> None:
    """Import as Python does from now on. Before everything else of the window is imported; Qt's thread."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
