"""Which page of the manual tells of what: F1 opens the page of what has the focus, or of what that stands in."""

from typing import Final

from PySide6.QtWidgets import QWidget

FIRST: Final = "01-first-steps.md"

PLACES: Final[dict[str, str]] = {
    # the window
    "navigator": "21-navigator-and-objects.md",
    "welcome": FIRST,
    "command_palette": "30-the-window.md#Commands and open anything",
    "open_anything": "30-the-window.md#Commands and open anything",
    "jobs_list": "23-export.md#Jobs",
    "status_lock": "14-read-only.md",
    # an editor tab
    "query_tab": "25-editor.md",
    "code_find_bar": "25-editor.md#Find and replace",
    "completion.list": "16-completion.md#Completion",
    "tool_row": "03-transactions.md",
    "result_pane": "24-results-and-grid.md",
    "result_tabs": "24-results-and-grid.md#Several results",
    "messages": "02-results.md",
    "find_bar": "24-results-and-grid.md#Filter",
    "filter_bar": "24-results-and-grid.md#Filter",
    "inspector": "24-results-and-grid.md#The inspector",
    # other pages
    "table_tab": "22-table-data.md",
    "condition_row": "22-table-data.md#Which rows, and in which order",
    "properties_page": "21-navigator-and-objects.md#Properties",
    "history_page": "26-history-and-transactions.md",
    "sessions_part": "34-sessions-and-locks.md",
    "statements_part": "36-statements-advice-configuration.md#Statements",
    "advice_part": "36-statements-advice-configuration.md#Advice",
    "settings_part": "36-statements-advice-configuration.md#Configuration",
    "alerts_page": "35-alerts.md",
    "events_page": "37-events.md",
    "services_page": "38-services.md",
    "webhooks_page": "39-webhooks.md",
    "webhooks_received": "40-webhook-listener.md",
    "webhooks_senders": "40-webhook-listener.md",
    "plugins_page": "41-plugins.md#In the window",
    "plugin_panel_page": "41-plugins.md#What plugins add",
    # dialogs
    "install_plugin": "41-plugins.md#Before it is installed",
    "plugin_answer": "41-plugins.md#What plugins add",
    "remove_plugin": "41-plugins.md#In the window",
    "webhook_endpoint": "39-webhooks.md",
    "webhook_sender": "40-webhook-listener.md",
    "webhook_listener": "40-webhook-listener.md",
    "connection_dialog": "07-connections.md",
    "environments": "31-environments.md",
    "annotation_dialog": "33-metric-history.md#Annotations",
    "alert_rule": "35-alerts.md#Rules",
    "alert_rule_expression": "35-alerts.md#The language",
    "alert_channel": "35-alerts.md#Channels",
    "end_sessions": "34-sessions-and-locks.md#Cancelling and ending",
    "confirm_run": "31-environments.md#What is asked",
    "connection_ssh": "29-ssh-tunnels.md",
    "host_key_question": "29-ssh-tunnels.md#Host keys",
    "connection_behaviour": "31-environments.md#A connection of its own kind",
    "connection_start": "07-connections.md#Start-up SQL",
    "connection_options": "15-connection-options.md",
    "secret_prompt": "10-passwords.md",
    "import_connections": "27-lists-of-connections.md#From another program",
    "settings": "28-settings.md",
    "key_page": "28-settings.md#Keys",
    "export_dialog": "23-export.md",
    "file_import_dialog": "46-import.md",
    "parameters_dialog": "19-parameters.md#In the window",
    "object_change": "21-navigator-and-objects.md#Truncate and drop",
    "changes_dialog": "22-table-data.md#Saving",
    "conflict_dialog": "22-table-data.md#Saving",
    "value_dialog": "22-table-data.md#Changing rows",
    "column_list": "24-results-and-grid.md#Columns",
    "local_history": "25-editor.md#Local history",
    "run_file": "17-scripts.md",
    "about": "05-when-something-goes-wrong.md",
}
"""Page, and behind `#` its section, by the objectName of a widget."""


def place_of(widget: QWidget | None) -> str:
    """The place in the manual for what has the focus: of the nearest widget around it that has one."""
    while widget is not None:
        if (place := PLACES.get(widget.objectName())) is not None:
            return place
        widget = widget.parentWidget()
    return FIRST
