"""What the dossier as a whole must hold: each check is a short function."""
