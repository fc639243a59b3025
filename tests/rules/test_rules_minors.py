"""While minors are protected, run sheets hold neither goods that are barred nor prompts that lure."""

from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import HOUR, MINUTE
from console.rules.live_advice import RAFFLES
from console.rules.live_script import Cue, CueKind, Script, Template, script_from
from console.rules.minors import PROMPTS, Minors, barred_cues, without_barred, without_prompts

WINE = Minors(barred={"7": "alcohol"})
CUES = st.builds(Cue, cue_id=st.uuids().map(str), into_ms=st.just(0), kind=st.sampled_from(CueKind),
                 item_id=st.sampled_from(["", "7", "8"]))  # fmt: skip


def sheet(*cues: Cue) -> Script:
    return Script(script_id="s", name="晚场", cues=cues)


def test_goods_and_prompts_are_told_apart_and_only_while_it_is_on() -> None:
    wine = Cue(cue_id="a", into_ms=0, kind=CueKind.SELLING, item_id="7")
    bag = Cue(cue_id="b", into_ms=1, kind=CueKind.BAG, item_id="8")
    fine = Cue(cue_id="c", into_ms=2, kind=CueKind.PK, item_id="8")
    found = barred_cues(sheet(wine, bag, fine), WINE)
    assert [(one.cue_id, one.code) for one in found] == [("a", "script.minors_goods"), ("b", "script.minors_prompt")]
    assert barred_cues(sheet(wine, bag, fine), None) == []


@given(st.lists(CUES, unique_by=lambda cue: cue.cue_id), st.sampled_from([WINE, Minors()]))
def test_what_is_left_is_all_that_is_not_barred_in_its_order(cues: list[Cue], minors: Minors) -> None:
    left = without_barred(sheet(*cues), minors).cues
    assert barred_cues(sheet(*left), minors) == []
    barred = {one.cue_id for one in barred_cues(sheet(*cues), minors)}
    assert left == tuple(cue for cue in cues if cue.cue_id not in barred)
    assert without_barred(sheet(*cues), None).cues == tuple(cues)


def test_a_template_keeps_its_rhythm_without_prompts() -> None:
    template = Template(category="food", red_packet_at_min=30)
    titles = {kind: kind.value for kind in CueKind}
    plain, guarded = (script_from(one, "s", "晚场", 3 * HOUR, titles) for one in (template, without_prompts(template)))
    assert {cue.kind for cue in plain.cues} & PROMPTS == {CueKind.RAFFLE, CueKind.RED_PACKET}
    assert not {cue.kind for cue in guarded.cues} & PROMPTS
    assert 60 * MINUTE in {cue.into_ms for cue in guarded.cues}, "the hour is a selling point's again"


def test_what_is_not_advised_is_what_is_not_prompted() -> None:
    assert {"bag": CueKind.BAG, "raffle_early": CueKind.RAFFLE, "red_packet": CueKind.RED_PACKET}.keys() == RAFFLES
    assert {CueKind.BAG, CueKind.RAFFLE, CueKind.RED_PACKET} == PROMPTS
