"""What builds keep between them, below ``.dossier/cache/``: it saves time, and nothing is ever lost with it.

A cache that is missing, cut short, damaged, written by another version or by two builds at once is not there. One that
cannot be written is done without.
"""
