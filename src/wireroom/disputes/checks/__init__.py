"""One check a field: each takes claims and says whether they can all hold."""
