"""Facts about strings: no records, no languages."""
