"""The HTTP face: the webhook listener. No product logic: what is asked for is done by the engine."""
