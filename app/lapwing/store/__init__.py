"""What the engine keeps for itself."""
