"""References: what may stand in the data file, and how a source is shown."""

import pytest
from building import ROOT
from kit.evidence.reference import Reference, read_references

GOOD = """\
- key: leaf-2001
  authors: [Leaf AB]
  more_authors: true
  year: 2001
  title: On leaves
  journal: Journal of Tea
  volume: "3"
  issue: "2"
  pages: 1-9
  doi: 10.1234/leaf
  url: https://tea.example/leaves
  kind: trial
  verified: true
"""


def only(text: str) -> Reference:
    entries, problems = read_references(text, file="r.yml")
    assert not problems, problems
    return entries[0].value


def said(text: str) -> list[str]:
    return [str(problem) for problem in read_references(text, file="r.yml")[1]]


def test_a_reference_says_where_it_was_published() -> None:
    reference = only(GOOD)
    assert reference.published_in == "Journal of Tea 3(2):1-9"


def test_a_reference_links_to_its_doi_and_else_to_its_address() -> None:
    assert only(GOOD).link == "https://doi.org/10.1234/leaf"
    assert only(GOOD.replace("  doi: 10.1234/leaf\n", "")).link == "https://tea.example/leaves"


def test_a_reference_that_was_only_seen_second_hand_has_no_link() -> None:
    assert only(GOOD.replace("verified: true", "verified: false")).link is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ('[""]', "r.yml:2: authors.1: expected 1 or more characters, found 0"),
        ("[Leaf AB, Leaf AB]", 'r.yml:2: authors: "Leaf AB" is here twice. Keep one of them.'),
    ],
)
def test_an_author_without_a_name_or_named_twice_is_told(wrong: str, message: str) -> None:
    (problem,) = said(GOOD.replace("[Leaf AB]", wrong))
    assert problem.startswith(message)


@pytest.mark.parametrize("isbn", ["978-92-4-008178-9", "9780306406157", "0-306-40615-2", "0 8044 2957 X", "097522980X"])
def test_an_isbn_of_either_length_reads_with_hyphens_or_without(isbn: str) -> None:
    assert only(f'{GOOD}  isbn: "{isbn}"\n').isbn == isbn


@pytest.mark.parametrize(
    ("isbn", "wrong"),
    [
        ("9780306406158", "its last digit does not agree with the others. Compare it with the book."),
        ("978-0-306-46015-7", "its last digit does not agree with the others. Compare it with the book."),
        ("0-306-40615-X", "its last digit does not agree with the others. Compare it with the book."),
        *(
            (isbn, "expected 13 digits, or the 10 of an old book")
            for isbn in (
                "978030640615",
                "X306406152",
                "9770306406157",
                "ISBN 9780306406157",
                "978--0306406157",
                "٩780306406157",
                "",
            )
        ),
    ],
)
def test_an_isbn_with_a_slip_is_told(isbn: str, wrong: str) -> None:
    (problem,) = said(f'{GOOD}  isbn: "{isbn}"\n')
    assert problem.startswith(f'r.yml:14: isbn: "{isbn}" is no ISBN')
    assert wrong in problem


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("https://doi.org/10.1234/leaf", '"https://doi.org/10.1234/leaf" is no DOI'),
        ("https://doi.org/10.1234/leaf", 'Did you mean "10.1234/leaf"?'),
        ("10.12/leaf", "expected a form such as 10.1136/bjsports-2020-102955."),
        ('"10.1234"', '"10.1234" is no DOI'),
        ('"10.1234/le af"', "is no DOI"),
    ],
)
def test_a_malformed_doi_is_refused_on_its_line(wrong: str, message: str) -> None:
    (problem,) = said(GOOD.replace("10.1234/leaf", wrong))
    assert problem.startswith("r.yml:10: doi: ")
    assert message in problem


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: trial", "kind: trail", "r.yml:12: kind: expected guideline, systematic-review, trial, "),
        ("kind: trial", "kind: trail", 'Did you mean "trial"?'),
        ("issue:", "isue:", "r.yml:8: isue: unknown key"),
        ('volume: "3"', "volume: 3", "r.yml:7: volume: expected text, found 3."),
        ("verified: true", "verified: perhaps", "r.yml:13: verified: expected true or false"),
        ("10.1234/leaf", "10.1234", 'r.yml:10: doi: expected text, found 10.1234. Put it in "double quotes".'),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert any(message in problem for problem in said(GOOD.replace(old, new)))


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("tea", ", expected one that starts with https://."),
        ("https://tea", ", expected one that starts with https://."),
        ("https://tea.example/green leaves", ': it has a space, expected none. Take it out, or write "%20".'),
        ("https://tea.example/leaves ", ': it has a space, expected none. Take it out, or write "%20".'),
        ("https://tea.example:99999/", ": no port is like that, expected 1 to 65535."),
        ("https://tea.example/100%", ': its "%" starts no escape, expected "%25".'),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, message: str) -> None:
    (problem,) = said(GOOD.replace("https://tea.example/leaves", f'"{address}"'))
    assert problem == f'r.yml:11: url: "{address}" is no web address{message}'


@pytest.mark.parametrize(
    "address", ["https://tea.example", "http://tea.example:8080/a%20b?c=d#e", "https://te-a.example/(1)"]
)
def test_an_address_of_any_page_is_right(address: str) -> None:
    assert only(GOOD.replace("https://tea.example/leaves", f'"{address}"')).url == address


def test_a_doi_that_ends_in_a_line_is_none() -> None:
    (problem,) = said(GOOD.replace("10.1234/leaf", '"10.1234/leaf\\n"'))
    assert problem.startswith("r.yml:10: doi: ")


def test_a_key_that_is_used_twice_is_told_with_both_lines() -> None:
    (problem,) = said(GOOD + GOOD)
    assert problem == (
        'r.yml:14: id-twice: "leaf-2001" is already used on line 1, expected an id of its own. Rename or remove one.'
    )


def test_the_project_has_no_link_to_a_source_it_has_not_seen() -> None:
    text = (ROOT / "docs/evidence/references.yml").read_text(encoding="utf-8")
    entries, problems = read_references(text, file="r.yml")
    assert not problems
    unseen = [entry.value for entry in entries if not entry.value.verified]
    assert unseen
    assert not [reference.key for reference in unseen if reference.link]
