"""`lapwing listener`: who may send webhooks here, and what came."""
