"""Tests on the development corpus."""
