"""A copy that leaves the folder: where, what, for whom, readable or closed; then written."""

from ensdesk.ui.pages.copy_out.summary import CopyOut

__all__ = ["CopyOut"]
