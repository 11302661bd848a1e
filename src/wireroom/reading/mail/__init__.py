"""Letters: e-mail as it is saved, exported and attached."""
