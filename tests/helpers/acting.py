"""What a person does with the entries of the window's menus."""

from helpers.waiting import eventually_async
from lapwing.gui.shell.window import MainWindow


async def act(window: MainWindow, action_id: str) -> None:
    """As its menu entry or key does, once it can be used: the window looks what can be done when its loop turns."""
    action = window.actions_of_window.set.action(action_id)
    await eventually_async(action.isEnabled)
    action.trigger()
