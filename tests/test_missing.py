"""A guide may do without: what is not there is not shown, and what cannot be done without is told in one line."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from building import SMALL, Build, build_here, changed, copy_of, spoil
from test_hooks import PLAIN

pytestmark = pytest.mark.xdist_group("missing")  # its builds are made once, by one worker

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small guide, built once: its PDFs are kept for all that follow."""
    project = copy_of(SMALL, tmp_path_factory.mktemp("missing"))
    for change in PLAIN:
        spoil(project, *change)
    done = build_here(project, project.parent / "site")
    assert done.code == 0, done.said
    return project


@pytest.fixture
def guide(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "guide"))


def built(guide: Path) -> Build:
    return build_here(guide, guide.parent / "site")


def told(done: Build) -> list[str]:
    """Return what was said that fails a build."""
    return [line for line in done.said.splitlines() if re.match("WARNING|ERROR|Traceback", line)]


def gone(*names: str) -> Change:
    """Return the change that takes files and folders away."""

    def change(guide: Path) -> None:
        for name in names:
            path = guide / "docs" / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return change


def without(name: str, *keys: str) -> Change:
    """Return the change that takes a key out of a YAML file, the last of a path of keys."""

    def change(guide: Path) -> None:
        data = yaml.safe_load((guide / name).read_text("utf-8"))
        inner = data
        for key in keys[:-1]:
            inner = inner[key]
        del inner[keys[-1]]
        (guide / name).write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")

    return change


def both(first: Change, second: Change) -> Change:
    return lambda guide: (first(guide), second(guide))


def line(text: str) -> Change:
    return lambda guide: spoil(guide, "docs/index.md", f"{text}\n", "")


@pytest.mark.parametrize(
    "change",
    [
        gone("signs.yml", "today.yml"),
        gone("exercises/cautions.yml", "today.yml"),
        gone("cards/sets.yml", "cards/log.yml", "cards/walking-plan.yml"),
        without("mkdocs.yml", "extra", "help"),
        without("mkdocs.yml", "extra", "checked"),
        without("mkdocs.yml", "extra", "structured_data"),
        without("mkdocs.yml", "extra", "evidence"),
        without("mkdocs.yml", "copyright"),
        both(without("mkdocs.yml", "repo_url"), without("mkdocs.yml", "edit_uri")),
        without("mkdocs.yml", "nav"),
        without("docs/words.yml", "figures"),
        without("docs/words.yml", "page"),
        without("docs/words.yml", "not_found"),
        line("start: {title: Begin, to: exercises/}"),
        line("figure: thrower"),
        line("lead: Begin with one ball. Add the next when it bores you."),
    ],
    ids=range(16),
)
def test_a_guide_does_without_it_and_nothing_is_said(guide: Path, change: Change) -> None:
    change(guide)
    done = built(guide)
    assert done.code == 0, done.said
    assert told(done) == []


def test_without_any_evidence_nothing_is_made_of_it(guide: Path) -> None:
    gone("evidence")(guide)
    recipe = yaml.safe_load((guide / "mkdocs.yml").read_text("utf-8"))
    changed(guide, {"nav": [entry for entry in recipe["nav"] if "Evidence" not in entry]})
    spoil(guide, "docs/index.md", "covers: [practice-daily]", "covers: []")
    spoil(guide, "docs/faq/how-long.md", "claims: [talent-only, second-throw]\n", "")
    spoil(guide, "docs/exercises/toss.md", "evidence: [practice-daily]\n", "")
    done = built(guide)
    assert done.code == 0, done.said
    assert told(done) == []
    assert not (done.site / "evidence").exists()
    assert "bs-sources" not in done.text("index.html")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (gone("exercises/vocabulary.yml"), "docs/exercises/vocabulary.yml: vocabulary: this file is missing. Add it"),
        (gone("faq/themes.yml"), "docs/faq/themes.yml: themes: this file is missing. Add it with a list `themes`"),
        (without("docs/words.yml", "dose"), "docs/words.yml: dose: this part is missing, and what needs its labels"),
        (without("docs/words.yml", "exercise"), "docs/words.yml: exercise: this part is missing, "),
        (without("docs/words.yml", "gallery"), "docs/words.yml: gallery: this part is missing, "),
        (without("docs/words.yml", "questions"), "docs/words.yml: questions: this part is missing, "),
        (without("docs/words.yml", "today"), "docs/words.yml: today: this part is missing, "),
        (gone("signs.yml"), "docs/today.yml:2: signs: there are no signs to ask about. Add them in signs.yml."),
        (without("docs/words.yml", "cards"), "docs/words.yml: cards: this part is missing, "),
        (without("docs/words.yml", "dates"), "docs/words.yml:1: dates: this key is missing. Add it."),
        (without("docs/words.yml", "papers", "letter"), 'expected all of a4, letter. Add "letter".'),
        (without("docs/words.yml", "evidence", "kinds", "trial"), 'Add "trial".'),
        (without("docs/words.yml", "dose", "amounts", "flare"), 'expected all of start, build, flare. Add "flare".'),
        (without("mkdocs.yml", "site_url"), "mkdocs.yml: site_url: the printed codes need an address that starts"),
        (lambda guide: spoil(guide, "docs/index.md", "figure: thrower", "figure: throwr"),
         'docs/index.md:9: figure: assets/figures.yml has no diagram "throwr". Did you mean "thrower"?'),
        (lambda guide: spoil(guide, "mkdocs.yml", "months: ", "monts: "),
         "mkdocs.yml:61: extra.checked.monts: unknown key, expected one of: link, months, page. Did you mean"),
    ],
)  # fmt: skip
def test_what_a_guide_cannot_do_without_is_told_in_one_line(guide: Path, change: Change, message: str) -> None:
    change(guide)
    done = built(guide)
    assert done.code == 1
    assert "Traceback" not in done.said
    assert message in done.said
    assert len([each for each in told(done) if message.split(":", maxsplit=1)[0] in each]) == 1, done.said


def test_a_guide_without_words_is_told_which_parts_it_needs(guide: Path) -> None:
    gone("words.yml")(guide)
    done = built(guide)
    assert done.code == 1
    text = "docs/words.yml: words: this file is missing. Add it with the labels of this guide, in these parts: "
    assert f"{text}exercise, gallery, dose, questions, evidence, today, cards." in done.said
    assert done.said.count("words.yml") == 1
    assert "Traceback" not in done.said
