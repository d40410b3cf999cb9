"""The frozen records, and the values they are made of."""
