"""Make the schemas of the records from the model and the XML vocabulary: `python -m tools.schemas`.

`patterns` and `rules` hold what the types of the model do not say, one module a syntax writes it down.
"""
