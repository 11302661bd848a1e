"""What happened, to whom, where, when, how many."""

from wireroom.extraction.events.assembling import assemble
from wireroom.extraction.events.circumstances import lay_out
from wireroom.extraction.events.clauses import build_tree
from wireroom.extraction.events.learnt.casting import cast_passage
from wireroom.extraction.events.lexicon import lexicon_for
from wireroom.extraction.events.mentions import describe_mentions
from wireroom.extraction.events.passages import read_passage
from wireroom.extraction.events.triggers import find_triggers
from wireroom.records.annotations import AnnotatedText
from wireroom.records.attributions import Attribution
from wireroom.records.events import EventReport
from wireroom.records.languages import LanguagePack
from wireroom.records.values import Values
from wireroom.text.anonymity import find_anonymity

__all__ = ["find_events", "reads_events"]


def reads_events(pack: LanguagePack) -> bool:
    """Whether events are looked for in texts of the language: it has a list of triggers."""
    return bool(lexicon_for(pack).triggers)


def find_events(
    annotated: AnnotatedText,
    pack: LanguagePack,
    values: Values,
    attributions: tuple[Attribution, ...],
) -> tuple[EventReport, ...]:
    """The happenings that one passage reports, in order of their first mention.

    Types and modes are PLOVER's. Place, quantities and attribution are indexes into ``values``
    and ``attributions``. A language without a list of triggers has no events; without syntax
    there are no participants. Pronouns are not resolved: who is only "they" is left out.
    """
    lexicon = lexicon_for(pack)
    if not reads_events(pack) or not annotated.tokens:
        return ()
    tree = build_tree(annotated, lexicon)
    reading = read_passage(annotated, tree, lexicon, values)
    setting = lay_out(reading, values, attributions)
    unnamed = find_anonymity(annotated.text, annotated.span, pack.code)
    triggers = [
        trigger
        for trigger in find_triggers(reading)
        if not any(span.start <= tree.tokens[trigger.token].start < span.end for span in unnamed)
    ]
    casting = cast_passage(reading, triggers)
    mentions = describe_mentions(reading, setting, triggers, casting)
    return tuple(assemble(reading, setting, mentions, casting))
