"""PDF documents that have text in them, to Documents."""
