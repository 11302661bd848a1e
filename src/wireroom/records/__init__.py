"""The nouns: frozen records, typed, with no behaviour beyond themselves."""
