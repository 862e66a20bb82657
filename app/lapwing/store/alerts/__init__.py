"""What is kept of alerts: their states, what changed, what is to be told yet, and silences."""
