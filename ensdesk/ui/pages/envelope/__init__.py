"""« Et si je ne peux plus ouvrir mon dossier ? »: an envelope, three relatives, or nobody."""
