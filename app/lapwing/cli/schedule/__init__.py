"""`lapwing schedule ...`: events that are told at their times."""
