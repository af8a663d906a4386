"""What is known about languages: data in files, and the functions that look things up in it."""
