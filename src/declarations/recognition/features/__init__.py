"""What is seen in each block, once."""
