"""Who said what in Russian, by rules over the syntax: each cue word with what it governs."""
