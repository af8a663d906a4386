"""How exactly and how fast dates are read in all locales, beside peers: `python -m tests.benchmarks.dates`."""
