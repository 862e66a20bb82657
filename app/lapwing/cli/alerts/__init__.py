"""`lapwing alerts`: rules checked in a pipeline, and what fires."""
