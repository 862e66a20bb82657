"""`lapwing plugin`: plugins, their packages, keys and places."""
