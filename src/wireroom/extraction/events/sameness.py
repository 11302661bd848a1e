"""Whether a mention speaks of a happening that is known."""

from wireroom.extraction.events.circumstances import Setting
from wireroom.extraction.events.clauses import OBJECT, SUBJECT, Tree, ancestors, dependents
from wireroom.extraction.events.grounds import places_fit
from wireroom.extraction.events.happenings import Happening, counted_in, heads_of, is_bare
from wireroom.extraction.events.learnt.casting import Casting
from wireroom.extraction.events.mentions import Mention
from wireroom.extraction.events.passages import Reading
from wireroom.records.dates import PartialDate

_FAR = 25  # sentences after which nothing is taken up again without a name in common
_ALONE = frozenset({"abduct", "arson", "robbery", "hijack", "arrest"})

# The chances that two speak of one attack from which, and up to which, the model is believed
# whatever the rules find.
_TOGETHER, _APART = 0.8, 0.15


def is_same(
    reading: Reading, setting: Setting, casting: Casting, mention: Mention, known: Happening
) -> bool:
    """Whether the mention may be taken for a further one of the happening."""
    if _denied_apart(known, mention) or _each_its_own(reading.tree, known, mention):
        return False
    told = _as_the_model_has_it(reading, setting, casting, mention, known)
    if told is not None:
        return told
    return _as_rules_have_it(reading, setting, mention, known)


def _as_the_model_has_it(
    reading: Reading, setting: Setting, casting: Casting, mention: Mention, known: Happening
) -> bool | None:
    """Whether the model is sure of it; None where it is not, or one hangs on the other."""
    chance = casting.together(mention.trigger.token, [x.trigger.token for x in known.mentions])
    if chance is None or _linked(reading.tree, known, mention):
        return None
    if chance >= _TOGETHER and not _kept_apart(setting, mention, known):
        return True
    return False if chance <= _APART else None


def _as_rules_have_it(
    reading: Reading, setting: Setting, mention: Mention, known: Happening
) -> bool:
    last, tree = known.last, reading.tree
    if last.type != mention.type:
        crime = {last.type, mention.type} <= {"ASSAULT", "CRIME"}
        return crime and _modes_fit(known.mode, mention.mode) and _linked(tree, known, mention)
    if not _modes_fit(known.mode, mention.mode):
        return _linked(tree, known, mention) and not _parted(known.mode, mention.mode)
    if _linked(tree, known, mention):
        return True
    if mention.fresh or mention.sentence - last.sentence > _FAR:
        return False
    if _places_agree(setting, known, mention) and _dates_agree(known, mention):
        return _fits(setting, mention, known)
    return False


def _each_its_own(tree: Tree, known: Happening, mention: Mention) -> bool:
    """ "rebels shelled the port and the army bombed the camp": two clauses that are coordinated,
    each with its own subject and its own object."""
    first, second = known.last.trigger.token, mention.trigger.token
    if tree.tokens[second].dep != "conj" or tree.tokens[second].head != first:
        return False
    for labels in (SUBJECT, OBJECT):
        here, there = (
            {tree.keys[one] for one in dependents(tree, verb, labels)} for verb in (first, second)
        )
        if not here or not there or here & there:
            return False
    return True


def _kept_apart(setting: Setting, mention: Mention, known: Happening) -> bool:
    """Whether modes, places or days that are told speak against it."""
    return not (
        _modes_fit(known.mode, mention.mode)
        and _places_agree(setting, known, mention)
        and _dates_agree(known, mention)
    )


def _denied_apart(known: Happening, mention: Mention) -> bool:
    """Whether one of the two is denied and the other told as a fact, and they name nobody in
    common: what somebody says did not happen is no further mention of what did."""
    denied = mention.certainty == "denied"
    if all((one.certainty == "denied") == denied for one in known.mentions):
        return False
    return not known.heads & heads_of(mention)


def _fits(setting: Setting, mention: Mention, known: Happening) -> bool:
    """Whether a mention that contradicts nothing is tied to what is known."""
    last = known.last
    shared = known.heads & heads_of(mention)
    if mention.vague and not shared:
        return mention.sentence - last.sentence <= 3
    if mention.definite:
        return True
    if shared or is_bare(mention) or _says_same(known, mention, setting):
        return True
    return _goes_on(known, mention)


_NEAR = 1  # sentences
_NEAR_MODE = 5  # the same where both are of one mode


def _goes_on(known: Happening, mention: Mention) -> bool:
    """The next sentences tell more of it, unless they name somebody else on both sides."""
    far = _NEAR_MODE if known.mode is not None and known.mode == mention.mode else _NEAR
    if mention.sentence - known.last.sentence > far:
        return False
    has = mention.participants
    return not (has.targets and known.hit) or not (has.actors and known.acted)


def _says_same(known: Happening, mention: Mention, setting: Setting) -> bool:
    """The same number of dead, or the same place and day."""
    if known.counted & counted_in(setting, mention):
        return True
    if mention.place is None or known.place is None:
        return False
    a, b = setting.values.places[mention.place], setting.values.places[known.place]
    near = a.precision != "country" and a.name.casefold() == b.name.casefold()
    return near and mention.sentence - known.last.sentence <= 6


def _modes_fit(one: str | None, other: str | None) -> bool:
    if one == other or one is None or other is None:
        return one == other or not {one, other} & _ALONE
    return {one, other} <= {"suicide-attack", "explosives"} or "assassinate" in (one, other)


def _parted(one: str | None, other: str | None) -> bool:
    return bool({one, other} & _ALONE)


def _linked(tree: Tree, known: Happening, mention: Mention) -> bool:
    """Whether one trigger hangs on the other in their sentence."""
    for other in known.mentions[-4:]:
        if other.sentence != mention.sentence:
            continue
        a, b = other.trigger.token, mention.trigger.token
        if (
            _hangs(tree, a, b)
            or _hangs(tree, b, a)
            or (other.type == "ASSAULT" and _beside(tree, a, b))
        ):
            return True
    return False


_BRIDGES = frozenset({"prep", "pobj", "agent", "advcl", "nsubj", "nsubjpass", "dobj", "acl", "obj"})
_BRIDGES |= {"relcl", "obl", "nsubj:pass", "nmod", "pcomp", "xcomp", "acl:relcl", "appos"}
_BRIDGES |= {"compound", "amod", "oprd"}


def _beside(tree: Tree, one: int, other: int) -> bool:
    """ "killed three and wounded five"."""
    return tree.tokens[other].dep == "conj" and tree.tokens[other].head == one


def _hangs(tree: Tree, below: int, above: int) -> bool:
    for steps, one in enumerate(ancestors(tree, below, 4)):
        if tree.tokens[below].dep not in _BRIDGES and not (steps and one == above):
            return False
        if one == above:
            return True
        below = one
    return False


def _places_agree(setting: Setting, known: Happening, mention: Mention) -> bool:
    if known.place is None or mention.place is None or not mention.attached:
        return True
    places = setting.values.places
    return places_fit(places[known.place], places[mention.place])


def _dates_agree(known: Happening, mention: Mention) -> bool:
    a, b = PartialDate.parse(known.date), PartialDate.parse(mention.date)
    return a is None or b is None or a.agrees_with(b)
