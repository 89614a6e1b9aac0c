"""Words that readers find beside and inside figures, in whatever language the site has."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureWords:
    """The words of moving figures and of the curves of a walker's joints.

    `phase` and `phase_percent` have places for {number} and {name}, for {first} and {last}; `high_is` has one for
    {meaning}, and `curve` for {joint}, {lowest}, {highest} and {high}.
    """

    play: str
    phase: str
    phase_percent: str
    hip: str
    hip_high: str
    knee: str
    knee_high: str
    ankle: str
    ankle_high: str
    high_is: str
    curve: str
    note: str


ENGLISH = FigureWords(
    play="Play",
    phase="Phase {number}: {name}",
    phase_percent="{first} to {last}%",
    hip="Hip",
    hip_high="leg forward",
    knee="Knee",
    knee_high="more bend",
    ankle="Ankle",
    ankle_high="toes up",
    high_is="high is {meaning}",
    curve="{joint} over one step, from {lowest} to {highest} degrees; {high}.",
    note="Curves: the leg nearest to you. Thick line: its foot is on the ground.",
)


def filled(text: str, **values: str) -> str:
    """Return a text with its places filled; a brace that is no place stays as it is."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
