"""A Story to files; a Document to what a terminal shows."""
