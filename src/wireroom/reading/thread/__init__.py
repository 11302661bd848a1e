"""A thread pasted as text: author names and links are lost, rank lines and furniture are left."""
