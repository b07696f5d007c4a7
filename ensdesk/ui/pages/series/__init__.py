"""A blood pressure on several days: begun once, measured a page a measurement, read at the end."""
