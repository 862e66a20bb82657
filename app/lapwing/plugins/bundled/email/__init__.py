"""Events as mail."""
