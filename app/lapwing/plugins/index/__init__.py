"""Indexes: signed lists of plugins that can be installed."""
