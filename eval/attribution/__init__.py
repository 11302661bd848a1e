"""Trains the model that finds attributions; see the card beside the model."""
