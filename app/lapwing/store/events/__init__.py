"""The events that were told, as long as the settings say."""
