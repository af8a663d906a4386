"""From one syntax to blocks: every module has one function, `read_page`."""
