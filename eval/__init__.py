"""How good, and how fast: figures measured on open sets, and the floors under them."""
