"""What happened, as events: the list, its filters, one event as other programs see it."""
