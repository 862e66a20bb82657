"""What happens in the engine, told as cloud events, and kept."""
