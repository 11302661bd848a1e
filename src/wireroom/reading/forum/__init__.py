"""Forum pages saved as HTML: each engine one module, with the pieces that all of them share."""
