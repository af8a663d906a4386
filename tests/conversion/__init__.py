"""Tests of the verbs: what crosses formats."""
