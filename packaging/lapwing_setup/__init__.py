"""What `packaging/bootstrap.py` does, one step per module. Standard library only: nothing is installed yet."""
