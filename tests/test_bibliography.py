"""The references for other programs: CSL-JSON that fits its schema, and BibTeX that a library reads back."""

import json

import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from breaks import words
from building import ROOT
from kit.evidence.bibliography import bibtex, csl_json
from kit.evidence.reference import Reference, read_references
from kit.words.evidence import EvidenceWords


@pytest.fixture(scope="module")
def references() -> list[Reference]:
    text = (ROOT / "docs/evidence/references.yml").read_text(encoding="utf-8")
    return [entry.value for entry in read_references(text, file="r.yml")[0]]


def labels(**changes: str) -> EvidenceWords:
    found = words().evidence
    assert found is not None
    return found.model_copy(update=changes)


def test_csl_json_fits_the_official_schema_and_holds_every_reference(references: list[Reference]) -> None:
    items = json.loads(csl_json(references, labels()))
    schema = json.loads((ROOT / "tests/schemas/csl-data.json").read_text(encoding="utf-8"))
    jsonschema.validate(items, schema)
    assert [item["id"] for item in items] == sorted(reference.key for reference in references)


def test_csl_json_tells_people_from_bodies(references: list[Reference]) -> None:
    items = {item["id"]: item for item in json.loads(csl_json(references, labels()))}
    assert items["who-pa-2020"]["author"][0] == {"family": "Bull", "given": "F. C."}
    assert items["nhs-back-pain"]["author"] == [{"literal": "NHS"}]
    assert items["pocovi-2024-walkback"]["DOI"] == "10.1016/S0140-6736(24)00755-4"


def test_no_format_has_the_address_of_a_source_we_have_not_seen(references: list[Reference]) -> None:
    unseen = {reference.key for reference in references if not reference.verified}
    items = [item for item in json.loads(csl_json(references, labels())) if item["id"] in unseen]
    assert unseen
    assert not [item for item in items if "URL" in item or "DOI" in item]
    assert all("second-hand" in item["note"] for item in items)


def test_bibtex_is_read_back_whole(references: list[Reference]) -> None:
    library = parse_string(bibtex(references, labels()))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == sorted(reference.key for reference in references)
    fields = library.entries_dict["pocovi-2024-walkback"].fields_dict
    assert fields["author"].value == "Pocovi, N. C. and others"
    assert fields["pages"].value == "134--144"
    assert fields["doi"].value == "10.1016/S0140-6736(24)00755-4"


def test_bibtex_escapes_what_it_would_take_for_a_command() -> None:
    reference = Reference(
        key="a", authors=["Pots & Co"], title="50% of 3_4 #1", journal="J", kind="official-page", verified=True
    )
    text = bibtex([reference], labels())
    assert r"{Pots \& Co}" in text
    assert r"50\% of 3\_4 \#1" in text


@pytest.mark.parametrize("field", ["volume", "issue", "number", "pages"])
def test_no_sign_in_a_short_field_ends_the_entry(field: str) -> None:
    odd = {"title": "Pots", "journal": "J", "kind": "cohort", "verified": True, field: "3} & {4"}
    library = parse_string(bibtex([Reference.model_validate({"key": "a", "authors": [], **odd})], labels()))
    assert not library.failed_blocks
    assert r"3\} \& \{4" in {each.value for each in library.entries_dict["a"].fields}


def test_what_a_note_says_is_in_the_words_of_the_guide() -> None:
    said = labels(second_hand="Nur aus zweiter Hand.", updated="zuletzt {year}")
    odd = {"title": "Pots", "journal": "J", "kind": "cohort", "verified": False, "updated": 2019, "note": "Band 2."}
    reference = Reference.model_validate({"key": "a", "authors": [], **odd})
    (item,) = json.loads(csl_json([reference], said))
    assert item["note"] == "Band 2. Nur aus zweiter Hand. (zuletzt 2019)"
    assert "{Band 2. Nur aus zweiter Hand. (zuletzt 2019)}" in bibtex([reference], said)


def test_the_same_references_in_any_order_give_the_same_bytes(references: list[Reference]) -> None:
    assert csl_json(references, labels()) == csl_json(reversed(references), labels())
    assert bibtex(references, labels()) == bibtex(reversed(references), labels())
