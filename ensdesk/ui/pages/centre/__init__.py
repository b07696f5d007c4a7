"""The pages that only a computer of a centre has: visitors come, and leave nothing."""
