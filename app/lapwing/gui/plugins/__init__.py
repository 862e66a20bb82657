"""Plugins in the window: what they show, where they are managed and installed. No code of a plugin runs here."""
