"""English.

Whatever imports spaCy here imports it through this package first, without its command line.
"""

import sys
from importlib import import_module
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def _import_spacy() -> None:
    """spaCy without its commands: for one function of theirs it would import a web client, a
    downloader and a builder of projects, a third of the time that it takes. They can be imported
    as ever afterwards; only ``spacy.info`` is missing."""
    if "spacy" in sys.modules:
        return
    for name in _COMMAND_LINE:
        sys.modules[name] = ModuleType(name)
    sys.modules["spacy.cli.info"].__dict__["info"] = None
    try:
        import_module("spacy")
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


_import_spacy()
