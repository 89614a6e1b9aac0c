"""Ask for a new question, exercise or claim and write it: `make new-question` and its like, all of it or nothing."""

import datetime as dt
import os
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.guide import Guide, Sources
from kit.problem import Problem
from kit.reading.guide import read_guide
from kit.scaffold import new_claim, new_exercise, new_question
from kit.scaffold.draft import Draft, about, id_fault, news, with_addresses, with_draft
from kit.scaffold.yaml_edit import EditError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, get_files
from site_disk import write_all
from site_sources import sources_of

Ask = Callable[[str], str]
Make = Callable[[Guide, Sources, Mapping[str, str], dt.date], Draft]


@dataclass(frozen=True)
class Wish:
    """One thing to ask for: the variable that can answer it, the words, and whether it can be left empty."""

    name: str
    words: str
    optional: bool = False


@dataclass(frozen=True)
class Kind:
    """What can be made, how, what is asked, and what is left to a person."""

    make: Make
    taken: Callable[[Guide], Mapping[str, str]]
    wishes: tuple[Wish, ...]
    left: str


KINDS = {
    "question": Kind(
        new_question.draft,
        new_question.taken,
        (
            Wish("id", "A short name for its address, such as no-shoes"),
            Wish("question", "The question, as a reader would ask it"),
            Wish("theme", "Its theme ({themes})"),
            Wish("short_answer", "The answer first, in 60 words or fewer"),
            Wish("urgency", "How urgent: none, see-someone or emergency (nothing: none)", optional=True),
            Wish("related", "Pages or exercises that show it at their foot, such as {page}"),
            Wish("answer", "What to do, and then why, in a few sentences"),
            Wish("aliases", "Other words for it that people would search for, with commas (or nothing)", optional=True),
            Wish("claims", "Ids of claims on which the answer rests (or nothing)", optional=True),
        ),
        "Read it, and write more below if it needs it. Then: make serve",
    ),
    "exercise": Kind(
        new_exercise.draft,
        new_exercise.taken,
        (
            Wish("id", "A short name for its address, such as heel-raise"),
            Wish("like", "The exercise that is most like it ({exercises})"),
            Wish("title", "Its name, in 28 letters or fewer"),
            Wish("description", "One sentence about it, in 50 to 160 letters"),
            Wish("goal", "What it does for you, in 12 words or fewer"),
            Wish("steps", "What to do, step by step, 2 to 5 steps with / between them"),
            Wish("related", "Pages that lead to it, such as {page}"),
            Wish("why", "Why to do it, in a few sentences"),
        ),
        "But for these words it is a copy of the other one. Go through its file: the poses, how much, mistakes, when "
        "to stop, and who should ask first. Read the sentence that now leads to it on each page. Then: make serve",
    ),
    "claim": Kind(
        new_claim.draft,
        new_claim.taken,
        (
            Wish("id", "A short name for it, such as walking-helps-sleep"),
            Wish("section", "Its section ({sections})"),
            Wish("gist", "The claim, in one sentence"),
            Wish("verdict", "supported, partly-supported, unsupported, contradicted, safety-advice or definition"),
            Wish("certainty", "How sure we are: high, moderate or low"),
            Wish("evidence", "Why the verdict is what it is"),
            Wish("say", "What we say instead"),
            Wish(
                "sources", "Keys of its sources in references.yml (nothing only for what nobody tested)", optional=True
            ),
            Wish("page", "The page that treats it, such as {page}"),
        ),
        "Cite it on the page where it matters: [may help][{id}]. Then: make serve",
    ),
}


@dataclass(frozen=True)
class Desk:
    """What answers are checked against: the kind of thing, the guide as it is, and the day."""

    kind: Kind
    guide: Guide
    sources: Sources
    today: dt.date

    def draft(self, answers: Mapping[str, str]) -> Draft:
        """Return the files as far as they are answered; raise EditError where they cannot be."""
        return self.kind.make(self.guide, self.sources, answers, self.today)

    def news(self, draft: Draft) -> list[Problem]:
        """Return what would be wrong with the guide."""
        return news(self.guide, with_draft(self.sources, draft))


def main(root: Path, kind: str, given: Mapping[str, str], today: dt.date, *, ask: Ask | None = None) -> int:
    """Make one thing of a kind from what is given and, where that can be asked, from answers; return 1 if it cannot."""
    if kind not in KINDS:
        return _told(f"{kind}: there is no such kind, expected one of: {', '.join(KINDS)}.")
    try:
        config = load_config(str(root / "mkdocs.yml"))
        sources = sources_of(get_files(config), config)
    except Abort:
        return 1
    desk = Desk(KINDS[kind], read_guide(sources), sources, today)
    answers: dict[str, str] = {}
    for wish in desk.kind.wishes:
        if (answer := _answer(wish, desk, answers, given, ask)) is None:
            return 1
        answers[wish.name] = answer
    draft = desk.draft(answers)
    if wrong := desk.news(draft):
        again = shlex.join(f"{name}={answer}" for name, answer in answers.items() if answer)
        return _told(*map(str, wrong), f"Nothing was written. Once that is mended: make new-{kind} {again}")
    texts = {Path(config.docs_dir) / uri: text for uri, text in draft.texts.items()}
    write_all(texts | _inventory(config, draft, answers, sources))
    for uri in draft.texts:
        sys.stdout.write(f"Written: {desk.guide.docs}/{uri}\n")
    sys.stdout.write(f"{desk.kind.left.replace('{id}', answers['id'])}\n")
    return 0


def _answer(
    wish: Wish, desk: Desk, answers: Mapping[str, str], given: Mapping[str, str], ask: Ask | None
) -> str | None:
    """Return an answer that fits, asked for until it does; None where it does not and nobody can be asked."""
    answer, words = given.get(wish.name), _words(wish, desk)
    if answer is None and ask is None and not wish.optional:
        _told(f'{wish.name}: this answer is missing. Add {wish.name}="…": {words}.')
        return None
    while True:
        if answer is None:
            answer = ask(f"{words}: ") if ask else ""
        answer = " ".join(answer.split())
        if not (faults := _faults(wish, answer, desk, answers)):
            return answer
        _told(*faults)
        if ask is None:
            return None
        answer = None


def _faults(wish: Wish, answer: str, desk: Desk, answers: Mapping[str, str]) -> list[str]:
    """Return what is wrong with one answer, by the rules of the guide itself."""
    if not answer:
        return [] if wish.optional else [f"{wish.name}: nothing was given. {wish.words.split('(')[0].strip()}."]
    if wish.name == "id":
        fault = id_fault(answer, desk.kind.taken(desk.guide))
        return [f"id: {fault}"] if fault else []
    try:
        draft = desk.draft({**answers, wish.name: answer})
    except EditError as error:
        return [str(error)]
    own = [each for each in desk.news(draft) if each.file == f"{desk.guide.docs}/{draft.file}"]
    return [_said(each) for each in about(own, wish.name)]


def _said(problem: Problem) -> str:
    return f"{problem.rule}: {problem.text}"


def _words(wish: Wish, desk: Desk) -> str:
    """Return what is asked, with what can be chosen."""
    guide, settings = desk.guide, new_question.settings_of(desk.sources)
    options = {
        "themes": ", ".join(theme.id for theme in settings.themes) if settings else "",
        "exercises": ", ".join(guide.catalogue.exercises),
        "sections": ", ".join(guide.settings.evidence.sections),
        "page": next(iter(sorted(guide.pages, reverse=True)), "index.md"),
    }
    return wish.words.format(**options)


def _inventory(config: MkDocsConfig, draft: Draft, answers: Mapping[str, str], sources: Sources) -> dict[Path, str]:
    """Return the list of published addresses with those of the new page: the ones that the page like it has."""
    name = (config.extra.get("links") or {}).get("inventory")
    file = Path(config.config_file_path).parent / name if name else None
    if file is None or not file.exists() or draft.file in sources.names:
        return {}
    text = file.read_text(encoding="utf-8")
    page = File(draft.file, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)
    like = f"/{answers.get('like')}/"
    more = [line.replace(like, f"/{answers['id']}/") for line in text.splitlines() if line.endswith(like)]
    return {file: with_addresses(text, {f"/{page.url}", *more})}


def _told(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 1


if __name__ == "__main__":
    try:
        sys.exit(
            main(
                Path(),
                sys.argv[1] if len(sys.argv) > 1 else "",
                os.environ,
                dt.datetime.now(dt.UTC).date(),
                ask=input if sys.stdin.isatty() else None,
            )
        )
    except (KeyboardInterrupt, EOFError):
        sys.stderr.write("\nNothing was written.\n")
        sys.exit(1)
