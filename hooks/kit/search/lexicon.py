"""The lexicon of search: words that say nothing, words of one meaning, what only sounds like a sign, other names."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Annotated

from kit.phrase import Text
from kit.problem import Problem, did_you_mean, problem
from kit.record import Record, check, read_yaml
from kit.search.tokens import tokens
from pydantic import BaseModel, ConfigDict, Field

Group = Annotated[tuple[Text, ...], Field(min_length=2)]


class Lexicon(BaseModel):
    """The file `search.yml`: small words, groups of the same meaning, harmless phrases, and other names of pages."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    small_words: tuple[Text, ...] = ()
    same: tuple[Group, ...] = ()
    harmless: tuple[Text, ...] = ()
    names: dict[str, tuple[Text, ...]] = {}


def read_lexicon(source: str | bytes, pages: Collection[str], *, file: str) -> tuple[Lexicon | None, list[Problem]]:
    """Return the lexicon in one YAML text, or None with every key that is wrong."""
    record, problems = read_yaml(source, file=file)
    if record is None:
        return None, problems
    found, problems = check(record, Lexicon)
    if found is None:
        return None, problems
    faults = [*_faults(found, record, pages)]
    return (None, sorted(faults)) if faults else (found, [])


def _faults(found: Lexicon, record: Record, pages: Collection[str]) -> Iterator[Problem]:
    for number, each in enumerate(found.small_words):
        if tokens(each) != [each]:
            yield _fault(record, ("small_words", number), f'expected one word in small letters, found "{each}".')
    times = Counter(each for group in found.same for each in {" ".join(tokens(each)) for each in group})
    for number, group in enumerate(found.same):
        if len(tokens(group[0])) != 1:
            text = f'expected a single word first, which stands for the others, found "{group[0]}".'
            yield _fault(record, ("same", number, 0), text)
        for place, each in enumerate(group):
            words = tokens(each)
            if times[" ".join(words)] > 1:
                text = f'"{each}" is in more than one group, expected each word in one. Join the groups.'
                yield _fault(record, ("same", number, place), text)
    for uri in found.names:
        if uri not in pages:
            yield _fault(record, ("names", uri), f'there is no page "{uri}".{did_you_mean(uri, pages)}')


def _fault(record: Record, path: tuple[str | int, ...], text: str) -> Problem:
    rule = ".".join(str(each + 1) if isinstance(each, int) else each for each in path)
    return problem(record.file, record.line(*path), rule, text)
