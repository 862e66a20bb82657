"""The services of the engine: one life cycle, one log each, one place where persons start and stop them."""
