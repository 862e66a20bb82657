"""Messages to Slack, and to chats that understand the same."""
