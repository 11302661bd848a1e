"""Annotated text to attributions, values and event reports."""
