"""Plugins: the contract, their packages, how they are installed, and the processes that they run in."""
