"""The host's side of plugins' processes.

`launch` says what is started, `process` is one process and its line, `hosted` keeps a plugin running through several of
them, `protocol` is what both sides say (the other one is `lapwing.plugins.runner`).

To run a plugin in a test (`tests/helpers/made_plugins.py`): either code that the test writes,

    heard = Heard(connections=())  # what functions of the context answer, by name
    async with hosted(launch_of(tmp_path, code), heard) as plugin:  # code with `class Made(Plugin)`
        await plugin.call("panel", "main", None, within_s=60)

or a folder with a manifest: `hosted(Launch(manifest, folder, tmp_path / "data", granted, config), heard)`.
"""
