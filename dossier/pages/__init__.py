"""What each page shows: one function a kind, from the dossier to finished views."""
