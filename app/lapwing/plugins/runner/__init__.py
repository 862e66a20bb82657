"""The process that a plugin runs in: `lapwing plugin-host DESCRIPTOR`, started by `lapwing.plugins.host`.

It imports the contract and nothing else of Lapwing, confines itself, and only then imports the plugin.
"""
