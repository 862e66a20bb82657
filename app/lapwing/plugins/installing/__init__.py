"""Installing plugins: where they lie, what fits, and how one takes another's place in one step."""
