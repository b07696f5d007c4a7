"""What is promised about the real process, seen from outside of it: `packaging/faults.py`."""
