"""Growth of time and memory with the length of the input, for every shape that an input may have."""
