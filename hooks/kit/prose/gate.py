"""The gate of words: sentences, flow and grade, words that frighten or promise, one rule each, British spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import textstat  # type: ignore[import-untyped] # it has no types
from kit.problem import Problem, problem
from kit.prose.rules import Allowance, Lists, Phrases
from kit.prose.sentence import TOKEN, Page, Sentence, read_data, read_page
from kit.prose.spelling import Spelling, check_own_words, check_spelling
from markdown import Markdown

LONGEST_SENTENCE = 25
"""Words in a sentence, as editorial rules for the site say."""

HIGHEST_GRADE = 6.0
HIGHEST_EMERGENCY_GRADE = 4.0
"""Flesch-Kincaid grades: a reading age of about 11, and of 9 where every second counts."""

MEAN_SENTENCE = (10.0, 14.0)
"""Words in a sentence of running prose, on average over a page: fewer read clipped, more read heavy."""
ENOUGH_SENTENCES = 15
"""Sentences of running prose from which an average tells something."""

DENIAL = re.compile(
    r"\b(no|not|nor|never|nothing|nobody|none|cannot|without|[a-z]+n['\u2019]t)\b[^,;:.]{0,30}$", re.IGNORECASE
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\u2018[^\u2019]*\u2019(?!\w)")


def check_words(pages: Sequence[Page], *, lists: Lists, spelling: Spelling) -> list[Problem]:
    """Return every problem of wording on these pages, sorted."""
    found = [one for page in pages for one in check_page(page, lists=lists, spelling=spelling)]
    return sorted(set(found))


def check_page(page: Page, *, lists: Lists, spelling: Spelling) -> Iterator[Problem]:
    """Yield what is wrong with the words of one page."""
    for sentence in page.sentences:
        yield from check_length(sentence)
        yield from check_phrases(sentence, lists)
        yield from check_rules(sentence, lists)
        yield from check_spelling(sentence, spelling, lists.british)
    yield from check_grade(page.file, page.scored, HIGHEST_GRADE)
    if page.file not in {one.file for one in lists.not_yet}:
        yield from check_flow(page)
    if lists.emergency and page.file.endswith(f"/{lists.emergency}"):
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


def check_rules(sentence: Sentence, lists: Lists) -> Iterator[Problem]:
    """Yield a problem for each rule that a sentence tells otherwise than the rest of the site."""
    if sentence.quoted:
        return
    for rule in lists.rules:
        about = re.search(rule.about, sentence.text, re.IGNORECASE)
        says = not rule.says or re.search(rule.says, sentence.text, re.IGNORECASE)
        otherwise = rule.never and re.search(rule.never, sentence.text, re.IGNORECASE)
        if about and (otherwise or not says):
            text = f'"{sentence.text}" is not what {rule.fact} says. Expected: {rule.tell}.'
            yield problem(sentence.file, sentence.line, "one-rule", text)


def check_flow(page: Page) -> Iterator[Problem]:
    """Yield a problem if the sentences of a page's running prose are too short or too long on average."""
    lengths = [count_words(sentence.text) for sentence in page.running]
    if len(lengths) < ENOUGH_SENTENCES:
        return
    low, high = MEAN_SENTENCE
    mean = sum(lengths) / len(lengths)
    if not low <= mean <= high:
        mend = "Join sentences that are one thought" if mean < low else "Split the longest sentences"
        text = (
            f"the running prose has {mean:.1f} words a sentence over {len(lengths)} sentences, "
            f"expected {low:.0f} to {high:.0f}. {mend}."
        )
        yield problem(page.file, page.running[0].line, "flow", text)


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
    sentences = [sentence for sentence in page.scored if section and sentence.section == section]
    if not sentences:
        text = "no emergency list, expected one under a heading `## Emergency … { #emergency }`. Add it."
        yield problem(page.file, 1, "grade", text)
    yield from check_grade(page.file, sentences, HIGHEST_EMERGENCY_GRADE, part="emergency list")


def check_lists(pages: Sequence[Page], *, lists: Lists, spelling: Spelling, file: str) -> list[Problem]:
    """Return each entry of the lists that nothing needs any more, and each own word unused or out of order."""
    stale = [
        problem(file, one.line, "allowed", f'"{one.text}" is not on {one.file} any more. Delete this entry.')
        for one in lists.allowed
        if not any(_allows(one, sentence) for page in pages for sentence in page.sentences)
    ]
    slow = {page.file for page in pages if next(check_flow(page), None)}
    done = [
        problem(file, one.line, "not_yet", f"{one.file} flows by now, or is gone. Delete this entry.")
        for one in lists.not_yet
        if one.file not in slow
    ]
    return sorted([*stale, *done, *check_own_words(pages, spelling)])


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


@dataclass(frozen=True)
class Gate:
    """What pages are judged by; `key` changes when anything of it does."""

    lists: Lists
    spelling: Spelling
    markdown: Markdown
    key: str

    def judge(self, raw: bytes, *, file: str) -> tuple[Problem, ...]:
        """Return what is wrong with the words of one file; one that cannot be read is told elsewhere."""
        read = read_data if file.endswith(".yml") else read_page
        page, _ = read(raw, file=file, markdown=self.markdown)
        return tuple(check_words([page], lists=self.lists, spelling=self.spelling)) if page else ()


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
