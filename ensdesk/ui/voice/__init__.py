"""A page read aloud, by the voice of this computer."""
