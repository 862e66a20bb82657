"""`lapwing service ...`: what goes on in engines though nobody asks."""
