"""What schedules did, and up to which time they were looked at."""
