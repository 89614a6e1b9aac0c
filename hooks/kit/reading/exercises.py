"""The exercises in the sources, with their vocabulary and the rules of who should ask first."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.caution import read_cautions
from kit.exercises.vocabulary import read_vocabulary
from kit.front_matter import FrontMatter
from kit.guide import (
    CAUTIONS,
    EXERCISES,
    VOCABULARY,
)
from kit.problem import Problem, did_you_mean, problem
from kit.reading.reader import Reader
from kit.words.words import Words


def catalogue_in(reader: Reader, matters: Mapping[str, FrontMatter], words: Words | None) -> Catalogue:
    """Return the exercises, their vocabulary and the rules of who should ask first."""
    files = {reader.named(f"{EXERCISES}/{name}"): each for name, each in reader.in_folder(EXERCISES, matters).items()}
    vocabulary = reader.data("exercises", VOCABULARY, read_vocabulary)
    if vocabulary is None:
        if files and VOCABULARY not in reader.sources.texts:
            text = "this file is missing. Add it: it lists the kinds of exercises and what each of them must have."
            reader.keep("exercises", (None, [problem(reader.named(VOCABULARY), 0, "vocabulary", text)]))
        return Catalogue(unread=frozenset(PurePosixPath(file).stem for file in files))
    cautions = reader.entries("exercises", CAUTIONS, read_cautions, vocabulary)
    by_id = {each.id: each for each in cautions}
    pages = reader.sources.addresses.keys()
    read = read_all(files, vocabulary, cautions=by_id, words=words, pages=pages)
    catalogue = reader.keep("exercises", read)
    reader.keep("exercises", (None, list(_missing_images(catalogue, reader.sources.names))))
    return catalogue


def _missing_images(catalogue: Catalogue, names: frozenset[str]) -> Iterator[Problem]:
    for slug, exercise in catalogue.exercises.items():
        for number, frame in enumerate(exercise.frames):
            if frame.image is not None and frame.image not in names:
                record = catalogue.records[slug]
                text = f'there is no file "{frame.image}".{did_you_mean(frame.image, names)}'
                yield problem(record.file, record.line("frames", number, "image"), f"frames.{number + 1}.image", text)
