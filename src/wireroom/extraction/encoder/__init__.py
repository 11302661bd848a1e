"""What a small encoder makes of a passage, read once for attributions and for events (en.md)."""

from wireroom.extraction.encoder.encoding import Encoder, Read, Vectors, encoder_for
from wireroom.extraction.encoder.reading import flowing
from wireroom.extraction.encoder.sessions import open_session

__all__ = ["Encoder", "Read", "Vectors", "encoder_for", "flowing", "open_session"]
