"""What the words of one line say, wherever it stands."""
