"""Feeds: RSS, Atom, JSON Feed, and the lists of feeds that readers keep (OPML)."""
