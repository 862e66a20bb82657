"""What the place of a tab is called, wherever a person is asked about it."""

from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.place import Place


def place_name(place: Place, saved: SavedConnections) -> str:
    """The connection's name, or the URL, and the database where that is another one than the connection's."""
    connection = saved.find(place.connection_id)
    return " · ".join(filter(None, (connection.name if connection is not None else place.url, place.database)))
