"""What the generator costs: beside others (``python -m benchmarks``), in search, and on paper."""
