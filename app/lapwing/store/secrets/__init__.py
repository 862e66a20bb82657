"""The places in which secrets are kept or found, one module each. Every call may block, and may come from any thread.

Neither `keyring` nor `cryptography` is imported before the first call that needs it.
"""
