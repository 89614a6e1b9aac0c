"""The names that words, data and code share: closed lists, each with a label in the words of a guide."""

from typing import Literal

Stage = Literal["start", "build", "flare"]
STAGES: tuple[Stage, ...] = ("start", "build", "flare")
"""The three amounts of an exercise, in the order in which they are told."""
Basis = Literal["trial", "guideline", "usual practice", "editorial"]
Verdict = Literal["supported", "partly-supported", "unsupported", "contradicted", "safety-advice", "definition"]
Certainty = Literal["high", "moderate", "low"]
SourceKind = Literal[
    "guideline",
    "systematic-review",
    "trial",
    "cohort",
    "lab-study",
    "consensus",
    "reference-work",
    "official-page",
    "standard",
    "dataset",
]
Level = Literal["now", "today", "soon"]
"""How soon a warning sign needs help."""
FoundKind = Literal["sign", "answer", "exercise", "evidence", "page"]
"""What a page that was found is."""
LayoutName = Literal["standard", "large", "single", "sheet"]
SidesName = Literal["one-sided", "duplex", "fold-over"]
PaperName = Literal["a4", "letter"]
