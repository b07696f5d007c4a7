"""What pages are made of: large, calm, spoken."""
