"""Chats that Telegram Desktop exported, as JSON and as HTML."""
