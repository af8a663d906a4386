"""Segmentation: the document is told from the page around it, and cut into blocks as its author meant them."""
