"""The locked box: the only place that knows the database, the keys and the keychain."""
