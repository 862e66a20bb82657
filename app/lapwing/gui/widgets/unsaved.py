"""What was typed into a dialog and not saved is asked about before it goes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from lapwing.gui.widgets.banner import Banner, Level


def ask_to_drop(banner: Banner, go: Callable[[], object]) -> None:
    """Say that it is not saved, and offer to drop it; `go` is called when a person does."""
    banner.say(Level.WARNING, QCoreApplication.translate("Unsaved", "What you changed here is not saved."))
    drop = banner.add_action(QCoreApplication.translate("Unsaved", "Drop it"), name=f"{banner.objectName()}.drop")
    drop.clicked.connect(go)
    drop.show()
    drop.setFocus()
