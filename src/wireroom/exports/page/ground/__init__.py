"""The ground of a map: coasts, borders and divisions, and what part of them to draw."""
