"""`lapwing monitor`: a server's figures in a terminal."""
