"""Paper: the only place that knows reportlab."""
