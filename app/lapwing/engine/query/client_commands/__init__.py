"""What runs do for the commands of the vendors' clients that stand in scripts. No program is ever run here, and a file
is used only where a person has allowed it."""
