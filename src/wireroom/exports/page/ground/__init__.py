"""The ground of a map: coasts, borders and divisions of the world, and what part of them to draw."""
