"""The commands: parse, call, print, decide nothing."""

from importlib import import_module

import click

from wireroom import __version__

# The commands in the order of --help, each with its module; a module is loaded when its command
# is called, so that `wireroom --help` answers at once.
COMMANDS = {
    "read": "wireroom.cli.read",
    "analyse": "wireroom.cli.analyse",
    "compare": "wireroom.cli.compare",
    "report": "wireroom.cli.report",
    "batch": "wireroom.cli.batch",
    "explain": "wireroom.cli.explain",
    "versions": "wireroom.cli.versions",
    "check-translation": "wireroom.cli.check_translation",
}


class Commands(click.Group):
    """A group that loads a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wireroom")
def main() -> None:
    """Who reported what, on whose word, from how many independent origins, and where the reports
    disagree. It never rules on truth.

    Every command takes files, folders, globs and - for standard input, and prints JSON Lines.
    """
