"""From single records to one dossier: every reference is followed, and what leads nowhere is told."""
