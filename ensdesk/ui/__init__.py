"""Windows: the only place, with `app`, that knows Qt."""
