"""The pictures of a guide: figures and diagrams drawn, image files read, each ready for the screen and for paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from kit.cards.picture import drawn, image
from kit.cards.print_order import Wanted
from kit.exercises.exercise import walks
from kit.exercises.exercise_reader import PRINTS
from kit.figures import album, diagram
from kit.guide import Guide
from kit.problem import Problem, problem
from kit.safety.drawing import drawing_problems, unread_problems
from kit.shelf import Shelf


@dataclass(frozen=True)
class Pictures:
    """Every figure and diagram of a guide, and what keeps a pose from being drawn."""

    album: album.Album
    diagrams: Mapping[str, diagram.Drawn]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=2)
def pictures_of(guide: Guide, shelf: Shelf, code: str, diagrams: Shelf | None = None) -> Pictures:
    """Return the pictures of a guide; what the shelves of figures and diagrams have of the same code is kept.

    Hooks that ask for the same guide get the same value.
    """
    words = guide.words.figures if guide.words else None
    catalogue = guide.catalogue
    cycle = guide.diagrams[0].cycle if guide.diagrams else None
    subjects = [
        album.Subject(slug, exercise, catalogue.records[slug], walks=walks(exercise, catalogue.vocabulary))
        for slug, exercise in catalogue.exercises.items()
    ]
    pages, unmet = album.pictures(subjects, cycle=cycle, words=words, shelf=shelf, code=code)
    album.clear(shelf, {PurePosixPath(uri).stem for uri in guide.data})
    found: dict[str, diagram.Drawn] = {}
    undrawn: list[Problem] = []
    if guide.diagrams:
        found, undrawn = diagram.draw(*guide.diagrams, words=words, shelf=diagrams, code=code)
        if diagrams is not None:
            album.clear(diagrams, guide.diagrams[0].diagrams)
    return Pictures(pages, found, tuple(sorted([*unmet, *undrawn])))


def wanted_of(
    guide: Guide, pictures: Pictures, read: Callable[[str], bytes], *, guarded: bool = False
) -> tuple[Wanted | None, list[Problem]]:
    """Return what a guide wants printed, and a problem for each image file that cannot be; None without words.

    `read` gives the content of an image file by its path. Where drawings are `guarded`, one that is none is told there.
    """
    if guide.words is None or guide.words.cards is None:
        return None, []
    art = {name: drawn(svg) for name, svg in pictures.album.printed.items()}
    files: dict[str, bytes] = {}
    problems = []
    for slug, exercise in guide.catalogue.exercises.items():
        for number, frame in enumerate(exercise.frames, 1):
            ending = PurePosixPath(frame.image or "").suffix
            if frame.image is None or frame.image not in guide.names or ending not in PRINTS:
                continue
            content = read(frame.image)
            found = image(content, ending)
            if found and ending == ".svg" and (odd := unread_problems(content, file=f"{guide.docs}/{frame.image}")):
                problems += [] if guarded else odd
                continue
            if found is None and guarded and ending == ".svg" and drawing_problems(content, file=frame.image):
                continue
            if found is None:
                record = guide.catalogue.records[slug]
                text = f'"{frame.image}" cannot be read as a picture. Save it again as PNG, JPEG or SVG with a viewBox.'
                line = record.line("frames", number - 1, "image")
                problems.append(problem(record.file, line, f"frames.{number}.image", text))
                continue
            art[f"{slug}-{number}"] = found
            if found.file:
                files[found.file] = content
    wanted = Wanted(
        catalogue=guide.catalogue,
        words=guide.words,
        decks=guide.decks,
        plan=guide.plan,
        log=guide.log,
        signs=guide.strip,
        checked={uri: page.reviewed for uri, page in guide.pages.items() if uri in guide.addresses},
        pictures=art,
        files=files,
    )
    return wanted, problems
