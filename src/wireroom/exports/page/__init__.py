"""The one-file report: contexts made from a Story, and the templates that show them."""
