"""`lapwing webhook`: endpoints that are told of events, and what was delivered to them."""
