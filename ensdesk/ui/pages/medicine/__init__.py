"""« Ajouter un médicament »: one question a page, read back at the end."""

from ensdesk.ui.pages.medicine.name import AddMedicine

__all__ = ["AddMedicine"]
