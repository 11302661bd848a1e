"""Who the source is."""
