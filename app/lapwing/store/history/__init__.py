"""The history of statements: an SQLite file in the profile's store that several engines may write at once."""
