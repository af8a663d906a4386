"""Tests of the stair from declaration to page."""
