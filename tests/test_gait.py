import itertools
from functools import cache
from math import radians, tan
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.gait import Cycle, Walk, angle_at, swapped, walking
from kit.bodies.spline import periodic
from kit.bodies.stance import Stance

FIGURES = Path(__file__).parent.parent / "docs" / "assets" / "figures.yml"
MOMENTS = range(0, 100, 2)


@cache
def cycle() -> Cycle:
    return Cycle.model_validate(yaml.safe_load(FIGURES.read_text(encoding="utf-8"))["cycle"])


@cache
def walker(percent: int) -> Stance:
    return walking(cycle(), Walk(), percent)


def test_the_spline_runs_through_every_keyframe() -> None:
    for frame in cycle().keyframes:
        for joint in ("thigh", "knee", "ankle"):
            assert angle_at(cycle(), joint, frame.percent) == pytest.approx(getattr(frame, joint))


@given(st.lists(st.floats(-50, 50), min_size=4, max_size=9), st.floats(0, 100))
def test_a_periodic_spline_begins_again_where_it_ends(values: list[float], place: float) -> None:
    curve = periodic([100 * index / len(values) for index in range(len(values))], values, 100.0)
    assert curve(place) == pytest.approx(curve(place + 100), abs=1e-6)
    assert curve(99.9999) == pytest.approx(curve(0), abs=0.01)


def test_a_standing_foot_does_not_slide() -> None:
    """The ground runs backwards at an even speed; so must the heel of a foot that is flat on it."""
    flat = [percent for percent in MOMENTS if 8 <= percent < 35]
    places = [walker(percent).body.points["near.heel"][0] for percent in flat]
    speeds = [(after - before) / 2 for before, after in itertools.pairwise(places)]
    assert max(speeds) - min(speeds) < 0.0002
    assert all(abs(walker(percent).body.points["near.heel"][1]) < 0.002 for percent in flat)


def test_the_ball_of_the_foot_does_not_slide_while_the_heel_rises() -> None:
    rolling = [percent for percent in MOMENTS if 36 <= percent <= 60]
    places = [walker(percent).body.points["near.ball"][0] for percent in rolling]
    speeds = [(after - before) / 2 for before, after in itertools.pairwise(places)]
    assert max(speeds) - min(speeds) < 0.0005


def test_hips_rise_and_fall_by_a_few_centimetres_only() -> None:
    heights = [walker(percent).body.points["hips"][1] for percent in MOMENTS]
    assert 0.5 < min(heights) <= max(heights) < 0.54
    assert max(heights) - min(heights) < 0.03


def test_no_foot_goes_through_the_ground() -> None:
    for percent in MOMENTS:
        points = walker(percent).body.points
        for side in ("near", "far"):
            for joint in ("heel", "ball", "toetip"):
                assert points[f"{side}.{joint}"][1] > -0.004, (percent, side, joint)


def test_toes_bend_when_the_heel_has_risen_and_are_straight_on_the_flat_foot() -> None:
    assert walker(20).body.joints["near.toes"] == 0
    assert walker(56).body.joints["near.toes"] > 25


def test_the_other_leg_is_half_a_cycle_later() -> None:
    for percent in (0, 20, 44):
        near, far = walker(percent).body.joints, walker(percent + 50).body.joints
        for joint in ("hip", "knee", "ankle", "shoulder"):
            assert near[f"near.{joint}"] == pytest.approx(far[f"far.{joint}"], abs=0.2)


def test_arms_swing_against_the_legs() -> None:
    points = walker(0).body.points
    assert points["near.heel"][0] > points["far.heel"][0]
    assert points["near.wrist"][0] < points["far.wrist"][0]


@pytest.mark.parametrize("slope", [-9, -6, 6, 9])
def test_both_feet_stand_on_the_slope(slope: float) -> None:
    stance = walking(cycle(), Walk(slope_deg=slope, stride=0.8), 4)
    heel = stance.body.points["near.heel"]
    assert heel[1] == pytest.approx(heel[0] * tan(radians(slope)), abs=0.004)


def test_the_eight_phases_have_plain_names_in_order() -> None:
    phases = cycle().phases
    assert len(phases) == 8
    assert [phase.shown for phase in phases] == sorted(phase.shown for phase in phases)
    assert all(phase.plain for phase in phases)


def test_half_a_step_later_near_and_far_have_changed_their_parts() -> None:
    now, later = walker(20), swapped(walker(20))
    for joint in ("hip", "knee", "ankle", "toes", "shoulder", "elbow"):
        assert later.body.joints[f"far.{joint}"] == now.body.joints[f"near.{joint}"]
    assert later.body.joints["lean"] == now.body.joints["lean"]
    assert later.body.points["far.heel"][:2] == pytest.approx(now.body.points["near.heel"][:2])
    assert set(later.pose.contacts) == {
        part.replace("near", "x").replace("far", "near").replace("x", "far") for part in now.pose.contacts
    }


def test_a_walker_carries_itself_as_it_is_told() -> None:
    bent = walking(cycle(), Walk(lumbar=14, thoracic=28, knees=12, arms=0.0), 20).body.joints
    easy = walker(20).body.joints
    assert (bent["lumbar"], bent["thoracic"]) == (14, 28)
    assert bent["near.knee"] > easy["near.knee"] + 6
    assert bent["near.shoulder"] == pytest.approx(bent["far.shoulder"])


def test_a_short_stride_sets_the_feet_less_far_apart() -> None:
    apart = [
        abs(stance.body.points["near.heel"][0] - stance.body.points["far.heel"][0])
        for stance in (walking(cycle(), Walk(stride=size), 0) for size in (0.7, 1.0))
    ]
    assert apart[0] < 0.85 * apart[1]


def test_the_heel_lands_first_and_the_toes_leave_last() -> None:
    assert {percent: sorted(walker(percent).pose.contacts) for percent in (2, 20, 44, 80)} == {
        2: ["far-toes", "near-heel"],
        20: ["near-foot"],
        44: ["near-toes"],
        80: ["far-foot"],
    }
