"""Many documents on many processors or machines: parts of files in, parts of tables out.

Needs the extra ``batch`` (``pip install 'wireroom[batch]'``), and ``ray`` for a Ray cluster.
Nothing outside of this room imports what they bring.
"""
