"""The emergency sheet before there is a folder: one question a page, kept in memory only."""

from ensdesk.ui.pages.sheet_first.who import SheetFirst

__all__ = ["SheetFirst"]
