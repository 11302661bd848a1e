"""All of it to a Story."""

from wireroom.stories.assembling import build_story

__all__ = ["build_story"]
