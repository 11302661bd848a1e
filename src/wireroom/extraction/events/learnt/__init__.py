"""Who did it to whom, by a model that was trained on filled templates of attacks (en.md)."""
