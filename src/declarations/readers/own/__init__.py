"""Our own pages, HTML and Markdown, back to the very blocks that they were written from, without recognition."""
