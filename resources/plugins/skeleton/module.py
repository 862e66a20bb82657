"""@NAME@: a plugin for Lapwing."""

from lapwing.plugins.api import ConnectionInfo, Document, DocumentPart, PartKind, Plugin, QueryOutcome


class @CLASS@(Plugin):
    """Counts the statements that did well."""

    def initialize(self) -> None:
        self.statements = 0
        self.context.log("It begins to count.")

    def on_query_complete(self, outcome: QueryOutcome) -> None:
        self.statements += 1

    def panel(self, panel_id: str, connection: ConnectionInfo | None) -> Document:
        figures = (("Statements", str(self.statements)),)
        return Document(self.context.config["greeting"], (DocumentPart(PartKind.KEY_VALUES, pairs=figures),))
