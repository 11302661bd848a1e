"""A thread pasted as text: links are lost; names, cards, dates and buttons stand among words."""
