"""Tests of the page that explains a reading."""
