"""`lapwing metric`: a person's own SQL as metrics."""
