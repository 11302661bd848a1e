"""Places, times and numbers in a text."""
