"""How well article pages are read, on invented pages whose every word is known."""
