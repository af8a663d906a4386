"""The right part of every head of the corpora and fixtures, for tools that try weights and costs."""
