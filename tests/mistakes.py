"""The mistakes that people make, one at a time in a copy of the small guide, and what each has to be told.

`python tests/mistakes.py` plants all of them and prints a table: told well, told badly (in the wrong place, or more
lines than one cause deserves), or missed.
"""
# ruff: noqa: E501 one mistake a line, however long

import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]  # the tests have them from pyproject.toml

import yaml  # noqa: E402
from building import SMALL, build_here, copy_of  # noqa: E402
from kit.guide import Site, Sources  # noqa: E402
from kit.prose.gate import check_words  # noqa: E402
from kit.prose.sentence import read_page  # noqa: E402
from kit.reading.guide import read_guide  # noqa: E402
from kit.record import lines_in  # noqa: E402
from words import RULES, SPELLING, our_lists, our_markdown, our_spelling  # noqa: E402

HELP, LAMP, LONG, TOSS = "docs/help.md", "docs/faq/lamp.md", "docs/faq/how-long.md", "docs/exercises/toss.md"
CLAIMS, FACTS, SOURCES = "docs/evidence/claims.yml", "docs/evidence/facts.yml", "docs/evidence/references.yml"
SIGNS, TODAY, WORDS, RECIPE = "docs/signs.yml", "docs/today.yml", "docs/words.yml", "mkdocs.yml"
VOCABULARY, CAUTIONS, SETS = "docs/exercises/vocabulary.yml", "docs/exercises/cautions.yml", "docs/cards/sets.yml"
GLOSSARY, HOME, CHARTS, THEMES = "docs/glossary.md", "docs/index.md", "docs/evidence/charts.yml", "docs/faq/themes.yml"
PLAN, FIGURES = "docs/cards/walking-plan.yml", "docs/assets/figures.yml"
INVENTORY = "published.txt"
PROMISES = [
    {"pages": "*.md", "key": "covers", "target": ["evidence/index.md#{}"]},
    {"pages": "faq/*.md", "key": "related", "target": ["{}"]},
    {"pages": "faq/*.md", "key": "claims", "target": ["evidence/index.md#{}"]},
]
"""What front matter names has to be there and to link back, as on our own site."""

LEVEL = re.compile(r"(WARNING|ERROR) - ")
Found = Literal["well", "badly", "missed"]


@dataclass(frozen=True)
class Mistake:
    """One mistake: in `file`, the text `find` becomes `put` (all of it where `find` is empty), and what is told of it.

    `at` is the place of the message and `says` a piece of it; `never` must not be in any message. At most `most` lines
    are told. `built` is set where only a whole build can tell, `words` where the gate of words does.
    """

    kind: str
    file: str
    find: str
    put: str | bytes
    at: str
    says: str
    built: bool = False
    words: bool = False
    most: int = 1
    never: str = "Traceback"


NEW_PAGE = "---\ntitle: Rain\ndescription: What to do when it rains on the day on which you wanted to juggle.\nreviewed: 2026-03-02\n---\n\n# Rain\n\nStay dry.\n"
SAME_QUESTION = """---
id: lamp
question: May I juggle in the kitchen?
theme: starting
short_answer: If nobody cooks.
urgency: none
related: [help.md]
reviewed: 2026-03-11
---

Ask first.
"""
TWICE = "{}\n<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> change\n"

# fmt: off
MISTAKES = (
    # The block between the two lines of hyphens
    Mistake("the block is never closed", HELP, "covers: []\n---\n", "covers: []\n", f"{HELP}:1", "is never closed"),
    Mistake("the block is never opened", HELP, "---\ntitle", "title", f"{HELP}:1", 'expected "---" on the first line'),
    Mistake("the file is empty", HELP, "", "", f"{HELP}:1", "this file is empty"),
    Mistake("a file in the menu cannot be read", HELP, "title: When", "title: Oh: When", f"{HELP}:2", "a colon stands inside unquoted text", built=True),
    Mistake("the first page cannot be read", HOME, "title: Learn", "title: Oh: Learn", f"{HOME}:2", "a colon stands inside unquoted text", built=True),
    Mistake("a list of claims is empty", CLAIMS, "", "", f"{CLAIMS}:1", "this file is empty"),
    Mistake("a list of sources is empty", SOURCES, "", "", f"{SOURCES}:1", "this file is empty"),
    Mistake("the warning signs are empty", SIGNS, "", " \n", f"{SIGNS}:1", "this file is empty"),
    Mistake("the vocabulary is empty", VOCABULARY, "", "", f"{VOCABULARY}:1", "this file is empty"),
    Mistake("a question is empty", LAMP, "", "", f"{LAMP}:1", "this file is empty"),
    Mistake("an exercise is empty", TOSS, "", "", f"{TOSS}:1", "this file is empty"),
    Mistake("a key is misspelt", HELP, "description:", "decription:", f"{HELP}:3", 'Did you mean "description"?'),
    Mistake("a key is left out", HELP, "reviewed: 2026-03-02\n", "", f"{HELP}:2", "reviewed: this key is missing"),
    Mistake("a key is there twice", HELP, "covers: []", "title: Stop\ncovers: []", f"{HELP}:5", "title: this key is here twice"),
    Mistake("a description is too short", HELP, "When to put the balls down for today, and who can help you when a throw does not come.", "Stop.", f"{HELP}:3", "expected 50 or more characters, found 5"),
    Mistake("a description is too long", HELP, "When to put the balls down", "When to put the balls down " * 5, f"{HELP}:3", "expected at most 160 characters"),
    Mistake("no such day", HELP, "2026-03-02", "2026-02-30", f"{HELP}:4", "there is no such day as 2026-02-30"),
    Mistake("a day as people write it", HELP, "2026-03-02", "2 March 2026", f"{HELP}:4", "expected a date such as 2026-11-23"),
    Mistake("a day with dots", HELP, "2026-03-02", "02.03.2026", f"{HELP}:4", "expected a date such as 2026-11-23"),
    Mistake("no space after the colon", HELP, "title: When", "title:When", f"{HELP}:2", "a space is missing after the colon"),
    Mistake("no space after the colon of the last key", HELP, "covers: []", "covers:[]", f"{HELP}:5", "a space is missing after the colon"),
    Mistake("no space after the colon in a question", LAMP, "urgency: emergency", "urgency:emergency", f"{LAMP}:7", "a space is missing after the colon"),
    Mistake("a key is too far right", HELP, "reviewed: 2026", "  reviewed: 2026", f"{HELP}:4", "further right than the lines around it"),
    Mistake("a key is too far right in a list", CLAIMS, "  gist: Practice", "    gist: Practice", f"{CLAIMS}:3", "further right than the lines around it"),
    Mistake("a key is too far left in a list", CLAIMS, "  gist: Practice", "gist: Practice", f"{CLAIMS}:3", "further left than the lines around it"),
    Mistake("a tab before a key", HELP, "reviewed: 2026", "\treviewed: 2026", f"{HELP}:4", "a tab is used for indentation"),
    Mistake("a tab before an entry", THEMES, "  - {id: starting", "\t- {id: starting", f"{THEMES}:3", "a tab is used for indentation"),
    Mistake("a hard space after the colon", HELP, "title: When", "title:\u00a0When", f"{HELP}:2", "a non-breaking space"),
    Mistake("a hard space before a key", TOSS, "  - {do: Hold", "  -\u00a0{do: Hold", f"{TOSS}:14", "a non-breaking space"),
    Mistake("curly quotes around a text", HELP, "title: When to stop", "title: \u201cStop: when\u201d", f"{HELP}:2", "curly quotation marks"),
    Mistake("curly quotes in a list", HOME, "[practice-daily]", "[\u201cpractice-daily\u201d]", f"{HOME}:5", "curly quotation marks"),
    Mistake("a colon in a text", HELP, "title: When to stop", "title: Stop: when", f"{HELP}:2", "a colon stands inside unquoted text"),
    Mistake("a quote is not closed", HELP, "title: When to stop", 'title: "When to stop', f"{HELP}:2", "a quote opens here and is never closed"),
    Mistake("an apostrophe in single quotes", HELP, "title: When to stop", "title: 'Don't stop'", f"{HELP}:2", "apostrophe"),
    Mistake("a bracket is not closed", HELP, "covers: []", "covers: [", f"{HELP}:5", "is never closed"),
    Mistake("a text starts with a sign", HELP, "title: When to stop", "title: @home", f"{HELP}:2", "starts with a sign that has a meaning"),
    Mistake("a text starts with a star", HELP, "title: When to stop", "title: *Stop*", f"{HELP}:2", "*"),
    Mistake("a text is a number", HELP, "title: When to stop", "title: 2026", f"{HELP}:2", 'Put it in "double quotes"'),
    Mistake("a text is yes", HELP, "title: When to stop", "title: Yes", f"{HELP}:2", 'Put it in "double quotes"'),
    Mistake("a value in place of a list", HOME, "covers: [practice-daily]", "covers: practice-daily", f"{HOME}:5", "expected a list"),
    Mistake("another alphabet of bytes", HELP, "", b"---\ntitle: Caf\xe9\n---\n", f"{HELP}:2", "Save the file as UTF-8"),
    Mistake("a character that nobody sees", HELP, "When to stop\n", "When\u200e to\x07 stop\n", f"{HELP}:2", "an invisible character"),
    Mistake("two blocks of keys", HELP, "---\n\n# When", "---\nlead: Stop\n---\n\n# When", f"{HELP}:7", "a second block of keys"),
    Mistake("a conflict is left in the keys", HELP, "title: When to stop\n", TWICE.format("lead: a", "title: Stop", "title: Halt"), f"{HELP}:3", "a conflict between two versions"),
    Mistake("a conflict is left in data", SIGNS, "- {id: tired-eyes, level: today, text: Your eyes are tired.}\n", TWICE.format("", "- {id: tired, level: today, text: Tired eyes.}", "- {id: eyes, level: today, text: Eyes.}"), f"{SIGNS}:3", "a conflict between two versions"),
    # Pages
    Mistake("a claim is misspelt", HOME, "covers: [practice-daily]", "covers: [practise-daily]", f"{HOME}:5", "look the id up in docs/evidence/claims.yml", never="Did you mean"),
    Mistake("a cited claim is misspelt", HOME, "[helps][practice-daily]", "[helps][practice-dayly]", f"{HOME}:15", "look the id up in docs/evidence", never="Did you mean"),
    Mistake("a phrase that the verdict does not allow", LONG, "[does not help][talent-only]", "[helps][talent-only]", f"{LONG}:13", "the ledger marks"),
    Mistake("a diagram is misspelt", HOME, "figure: thrower", "figure: throwr", f"{HOME}:9", 'Did you mean "thrower"?'),
    Mistake("a door leads nowhere said", HOME, "text: Two throws to learn first., to: exercises/}", "text: Two throws to learn first.}", f"{HOME}:12", "to: this key is missing"),
    Mistake("a meaning is too long", GLOSSARY, "A pattern of three balls that cross in the air.", "A pattern of balls " * 10, f"{GLOSSARY}:7", "expected at most 160 characters"),
    Mistake("a term is explained twice", GLOSSARY, "  - {term: cascade,", "  - {term: Cascade, meaning: Balls that cross.}\n  - {term: cascade,", f"{GLOSSARY}:8", "is already explained on line 7"),
    Mistake("a template is misspelt", HOME, "template: home.html", "template: hom.html", f"{HOME}:6", 'Did you mean "home.html"?', built=True),
    Mistake("a template that is a part of pages", HELP, "covers: []", "covers: []\ntemplate: page-foot.html", f"{HELP}:6", '"page-foot.html" is no template for the words of a page', built=True),
    Mistake("a template that lists what pages are made of", HELP, "covers: []", "covers: []\ntemplate: exercise-macros.html", f"{HELP}:6", "cards.html, exercise.html, faq.html, gallery.html, home.html, main.html, mine.html, question.html, studio.html, today.html.", built=True),
    Mistake("a template that shows other words", HELP, "covers: []", "covers: []\ntemplate: card-version.html", f"{HELP}:6", '"card-version.html" is no template for the words of a page', built=True),
    Mistake("the frame of all templates", HELP, "covers: []", "covers: []\ntemplate: base.html", f"{HELP}:6", '"base.html" is no template for the words of a page', built=True),
    Mistake("a link leads to no page", LAMP, "(../help.md)", "(../halp.md)", f"{LAMP}:13", "halp.md", built=True, most=2),
    Mistake("a link leads to no heading", HOME, "cascades come", "[cascades](help.md#cascade) come", f"{HOME}:15:50", "cascade", built=True),
    Mistake("a picture is misspelt", HOME, "in the end.", "in the end.\n\n![Across](assets/images/acros.svg)", f"{HOME}:17:11", "across.svg", built=True),
    Mistake("a page is in no menu", "docs/rain.md", "", NEW_PAGE, "docs/rain.md", "in no navigation", built=True, most=2),
    Mistake("a file name with a space", "docs/in the rain.md", "", NEW_PAGE, "docs/in the rain.md:1", "Rename the file", built=True),
    Mistake("a file name with two dots", "docs/Rain..2.md", "", NEW_PAGE, "docs/Rain..2.md:1", 'only, such as "rain-2.md".', built=True),
    Mistake("a file name with a capital", "docs/Rain.md", "", NEW_PAGE, "docs/Rain.md:1", "Rename the file", built=True),
    Mistake("a question's file has a capital", "docs/faq/Kitchen.md", "", SAME_QUESTION.replace("id: lamp", "id: kitchen"), "docs/faq/Kitchen.md:1", "Rename the file"),
    Mistake("an exercise's file has a space", "docs/exercises/toss it.md", "", NEW_PAGE, "docs/exercises/toss it.md:1", "Rename the file"),
    Mistake("a page where the build makes an answer", "docs/today/feet.md", "", NEW_PAGE, "docs/today/feet.md", "the build makes a file at this address itself", built=True),
    Mistake("a page where the build makes the page of a code", "docs/c/toss.md", "", NEW_PAGE, "docs/c/toss.md", "the build makes a file at this address itself", built=True),
    Mistake("a page at the same address in another way", "docs/today/feet/index.md", "", NEW_PAGE, "docs/today/feet/index.md", "the build makes a file at this address itself", built=True),
    # The recipe
    Mistake("a setting is misspelt", RECIPE, "link: How we check", "lnik: How we check", f"{RECIPE}:59", 'Did you mean "link"?', most=2),
    Mistake("a setting is there twice", RECIPE, "  checked:", "  help: {page: help/, label: Help, short: Help}\n  checked:", f"{RECIPE}:58", "extra.help: this key is here twice", built=True),
    Mistake("all settings are there twice", RECIPE, "nav:", "extra: {generator: false}\nnav:", f"{RECIPE}:83", "extra: this key is here twice", built=True),
    Mistake("the menu is there twice", RECIPE, "nav:", "nav: [index.md]\nnav:", f"{RECIPE}:84", "nav: this key is here twice", built=True),
    Mistake("an old address that a page has but for a capital", RECIPE, "drops.md: help.md", "drops.md: help.md\n    Help.md: help.md", f"{RECIPE}:82", 'extra.moved.Help.md: "help.md" has this address (to many systems, capitals and small letters are the same). Take', built=True),
    Mistake("an old address that a question has in another way", RECIPE, "drops.md: help.md", "drops.md: help.md\n    faq/lamp/index.md: help.md", f"{RECIPE}:82", '"faq/lamp.md" has this address. Take', built=True),
    Mistake("an old address that leads to a question", RECIPE, "drops.md: help.md", "drops.md: help.md\n    faq/broken-glass.md: help.md", f"{RECIPE}:82", '"faq/broken-glass/index.html", which the build makes, has this address. Take', built=True),
    Mistake("an old address in two ways", RECIPE, "drops.md: help.md", "drops.md: help.md\n    Drops/index.md: index.md", f"{RECIPE}:82", '"drops.md" has this address (to many systems', built=True),
    Mistake("a page that is there again", RECIPE, "drops.md: help.md", "drops.md: help.md\n    help.md: index.md", f"{RECIPE}:82", 'there is a page "help.md" again. Take', built=True),
    Mistake("a page that moved to nowhere", RECIPE, "drops.md: help.md", "drops.md: help.md\n    drop.md: halp.md", f"{RECIPE}:82", '"halp.md" is no page, expected a path as in the navigation. Did you mean "help.md"?', built=True),
    Mistake("a menu entry leads to no file", RECIPE, "When to stop: help.md", "When to stop: halp.md", RECIPE, "halp.md", built=True, most=3),
    Mistake("a page is in the menu twice", RECIPE, "  - Glossary: glossary.md", "  - Glossary: glossary.md\n  - Words: glossary.md", RECIPE, "in the navigation twice", built=True),
    # Words
    Mistake("a word is misspelt", HELP, "Stop when you drop", "Stop wehn you drop", f"{HELP}:10", '"wehn" is not in the dictionary', built=True),
    Mistake("an American word", HELP, "Stop when you drop", "Color the balls you drop", f"{HELP}:10", 'expected British "colour"', words=True),
    Mistake("a sentence is long", HELP, "more than you catch.", "more than you catch, and " * 6 + "rest.", f"{HELP}:10", "expected at most 25", words=True),
    Mistake("a word that frightens", HELP, "more than you catch.", "more than you catch. It may damage the floor.", f"{HELP}:10", '"damage" frightens', words=True),
    Mistake("a promise", HELP, "more than you catch.", "more than you catch. This will help you.", f"{HELP}:10", '"will help" promises too much', words=True),
    Mistake("a word of a question is misspelt", LAMP, "Switch it off", "Swich it off", f"{LAMP}:6", '"Swich" is not in the dictionary', words=True),
    Mistake("a word of an exercise is misspelt", TOSS, "Hold the ball low.", "Hold the bal low.", f"{TOSS}:14", '"bal" is not in the dictionary', words=True),
    # Questions
    Mistake("a new question has the id of an old one", "docs/faq/kitchen.md", "", SAME_QUESTION, "docs/faq/kitchen.md:2", 'Write "id: kitchen"', never="lamp.md:"),
    Mistake("a question's id is not its file's name", LAMP, "id: lamp", "id: lamps", f"{LAMP}:2", 'Write "id: lamp"', most=1),
    Mistake("a question that we have", "docs/faq/carpet.md", "", SAME_QUESTION.replace("id: lamp", "id: carpet").replace("May I juggle in the kitchen?", "Now the lamp fell on the carpet, what?"), "docs/faq/carpet.md:3", "nearly the same as"),
    Mistake("an alias that another question has", "docs/faq/again.md", "", SAME_QUESTION.replace("id: lamp", "id: again\naliases: [broken-glass]"), "docs/faq/again.md:3", "already an id or alias in docs/faq/lamp.md"),
    Mistake("a theme that there is not", LAMP, "theme: starting", "theme: startin", f"{LAMP}:5", 'Did you mean "starting"?'),
    Mistake("a theme with one question", THEMES, "themes:\n", "themes:\n  - {id: rain, title: Rain}\n", f"{THEMES}:3", "has no question"),
    Mistake("a short answer is long", LAMP, "Switch it off and keep away.", "Switch it off. " * 25, f"{LAMP}:6", "the short answer has 75 words"),
    Mistake("an urgency that there is not", LAMP, "urgency: emergency", "urgency: urgent", f"{LAMP}:7", "expected none, see-someone or emergency", never="Did you mean"),
    Mistake("a related page that there is not", LAMP, "related: [help.md]", "related: [halp.md]", f"{LAMP}:8", 'Did you mean "help.md"?'),
    Mistake("a related page without its ending", LAMP, "related: [help.md]", "related: [help]", f"{LAMP}:8", 'Did you mean "help.md"?'),
    Mistake("a claim of a question is misspelt", LONG, "claims: [talent-only,", "claims: [talent,", f"{LONG}:9", "look the id up in docs/evidence/claims.yml", never="Did you mean"),
    Mistake("an emergency without a way to help", LAMP, "See [when to stop](../help.md).", "Stop.", f"{LAMP}:7", "has no link to the emergency page"),
    Mistake("a question without its answer", LAMP, "Glass cuts. See [when to stop](../help.md).\n", "", f"{LAMP}:12", "expected the full answer"),
    Mistake("an alias with a space", LAMP, "[broken-glass]", "[Broken glass]", f"{LAMP}:4", "expected small letters, digits and single hyphens"),
    Mistake("a question without its day", LAMP, "reviewed: 2026-03-11\n", "", f"{LAMP}:2", "reviewed: this key is missing"),
    Mistake("a question that cannot be read", LAMP, "question: The lamp", "question: Oh: The lamp", f"{LAMP}:3", "a colon stands inside unquoted text", built=True),
    Mistake("a question with a wrong value", LAMP, "order: 3", "order: first", f"{LAMP}:9", "expected a whole number"),
    # Exercises
    Mistake("an exercise that cannot be read", TOSS, "goal: Teaches", "goal: It: Teaches", f"{TOSS}:5", "a colon stands inside unquoted text", built=True),
    Mistake("an exercise with a wrong value", TOSS, "{sets: 2, reps: 5", "{sets: 50, reps: 5", f"{TOSS}:19", "expected 1 to 5, found 50", built=True),
    Mistake("a step is long", TOSS, "Hold the ball low.", "Hold the ball " + "very " * 15 + "low.", f"{TOSS}:14", "expected at most 15"),
    Mistake("a thing that the vocabulary has not", TOSS, "equipment: [ball]", "equipment: [bal]", f"{TOSS}:8", 'Did you mean "ball"?'),
    Mistake("a frame that there is not", TOSS, "catch it., frame: 2}", "catch it., frame: 3}", f"{TOSS}:15", "there is no frame 3"),
    Mistake("a harder exercise that there is not", TOSS, "harder: [pass]", "harder: [passs]", f"{TOSS}:26", 'Did you mean "pass"?'),
    Mistake("a related page of an exercise that there is not", TOSS, "related: [help.md]", "related: [halp.md]", f"{TOSS}:43", 'Did you mean "help.md"?'),
    Mistake("a level that there is not", TOSS, "level: 1", "level: 9", f"{TOSS}:11", "expected 1 to 2"),
    Mistake("when to stop is left out", TOSS, "stop_if: [you hit the lamp, the ball is lost]\n", "", f"{TOSS}:2", "stop_if"),
    Mistake("where an amount comes from is left out", TOSS, "days_a_week: 3, basis: trial,", "days_a_week: 3,", f"{TOSS}:19", "basis: this key is missing"),
    Mistake("a version in words", TOSS, "version: 2", "version: two", f"{TOSS}:30", "expected a whole number"),
    Mistake("a step without its dash", TOSS, "  - {do: Throw it to your eyes", "  {do: Throw it to your eyes", f"{TOSS}:15", "dash"),
    Mistake("a day of an exercise that there is not", TOSS, "2026-03-05", "2026-06-31", f"{TOSS}:31", "there is no such day"),
    Mistake("a kind that the vocabulary has not", TOSS, "kind: throw", "kind: thrown", f"{TOSS}:4", 'Did you mean "throw"?'),
    Mistake("a vocabulary that cannot be read", VOCABULARY, "kinds:\n", "kinds\n", f"{VOCABULARY}:2", "a colon is missing", built=True),
    Mistake("a vocabulary with a wrong place", VOCABULARY, "{name: Standing, place: up}", "{name: Standing, place: upp}", f"{VOCABULARY}:7", 'Did you mean "up"?'),
    Mistake("a caution with a wrong word", CAUTIONS, "[throwing]", "[thrown]", f"{CAUTIONS}:1", 'Did you mean "throwing"?'),
    Mistake("a set with an exercise that there is not", SETS, "choose: {}", "cards: [tos]", f"{SETS}:1", 'Did you mean "toss"?'),
    # Evidence
    Mistake("a DOI with its address", SOURCES, "doi: 10.1234/leaf", "doi: https://doi.org/10.1234/leaf", f"{SOURCES}:11", 'Did you mean "10.1234/leaf"?', built=True),
    Mistake("a DOI that is none", SOURCES, "doi: 10.1234/leaf", "doi: leaf-10", f"{SOURCES}:11", "is no DOI"),
    Mistake("references that cannot be read", SOURCES, "title: On balls", "title: On: balls", f"{SOURCES}:5", "a colon stands inside unquoted text"),
    Mistake("claims that cannot be read", CLAIMS, "gist: Only", "gist: No: Only", f"{CLAIMS}:13", "a colon stands inside unquoted text", built=True),
    Mistake("a claim with a wrong verdict", CLAIMS, "verdict: contradicted", "verdict: wrong", f"{CLAIMS}:14", "expected"),
    Mistake("facts that cannot be read", FACTS, "fact: Most", "fact: : Most", f"{FACTS}:1", "stands inside unquoted text"),
    Mistake("a fact without its source", FACTS, ", sources: [book-1999]", "", f"{FACTS}:1", "sources: this key is missing"),
    Mistake("a source is misspelt", CLAIMS, "[leaf-2001]", "[leaf-2011]", f"{CLAIMS}:8", "look the id up in docs/evidence/references.yml", never="Did you mean"),
    Mistake("a claim without a source", CLAIMS, "sources: [leaf-2001]", "sources: []", f"{CLAIMS}:8", "has no source", most=2),
    Mistake("a claim with the id of another", CLAIMS, "- id: talent-only", "- id: practice-daily", f"{CLAIMS}:11", "is already used on line 1", most=1),
    Mistake("a new claim that no page treats", CLAIMS, "- id: talent-only", "- {id: rain, section: gifts, gist: Rain., verdict: unsupported, certainty: low, evidence: Nobody looked., say: Stay dry., sources: []}\n- id: talent-only", f"{CLAIMS}:11", "no page treats"),
    Mistake("a section that there is not", CLAIMS, "section: gifts", "section: gift", f"{CLAIMS}:12", 'Did you mean "gifts"?'),
    Mistake("a year in quotes", SOURCES, "year: 2001", 'year: "2001"', f"{SOURCES}:4", "expected a whole number"),
    Mistake("a year that is still to come", SOURCES, "year: 2001", "year: 2051", f"{SOURCES}:4", "is still to come"),
    Mistake("a new source that nothing rests on", SOURCES, "- key: book-1999", "- {key: rain-2001, authors: [Rain A], year: 2001, title: Rain, journal: J, kind: trial, verified: false}\n- key: book-1999", f"{SOURCES}:15", "no claim and no fact rests on"),
    Mistake("a bar without a number", CHARTS, "value: 7", "value: many", f"{CHARTS}:8", "expected a number", built=True),
    Mistake("an id with a capital", CLAIMS, "- id: talent-only", "- id: Talent-only", f"{CLAIMS}:11", "small letters"),
    Mistake("an exercise of a claim is misspelt", CLAIMS, "exercise: toss", "exercise: tos", f"{CLAIMS}:9", 'Did you mean "toss"?'),
    # Signs, words, questions for today
    Mistake("a level of a sign that there is not", SIGNS, "level: now", "level: soonest", f"{SIGNS}:1", "expected now, today"),
    Mistake("a sign with the id of another", SIGNS, "id: tired-eyes", "id: broken-lamp", f"{SIGNS}:2", "is already used on line 1"),
    Mistake("signs that cannot be read", SIGNS, "text: Your eyes are tired.", "text: Your eyes: tired.", f"{SIGNS}:2", "colon", built=True),
    Mistake("a label is misspelt", WORDS, "licence:", "licens:", f"{WORDS}:5", 'Did you mean "licence"?'),
    Mistake("a blank of a label is misspelt", WORDS, "Question {number} of", "Question {numbr} of", f"{WORDS}:250", "{number}"),
    Mistake("words that cannot be read", WORDS, "publisher:", "publisher: of: ", f"{WORDS}:4", "a colon stands inside unquoted text", built=True),
    Mistake("a choice leads nowhere", TODAY, "to: feet}", "to: feat}", f"{TODAY}:14", 'Did you mean "feet"?', most=1),
    Mistake("a card that there is not", TODAY, "{exercise: toss}", "{exercise: tos}", f"{TODAY}:39", 'Did you mean "toss"?'),
    Mistake("a page of an answer that there is not", TODAY, "pages: [help.md, exercises/pass.md]", "pages: [halp.md]", f"{TODAY}:42", 'Did you mean "help.md"?'),
    Mistake("a choice leads round", TODAY, "say: On the carpet, to: carpet}", "say: On the carpet, to: where}", f"{TODAY}:15", "goes round in a loop", most=3),
    Mistake("questions that cannot be read", TODAY, "do: Rest.", "do: Rest: now.", f"{TODAY}:31", "a colon stands inside unquoted text", built=True),
    Mistake("a page that search does not find", "docs/search.yml", "", "names: {halp.md: [halt]}\n", "docs/search.yml:1", 'Did you mean "help.md"?'),
    # Names that are twice, or that no system can have, and the form of what is wrong
    Mistake("a name that some systems cannot have", LAMP, "[broken-glass]", "[con]", f"{LAMP}:4", '"con" is a name that Windows keeps for itself. Choose another.'),
    Mistake("the name of the page of a folder", LAMP, "[broken-glass]", "[index]", f"{LAMP}:4", '"index" is the page of the folder itself. Choose another.'),
    Mistake("a page that is related to itself", LAMP, "related: [help.md]", "related: [help.md, faq/lamp.md]", f"{LAMP}:8", '"faq/lamp.md" is this question itself'),
    Mistake("a related page twice", LAMP, "related: [help.md]", "related: [help.md, help.md]", f"{LAMP}:8", '"help.md" is here twice. Keep one of them.'),
    Mistake("a claim of a question twice", LONG, "claims: [talent-only,", "claims: [talent-only, talent-only,", f"{LONG}:9", '"talent-only" is here twice'),
    Mistake("a claim of a page twice", HOME, "covers: [practice-daily]", "covers: [practice-daily, practice-daily]", f"{HOME}:5", '"practice-daily" is here twice'),
    Mistake("an exercise that is related to itself", TOSS, "related: [help.md]", "related: [exercises/toss.md]", f"{TOSS}:43", '"exercises/toss.md" is this exercise itself'),
    Mistake("a related page of an exercise twice", TOSS, "related: [help.md]", "related: [help.md, help.md]", f"{TOSS}:43", '"help.md" is here twice'),
    Mistake("a thing of an exercise twice", TOSS, "equipment: [ball]", "equipment: [ball, ball]", f"{TOSS}:8", '"ball" is here twice'),
    Mistake("a reason to stop twice", TOSS, "[you hit the lamp, the ball is lost]", "[you hit the lamp, you hit the lamp]", f"{TOSS}:27", '"you hit the lamp" is here twice'),
    Mistake("two numbers in the wrong order", TOSS, "{sets: 2, reps: 5", "{sets: 2, reps: 10-8", f"{TOSS}:19", 'expected the smaller number first ("8-10"), found "10-8"'),
    Mistake("a file that some systems cannot have", "docs/exercises/nul.md", "", NEW_PAGE, "docs/exercises/nul.md:1", '"nul" is a name that Windows keeps for itself', most=20),
    Mistake("a word of the vocabulary twice", VOCABULARY, "equipment: [ball, scarf]", "equipment: [ball, scarf, ball, scarf]", f"{VOCABULARY}:12", 'equipment: "ball" is here twice. Keep one of them. "scarf" is here twice.'),
    Mistake("a card of a set twice", SETS, "choose: {}", "cards: [toss, toss]", f"{SETS}:1", '"toss" is here twice'),
    Mistake("a word of a caution twice", CAUTIONS, "[throwing]", "[throwing, throwing]", f"{CAUTIONS}:1", '"throwing" is here twice'),
    Mistake("a week that is left out", PLAN, "week: 2,", "week: 9,", f"{PLAN}:7", "stages.2.week: expected 2 after the row before, found 9"),
    Mistake("a week twice", PLAN, "week: 2,", "week: 1,", f"{PLAN}:7", "stages.2.week: expected 2 after the row before, found 1"),
    Mistake("more brisk minutes than minutes", PLAN, "brisk: 2}", "brisk: 20}", f"{PLAN}:7", "stages.2.brisk: expected at most the minutes of this row (8), found 20"),
    Mistake("a share of a step that goes back", FIGURES, '"50-100"', '"100-50"', f"{FIGURES}:10", 'expected a smaller percent and then a larger one, at most 100, found "100-50"'),
    Mistake("a share of a step that is none", FIGURES, '"50-100"', '"from 50"', f"{FIGURES}:10", 'expected two percents such as "10-30", found "from 50"'),
    Mistake("a page of an answer twice", TODAY, "pages: [help.md, exercises/pass.md]", "pages: [help.md, help.md]", f"{TODAY}:42", '"help.md" is here twice'),
    Mistake("an answer that some systems cannot have", TODAY, "  feet:", "  aux:", f"{TODAY}:35", '"aux" is a name that Windows keeps for itself'),
    Mistake("an address of an answer with a space", TODAY, "  feet:", "  my feet:", f"{TODAY}:35", 'expected an address such as "where" or "where/feet", found "my feet"'),
    Mistake("a load with a capital", WORDS, "k05: 0.5 kg", "K05: 0.5 kg", f"{WORDS}:40", "expected 1 to 4 small letters and digits"),
    Mistake("an image with a capital", TOSS, "  - pose:\n      near: {shoulder: 60, elbow: 80}\n", "  - image: Up.svg\n", f"{TOSS}:39", "expected the path of a file in small letters"),
    Mistake("an old address without its ending", RECIPE, "drops.md: help.md", "drops/: help.md", f"{RECIPE}:81", 'expected a path that ends in ".md", such as "faq/old-name.md", found "drops/"'),
    Mistake("an old address that some systems cannot have", RECIPE, "drops.md: help.md", "faq/con.md: help.md", f"{RECIPE}:81", '"con.md" is a name that Windows keeps for itself'),
    Mistake("an ending without its dot", RECIPE, "[.pdf]", "[pdf]", f"{RECIPE}:76", 'expected an ending with its dot, such as ".pdf", found "pdf"'),
    Mistake("the file of the site has no ending", RECIPE, "archive: juggling.zip", "archive: juggling", f"{RECIPE}:73", 'that end in ".zip", such as "site.zip"'),
    Mistake("a colour by its name", RECIPE, 'mark: "#0f5c57"', "mark: teal", f"{RECIPE}:74", 'expected a colour in small letters and digits, such as "#0f5c57", found "teal"'),
)
# fmt: on


@dataclass(frozen=True)
class Judged:
    """What came of one mistake."""

    mistake: Mistake
    told: tuple[str, ...]

    @property
    def found(self) -> Found:
        """Return whether it was told well, badly or not at all."""
        wanted = self.mistake
        if not self.told:
            return "missed"
        right = any(line.startswith(f"{wanted.at}:") and wanted.says in line for line in self.told)
        calm = len(self.told) <= wanted.most and not any(wanted.never in line for line in self.told)
        return "well" if right and calm else "badly"


class Table:
    """The small guide with an inventory and promises, in which mistakes are planted one at a time."""

    def __init__(self, folder: Path) -> None:
        """Copy the guide into a folder and build it once: what is dear is kept for all that follow."""
        self.project = copy_of(SMALL, folder)
        recipe = self.project / RECIPE
        links = f"clicks: 3\n    inventory: {INVENTORY}\n    promises: {PROMISES!r}"
        prose = f"  prose: {{rules: {RULES}, spelling: {SPELLING}}}\n"
        text = recipe.read_text("utf-8").replace("clicks: 3", links).replace("  links:\n", f"{prose}  links:\n")
        recipe.write_text(text, encoding="utf-8")
        shutil.copytree(ROOT / "prose", self.project / "prose")
        (self.project / INVENTORY).write_text("/\n", encoding="utf-8")
        done = build_here(self.project, self.site)
        assert done.code == 0, done.said
        pages = sorted(file.parent.relative_to(done.site).as_posix() for file in done.site.rglob("index.html"))
        (self.project / INVENTORY).write_text("".join(f"/{page}/\n" for page in pages if page != "."), encoding="utf-8")
        docs = (file for file in sorted((self.project / "docs").rglob("*")) if file.is_file())
        self.files = {file.relative_to(self.project).as_posix(): file.read_bytes() for file in (recipe, *docs)}

    @property
    def site(self) -> Path:
        """Return the folder of the built site."""
        return self.project.parent / "site"

    def judge(self, mistake: Mistake) -> Judged:
        """Return what is told of one mistake."""
        tell = self._of_build if mistake.built else self._of_words if mistake.words else self._of_reading
        told = tell(mistake)
        return Judged(mistake, tuple(dict.fromkeys(told)))

    def _changed(self, mistake: Mistake) -> bytes:
        if not mistake.find:
            return mistake.put.encode() if isinstance(mistake.put, str) else mistake.put
        text = self.files[mistake.file].decode()
        assert mistake.find in text, f"{mistake.kind}: {mistake.find!r} is not in {mistake.file}"
        return text.replace(mistake.find, str(mistake.put), 1).encode()

    def _of_build(self, mistake: Mistake) -> list[str]:
        path = self.project / mistake.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self._changed(mistake))
        try:
            said = build_here(self.project, self.site).said
        finally:
            path.write_bytes(self.files[mistake.file]) if mistake.file in self.files else path.unlink()
        lines = said.splitlines()
        return [line.split(" - ", 1)[1] for line in lines if LEVEL.match(line)] + [
            line for line in lines if line.startswith("Traceback")
        ]

    def _of_words(self, mistake: Mistake) -> list[str]:
        found, _ = read_page(self._changed(mistake), file=mistake.file, markdown=our_markdown())
        problems = check_words([found] if found else [], lists=our_lists(), spelling=our_spelling())
        return [*self._of_reading(mistake), *map(str, problems)]

    def _of_reading(self, mistake: Mistake) -> list[str]:
        files = {**self.files, mistake.file: self._changed(mistake)}
        docs = {name.removeprefix("docs/"): raw for name, raw in files.items() if name.startswith("docs/")}
        recipe = files[RECIPE].decode()
        guide = read_guide(
            Sources(
                docs="docs",
                texts={uri: raw for uri, raw in docs.items() if uri.endswith((".md", ".yml"))},
                addresses={uri: _address(uri) for uri in docs if uri.endswith(".md")},
                names=frozenset(docs),
                settings=lines_in(recipe, file=RECIPE, path=("extra",), data=yaml.safe_load(recipe)["extra"]),
                site=Site("Juggling", "https://juggling.example/guide/", "https://juggling.example/guide/"),
                ages=lambda: {name.removeprefix("docs/"): 1 for name in self.files},
            )
        )
        return [str(each) for found in guide.problems.values() for each in found]


def _address(uri: str) -> str:
    path = PurePosixPath(uri)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "./" if str(folder) == "." else f"{folder}/"


def main(kinds: Iterable[str]) -> int:
    """Print what comes of each mistake (or of those whose kinds hold one of some words), and the numbers."""
    words = tuple(kinds)
    wanted = [each for each in MISTAKES if not words or any(word in each.kind for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        table = Table(Path(folder))
        judged = [table.judge(each) for each in wanted]
    for each in judged:
        sys.stdout.write(f"{each.found:7}{each.mistake.kind}\n")
        if each.found != "well":
            sys.stdout.write("".join(f"           {line[:400]}\n" for line in each.told))
            sys.stdout.write(f"        -> {each.mistake.at}: … {each.mistake.says}\n")
    for found in ("well", "badly", "missed"):
        sys.stdout.write(f"{found}: {sum(each.found == found for each in judged)} of {len(judged)}\n")
    return 0 if all(each.found == "well" for each in judged) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
