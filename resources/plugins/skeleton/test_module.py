"""Run with `python -m unittest` in the plugin's folder, or with pytest."""

import unittest
from pathlib import Path

from lapwing.plugins.testing import outcome, started

FOLDER = Path(__file__).resolve().parents[1]


class @CLASS@Test(unittest.TestCase):
    def test_it_counts_statements(self) -> None:
        plugin = started(FOLDER)
        plugin.on_query_complete(outcome("SELECT 1"))
        plugin.on_query_complete(outcome("SELECT 2"))
        (part,) = plugin.panel("main", None).parts
        self.assertEqual(part.pairs, (("Statements", "2"),))

    def test_it_greets_as_its_setting_says(self) -> None:
        self.assertEqual(started(FOLDER, greeting="Moin").panel("main", None).title, "Moin")


if __name__ == "__main__":
    unittest.main()
