"""Tests of the tools that work on the project itself."""
