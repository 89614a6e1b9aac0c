"""A series: the frames of one figure, each stance following the one before, and what keeps them from being."""

from collections.abc import Sequence

from kit.bodies.body import CM
from kit.bodies.contact import Gap, depths, gaps
from kit.bodies.pose import Pose, sequence
from kit.bodies.stance import Stance, settle
from kit.bodies.wish import UNSAID_DEG, wishes
from kit.key_path import Path
from kit.problem import Problem, counted, problem
from kit.record import Record

ALLOWED_GAP, ALLOWED_DEPTH, ALLOWED_CHANGE_DEG = 0.005, 0.012, 18.0
"""How far a contact may be from being met, a part under the ground, and an angle from what the pose says."""


def stances(
    poses: Sequence[Pose], *, record: Record, path: Path = ("frames",), places: Sequence[int] | None = None
) -> tuple[tuple[Stance, ...] | None, list[Problem]]:
    """Return each frame with its contacts met, or None with a problem for each contact or angle that cannot be.

    `record` and `path` say where in the source the poses stand: the first at `path + (places[0], "pose")`.
    """
    settled: list[Stance] = []
    problems: list[Problem] = []
    for index, pose in zip(range(len(poses)) if places is None else places, sequence(poses), strict=True):
        stance = settle(pose, after=settled[-1] if settled else None)
        where = (*path, index, "pose")
        found = [_unmet(gap, index, record, where) for gap in _worst(stance)]
        found = found or _bent_otherwise(stance, index, record, where)
        problems += found or _sunk(stance, index, record, where)
        settled.append(stance)
    if problems:
        return None, problems
    things = {name: value for stance in settled for name, value in stance.places.items()}
    return tuple(Stance(stance.pose, stance.body, things) for stance in settled), []


def _worst(stance: Stance) -> list[Gap]:
    return [
        gap for gap in gaps(stance.body, stance.pose, stance.places) if max(abs(s) for s in gap.sizes) > ALLOWED_GAP
    ]


def _unmet(gap: Gap, index: int, record: Record, where: Path) -> Problem:
    size = max(gap.sizes, key=abs)
    line = record.line(*where, "contacts", gap.part)
    text = (
        f"frame {index + 1}: {gap.part} cannot reach {gap.surface}: {abs(size) * 100:.1f} % of body height "
        f"({abs(size) / CM:.0f} cm) is missing. Change an angle, or take the contact out."
    )
    return problem(record.file, line, _rule((*where, "contacts", gap.part)), text)


def _sunk(stance: Stance, index: int, record: Record, where: Path) -> list[Problem]:
    found = []
    for name, depth in depths(stance.body, stance.pose).items():
        if depth > ALLOWED_DEPTH:
            text = (
                f"frame {index + 1}: {name} is {depth / CM:.0f} cm under the {stance.pose.ground}. "
                f"Change an angle, or add a contact with the {stance.pose.ground}."
            )
            found.append(problem(record.file, record.line(*where), _rule(where), text))
    return found


def _bent_otherwise(stance: Stance, index: int, record: Record, where: Path) -> list[Problem]:
    wanted, firmness = wishes(stance.pose)
    found = []
    for name, angle in stance.body.joints.items():
        if firmness[name] < UNSAID_DEG and abs(angle - wanted[name]) > ALLOWED_CHANGE_DEG:
            keys = ("trunk", name) if name in {"lean", "tilt"} else tuple(name.split("."))
            text = (
                f"frame {index + 1}: {name} is {counted(wanted[name], 'degree', 'degrees')}, "
                f"but the contacts of this pose need {angle:.0f}. Change this angle, another angle or a contact."
            )
            found.append(problem(record.file, record.line(*where, *keys), _rule((*where, *keys)), text))
    return found


def _rule(path: Path) -> str:
    """Return the path of a key as people count: the first frame is 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
