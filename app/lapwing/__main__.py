"""The command line's door. `lapwing` alone opens the window; what each way needs is imported only there."""

import atexit
import gc
import sys

_IMPORTED = 200_000
"""Containers made before garbage is looked for: more than are imported, which are none. Looking through them again and
again took a third of the time of a short command."""
_IMPORTED_BY_PLUGINS = 50_000
_COMMANDS = {"query", "doctor", "operations", "help", "--help", "-h", "--version"}


def main() -> int:
    """Do what the arguments say; returns the exit code."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:  # while something was being imported
        sys.stderr.write("lapwing: Interrupted.\n")
        return 130


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first == "engine":
        gc.disable()  # what is imported is no garbage; it begins to collect when it begins to serve
        from lapwing.engine.process import main as engine_main
        from lapwing.server.attach import attach

        return engine_main(attach)
    if first == "plugin-host":
        _collect_seldom(_IMPORTED_BY_PLUGINS)
        from lapwing.plugins.runner.main import main as plugin_main

        return plugin_main(arguments[1:])
    if first == "search-worker":
        _collect_seldom()
        from lapwing.gui.editor.search_worker import main as search_main

        return search_main()
    if first == "picture-worker":
        _collect_seldom()
        from lapwing.gui.plugins.picture_worker import main as picture_main

        return picture_main()
    if first in _COMMANDS or (first and not _opens_window(first)):
        _collect_seldom()
        from lapwing.cli.main import main as cli_main

        return cli_main(arguments)
    gc.disable()  # until `gui.collector` collects
    from lapwing.gui.main import main as window_main

    return window_main(arguments)


def _collect_seldom(made: int = _IMPORTED) -> None:
    """Neither window nor engine, which collect nothing until they are there, and then as usual."""
    gc.set_threshold(made, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # or the interpreter would look through everything once more before it ends


def _opens_window(argument: str) -> bool:
    """Options of the window, URLs and paths open it; any other word is a command, known or not."""
    import os

    return argument.startswith("-") or "://" in argument or os.sep in argument or os.path.exists(argument)


if __name__ == "__main__":
    sys.exit(main())
