"""From inputs to a comparison, for the commands that need one."""

from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import with_progress
from wireroom.cli.working import analyse_all
from wireroom.records.analyses import AnalysedDocument


def analysed_documents(named: Inputs, workers: int) -> tuple[AnalysedDocument, ...]:
    """The analysis of every Document that can be read; the others are named on standard error."""
    analysed = []
    for outcome in with_progress(analyse_all(named.documents(), workers), "analysing"):
        if isinstance(outcome, Exception):
            named.report(outcome)
        else:
            analysed.append(outcome)
    return tuple(analysed)
