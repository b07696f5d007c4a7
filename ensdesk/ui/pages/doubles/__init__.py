"""« Faire un double »: where, the work, what was done; and trying it."""

from ensdesk.ui.pages.doubles.make import MakeDouble

__all__ = ["MakeDouble"]
