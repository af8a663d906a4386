"""Resolution Collections of edoxen v1 (YAML); `streams` reads and writes them.

Nothing is loaded here, so that what edoxen has no place for can be told without PyYAML.
"""
