"""The services of the engine, as a person sees them."""
