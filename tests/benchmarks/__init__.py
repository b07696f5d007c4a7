"""Speed as ratios against a baseline in the same run: `python3 packaging/bench.py`."""
