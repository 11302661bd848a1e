"""Attributions by a model that was trained on annotated articles (en.md)."""
