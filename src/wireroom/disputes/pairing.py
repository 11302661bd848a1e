"""Which sentence of one text is which of another: also when moved, reworded, split or joined.

Equal sentences are found by their hash; of those, the longest run that keeps its order stays in
place (a patience diff), the others have moved. What is left is paired by the words in common,
looked up through the rarer words. Time grows with the length of the texts and hardly more.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Set by hand on invented pairs: below this share of common words two sentences are two.
ALIKE = 0.5
ALIKE_IN_PLACE = 0.3  # for the only two sentences between two that are equal
HELD = 0.75  # the share of a piece's words that the whole must have
_COMMON = 40  # sentences; a word that is in more of them leads to no candidates
_CANDIDATES = 8
_LEAST = 3  # words of a piece that the whole need not have all of


@dataclass(frozen=True, slots=True)
class Pair:
    """Old and new sentences that are the same one, by index; one side may be empty.

    ``equal`` where nothing differs, ``in_place`` False where it stands out of the old order.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    equal: bool = False
    in_place: bool = True


def pair_sentences(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[Pair]:
    """Pairs that together hold every old and every new sentence once, in the new order.

    A sentence is the sequence of its words; those that are gone come where they stood.
    """
    equal = _equal(old, new)
    kept = set(_longest_rising(equal))
    matched = dict(equal)
    alike = _alike(old, new, matched)
    pairs = [Pair((i,), (j,), True, (i, j) in kept) for i, j in equal]
    grouped = _with_pieces(old, new, matched, alike)
    return _placed([*pairs, *grouped])


def _equal(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The n-th occurrence of a sentence in one with the n-th in the other."""
    places: dict[tuple[tuple[str, ...], int], int] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for index, sentence in enumerate(old):
        key = tuple(sentence)
        places[key, seen[key]] = index
        seen[key] += 1
    found, seen = [], Counter()
    for index, sentence in enumerate(new):
        key = tuple(sentence)
        if (key, seen[key]) in places:
            found.append((places[key, seen[key]], index))
        seen[key] += 1
    return found


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence, given in the new order, that is in the old order too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (old, _) in enumerate(pairs):
        at = bisect_left(tails, old)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(old)
            ends.append(index)
        else:
            tails[at], ends[at] = old, index
    chain, index = [], ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _alike(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], matched: dict[int, int]
) -> dict[int, int]:
    """New index to old index of sentences that are reworded; the best pairs first."""
    taken = set(matched.values())
    left = [i for i in range(len(old)) if i not in matched]
    right = [j for j in range(len(new)) if j not in taken]
    bags = {i: Counter(old[i]) for i in left}
    scored: list[tuple[float, int, int]] = []
    for j, candidates in _candidates(old, new, left, right):
        bag = Counter(new[j])
        scored.extend((_dice(bags[i], bag), i, j) for i in candidates)
    found: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
        if score >= ALIKE and i not in used and j not in found:
            found[j] = i
            used.add(i)
    _alone(old, new, matched, found)
    return found


def _candidates(
    old: Sequence[Sequence[str]],
    new: Sequence[Sequence[str]],
    left: Iterable[int],
    right: Iterable[int],
) -> Iterable[tuple[int, list[int]]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i in left:
        for word in sorted(set(old[i])):
            holders[word].append(i)
    for j in right:
        votes: Counter[int] = Counter()
        for word in sorted(set(new[j])):
            if len(holders.get(word, ())) <= _COMMON:
                votes.update(holders.get(word, ()))
        best = sorted(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - j), vote[0]))
        yield j, [i for i, _ in best[:_CANDIDATES]]


def _dice(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _alone(
    old: Sequence[Sequence[str]],
    new: Sequence[Sequence[str]],
    matched: dict[int, int],
    found: dict[int, int],
) -> None:
    """Pair the only old and the only new sentence that are left between two equal ones."""
    settled = {j: i for i, j in matched.items()} | found
    used = set(settled.values())
    for j in range(len(new)):
        if j in settled:
            continue
        i = settled.get(j - 1, -1) + 1 if j else 0
        after = settled.get(j + 1, len(old) if j + 1 == len(new) else -1)
        alone = i < len(old) and i not in used and after == i + 1
        if alone and _dice(Counter(old[i]), Counter(new[j])) >= ALIKE_IN_PLACE:
            found[j] = i


def _with_pieces(
    old: Sequence[Sequence[str]],
    new: Sequence[Sequence[str]],
    matched: dict[int, int],
    alike: dict[int, int],
) -> list[Pair]:
    """The reworded pairs with the pieces that a sentence was cut into, and what is left alone."""
    olds = {j: [i] for j, i in alike.items()}
    news = {j: [j] for j in alike}
    by_old = {i: j for j, i in alike.items()}
    old_left = [i for i in range(len(old)) if i not in matched and i not in by_old]
    taken = set(matched.values()) | set(alike)
    new_left = [j for j in range(len(new)) if j not in taken]
    for j in list(new_left):
        home = next((n for n in (j - 1, j + 1) if n in olds), None)
        if home is not None and _held(new[j], old[olds[home][0]], new[home]):
            news[home].append(j)
            new_left.remove(j)
    for i in list(old_left):
        home = next((by_old[n] for n in (i - 1, i + 1) if n in by_old), None)
        if home is not None and _held(old[i], new[home], old[olds[home][0]]):
            olds[home].append(i)
            old_left.remove(i)
    pairs = [Pair(tuple(sorted(olds[j])), tuple(sorted(news[j]))) for j in alike]
    pairs.extend(Pair((i,), ()) for i in old_left)
    pairs.extend(Pair((), (j,)) for j in new_left)
    return pairs


def _held(piece: Sequence[str], whole: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the whole has the words of a piece, over and above those of its other piece."""
    bag = Counter(piece)
    rest = Counter(whole) - Counter(other)
    common = (bag & rest).total()
    return common == bag.total() or (bag.total() >= _LEAST and common >= HELD * bag.total())


def _placed(pairs: list[Pair]) -> list[Pair]:
    """In the new order; what is gone after the last sentence before it that stayed."""
    where = {i: pair.new[0] for pair in pairs if pair.new for i in pair.old if pair.in_place}
    last, spots = -1, {}
    for i in range(max((i for pair in pairs for i in pair.old), default=-1) + 1):
        last = where.get(i, last)
        spots[i] = last
    return sorted(
        pairs,
        key=lambda pair: (pair.new[0], 0, 0) if pair.new else (spots[pair.old[0]], 1, pair.old[0]),
    )
