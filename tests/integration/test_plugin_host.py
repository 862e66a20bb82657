"""A plugin runs in a process of its own: its hooks are called there, and nothing that it does harms anybody."""

from helpers.made_plugins import Heard, hosted, launch_of
from lapwing.plugins.api import ConnectionInfo, QueryInfo, QueryOutcome

WITHIN_S = 60.0
OUTCOME = QueryOutcome(QueryInfo("1", ConnectionInfo("a", "A", "sqlite"), "SELECT 1", "read"), 0.5, 7)

LIVELY = """
    class Made(Plugin):
        def initialize(self):
            self.rows = 0
            self.context.log(f"hello from {self.context.plugin_id}")

        def on_query_complete(self, outcome):
            self.rows += outcome.rows

        def handle_event(self, event):
            return {"rows": self.rows, "size": self.context.config["size"], "type": event.type}

        def panel(self, panel_id, connection):
            return Document(panel_id, (DocumentPart(PartKind.KEY_VALUES, pairs=(("rows", str(self.rows)),)),))
"""


async def test_hooks_are_called_in_a_process_of_its_own_and_answer(tmp_path):
    heard = Heard()
    async with hosted(launch_of(tmp_path, LIVELY, config={"size": 3}), heard) as plugin:
        assert plugin.error is None
        assert plugin.is_running
        await plugin.call("on_query_complete", OUTCOME, within_s=WITHIN_S)
        document = await plugin.call("panel", "main", None, within_s=WITHIN_S)
        assert document.parts[0].pairs == (("rows", "7"),)
    assert ("info", "hello from made") in heard.lines
    assert not plugin.is_running
