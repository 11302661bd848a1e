"""The order of claims never changes a verdict, whatever the check."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.disputes.registry import CHECKS
from wireroom.disputes.whereabouts import Whereabouts, as_key
from wireroom.records.disputes import Claim, Disputed
from wireroom.records.links import Evidence
from wireroom.records.spans import Span

from disputes.made import PLACES  # isort: skip
from wireroom.records.places import PlaceMention  # isort: skip

PLACE_KEYS = [
    as_key([Whereabouts.of(PlaceMention(0, 1, name, "name", entry.precision, (entry,)))])
    for name, entry in PLACES.items()
]
KEYS = {
    "places": PLACE_KEYS,
    "dates": ["", "737000-737000", "737001-737003"],
    "actors": ["turkey", "russia", "rebels", "=watch", "russia|turkey"],
    "responsibility": ["turkey", "not:turkey", "russia", "not:russia", "terrorists"],
    "denials": ["happened", "did not happen"],
}
SAID = [None, "2019-03-01", "2019-03-01T10:00", "2019-03-01T15:30", "2019-03-02T09:00"]


def claims(name: str) -> st.SearchStrategy[list[Claim]]:
    number = st.sampled_from([736_999.0, 737_000.0, 737_001.0, 737_004.0])
    return st.lists(
        st.builds(
            lambda key, low, width, document, said, origin: Claim(
                "killed",
                f"{key} {low}",
                Evidence(document, Span(0, 5)),
                key=key,
                low=low,
                high=low + width,
                said=said,
                origin=origin,
            ),
            st.sampled_from(KEYS.get(name, [""])),
            number,
            st.sampled_from([0.0, 1.0, 3.0]),
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(SAID),
            st.sampled_from([None, 0, 1]),
        ),
        max_size=6,
    )


@settings(max_examples=40)
@given(st.data())
def test_the_order_of_claims_never_changes_a_verdict(data: st.DataObject) -> None:
    for check in CHECKS:
        found = data.draw(claims(check.name), label=check.name)
        verdict = check.compare(found)
        assert verdict.reason
        assert check.compare(found[::-1]) == verdict
        assert check.compare(data.draw(st.permutations(found))) == verdict
        if isinstance(verdict, Disputed):
            assert len(verdict.claims) > 1
            assert set(verdict.claims) <= set(found)
