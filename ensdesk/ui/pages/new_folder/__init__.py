"""The pages that make a folder, one question each, nothing on disk before the yes."""
