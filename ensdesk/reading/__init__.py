"""Strangers' files, opened in a process of their own that can do nothing else."""
