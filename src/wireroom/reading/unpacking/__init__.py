"""Files that hold other files, to Pages."""
