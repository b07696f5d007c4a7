"""What a person can do with a folder: the use cases, without any window."""
