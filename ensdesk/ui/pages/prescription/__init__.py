"""« Recopier l’ordonnance »: line by line, read back whole, written in one change."""

from ensdesk.ui.pages.prescription.which import CopyPrescription

__all__ = ["CopyPrescription"]
