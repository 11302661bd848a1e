"""Who is one speaker over Documents: rules, laws, and what a person decides."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.made_speakers import Speech, a_document
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.decisions import SpeakerDecision, SpeakerName, Verdict
from wireroom.records.stories import Speaker
from wireroom.stories.speakers import build_speakers, most_usual

_NAMES = (
    "Sergei Ivanov", "Igor Ivanov", "Сергей Иванов", "S. Ivanov", "И. Иванов", "Ivanov", "Иванов",
    "Иванова", "Anna Ivanova", "سيرغي إيفانوف", "Sergei Petrovich Ivanov", "Sergei P. Ivanov",
    "Mrs Ivanov", "the Ivanovs", "Sergei Ivanov Jr.", "Bush", "George Bush", "George W. Bush",
    "George H. W. Bush", "بوش", "Reuters", "Рейтер", "officials", "OPCW", "police",
    "Organisation for the Prohibition of Chemical Weapons",
)  # fmt: skip
_KINDS: dict[str, SpeakerKind] = {
    "Reuters": "agency", "Рейтер": "agency", "officials": "unnamed", "OPCW": "organisation",
    "police": "organisation",
    "Organisation for the Prohibition of Chemical Weapons": "organisation",
}  # fmt: skip

_speeches = st.lists(
    st.sampled_from(_NAMES).map(lambda name: (name, _KINDS.get(name, "person"))), max_size=5
)
_stories = st.lists(_speeches, min_size=1, max_size=4).map(
    lambda documents: [a_document(f"doc{at}", each) for at, each in enumerate(documents)]
)
_decisions = st.lists(
    st.builds(
        SpeakerDecision,
        st.builds(SpeakerName, st.sampled_from(_NAMES), st.sampled_from([None, "doc0", "doc1"])),
        st.builds(SpeakerName, st.sampled_from(_NAMES), st.sampled_from([None, "doc0", "doc1"])),
        st.sampled_from(["same", "not the same", "open"]),
    ),
    max_size=4,
)

Place = tuple[str, int]


def _groups(speakers: Iterable[Speaker]) -> set[frozenset[Place]]:
    return {
        frozenset((one.document, one.attribution) for one in (*each.statements, *each.deeds))
        for each in speakers
    }


def _names(documents: Sequence[Sequence[str]], *decisions: SpeakerDecision) -> list[list[str]]:
    made = [
        a_document(f"doc{at}", [(name, _KINDS.get(name, "person")) for name in names])
        for at, names in enumerate(documents)
    ]
    return sorted(sorted({one.name, *one.also}) for one in build_speakers(made, decisions))


def _decide(one: str, other: str, verdict: Verdict) -> SpeakerDecision:
    return SpeakerDecision(SpeakerName(one), SpeakerName(other), verdict, "Ada")


@given(_stories, _decisions, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(
    documents: list[AnalysedDocument], decisions: list[SpeakerDecision], random: st.DataObject
) -> None:
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = build_speakers(documents, decisions), build_speakers(shuffled, decisions)
    assert _groups(one) == _groups(other)
    assert {(each.name, each.also, each.joinings) for each in one} == {
        (each.name, each.also, each.joinings) for each in other
    }


@given(_stories, _decisions)
def test_every_statement_is_one_speaker_s(
    documents: list[AnalysedDocument], decisions: list[SpeakerDecision]
) -> None:
    places = [place for group in _groups(build_speakers(documents, decisions)) for place in group]
    assert len(places) == len(set(places))
    assert set(places) == {
        (each.document.id, at)
        for each in documents
        for at, _ in enumerate(each.analysis.attributions)
    }


@given(_stories, _speeches)
def test_a_document_more_parts_nobody_but_by_a_rival_for_a_short_name(
    documents: list[AnalysedDocument], speeches: list[Speech]
) -> None:
    before = build_speakers(documents)
    more = _groups(build_speakers([*documents, a_document("more", speeches)]))
    for speaker in before:
        rules = {joining.rule for joining in speaker.joinings}
        (group,) = _groups([speaker])
        if "story" not in rules:
            assert any(group <= other for other in more)


@given(_stories)
def test_two_given_names_are_never_one_person(documents: list[AnalysedDocument]) -> None:
    for speaker in build_speakers(documents):
        names = {speaker.name, *speaker.also}
        for one, other in (
            ({"Sergei Ivanov", "Сергей Иванов"}, {"Igor Ivanov"}),
            ({"S. Ivanov"}, {"И. Иванов", "Igor Ivanov"}),
            ({"George W. Bush"}, {"George H. W. Bush"}),
            ({"Sergei Ivanov"}, {"Sergei Ivanov Jr.", "Mrs Ivanov", "the Ivanovs"}),
            ({"Иванова", "Anna Ivanova"}, {"Ivanov", "Иванов"}),
        ):
            assert not (names & one and names & other)


@given(_stories)
def test_each_other_spelling_has_its_reason_and_its_characters(
    documents: list[AnalysedDocument],
) -> None:
    texts = {each.document.id: each.document.text for each in documents}
    for speaker in build_speakers(documents):
        told = {name for joining in speaker.joinings for name in (joining.one, joining.other)}
        assert set(speaker.also) <= told
        for joining in speaker.joinings:
            assert joining.reason
            shown = {one.span.of(texts[one.document]) for one in joining.evidence}
            assert shown == {joining.one, joining.other}


def test_a_family_name_is_its_only_bearer_s_in_each_document() -> None:
    told = [["Sergei Ivanov", "Ivanov"], ["Igor Ivanov", "Иванов"], ["Ivanov"]]
    assert _names(told) == [
        ["Igor Ivanov", "Иванов"], ["Ivanov"], ["Ivanov", "Sergei Ivanov"],
    ]  # fmt: skip


def test_a_family_name_alone_waits_for_who_bears_it() -> None:
    assert _names([["Ivanov"], ["Иванов"]]) == [["Ivanov", "Иванов"]]
    assert _names([["Ivanov"], ["Sergei Ivanov"]]) == [["Ivanov", "Sergei Ivanov"]]
    assert len(_names([["Ivanov"], ["Sergei Ivanov"], ["Igor Ivanov"]])) == 3


def test_a_name_in_arabic_of_no_known_kind_is_only_who_is_known_in_another_script() -> None:
    arabic: list[Speech] = [("فلاديمير بوتين", None), ("مصدر أمني", None)]
    made = [a_document("a", arabic), a_document("b", arabic)]
    assert len(build_speakers(made)) == 4
    made.append(a_document("c", [("Владимир Путин", "person")]))
    (putin, *others) = build_speakers(made)
    assert (len(putin.statements), len(others)) == (3, 2)


def test_officials_of_two_documents_are_two() -> None:
    speakers = build_speakers([a_document(name, [("officials", "unnamed")]) for name in "ab"])
    assert len(speakers) == 2


@pytest.mark.parametrize(
    ("decisions", "number"),
    [
        ([], 1),
        ([_decide("Ivanov", "Sergei Ivanov", "not the same")], 2),
        ([_decide("Ivanov", "Sergei Ivanov", "not the same"),
          _decide("Sergei Ivanov", "Ivanov", "open")], 1),
        ([_decide("Ivanov", "Sergei Ivanov", "not the same"),
          _decide("Sergei Ivanov", "Ivanov", "same")], 1),
        ([_decide("Ivanov", "Sergei Ivanov", "same"),
          _decide("Ivanov", "Sergei Ivanov", "not the same")], 2),
    ],
)  # fmt: skip
def test_the_last_decision_on_a_pair_holds(decisions: list[SpeakerDecision], number: int) -> None:
    assert len(_names([["Sergei Ivanov"], ["Ivanov"]], *decisions)) == number


def test_a_decision_joins_what_no_rule_would_and_says_whose_it_is() -> None:
    made = [a_document("a", [("Ada Berg", "person")]), a_document("b", [("the mayor", "office")])]
    (speaker,) = build_speakers(made, [_decide("Ada Berg", "the mayor", "same")])
    (joining,) = speaker.joinings
    assert (joining.rule, joining.reason) == ("decision", "decided by Ada")


def test_a_decision_on_one_document_leaves_the_others_as_they_are() -> None:
    made = [a_document(name, [("Sergei Ivanov", "person")]) for name in ("a", "b", "c")]
    parted = SpeakerDecision(
        SpeakerName("Sergei Ivanov", "a"), SpeakerName("Sergei Ivanov", "b"), "not the same"
    )
    assert sorted(len(one.statements) for one in build_speakers(made, [parted])) == [1, 2]


def test_what_somebody_did_is_no_statement_and_is_kept() -> None:
    made = a_document("a", [("Ada Berg", "person"), ("Ada Berg", "person")])
    first, second = made.analysis.attributions
    deed: Attribution = _without_family(second)
    analysis = type(made.analysis)("a", "en", attributions=(first, deed))
    (speaker,) = build_speakers([AnalysedDocument(made.document, analysis)])
    assert [one.attribution for one in speaker.statements] == [0]
    assert [one.attribution for one in speaker.deeds] == [1]


def _without_family(found: Attribution) -> Attribution:
    return Attribution(
        found.source, found.cue, found.content, found.kind, found.stance, found.speaker,
        found.speaker_kind,
    )  # fmt: skip


def test_the_fullest_name_is_shown() -> None:
    assert most_usual(["Varga", "Varga", "Ilse Varga"]) == "Ilse Varga"
    assert most_usual(["Варга", "Varga"]) == "Varga"
