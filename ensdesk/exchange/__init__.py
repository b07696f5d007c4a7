"""Files to and from elsewhere: the readable copy."""
