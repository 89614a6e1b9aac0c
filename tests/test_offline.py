"""What readers keep: the list of the site's files, the manifest with its icons, and the site as one file for a disk."""

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest
from building import SMALL, build, build_here, changed, copy_of
from kit.offline.archive import archive
from kit.offline.listing import choice, listing, megabytes, weight, worker_script
from kit.offline.manifest import icons, manifest
from kit.redirect import redirect_page, target_of
from kit.search.index import key_in
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from PIL import Image
from shelves import Pile
from test_scripts import node

MOST_BYTES = 4_000_000
MOVED = redirect_page(title="Row", target="../row/", canonical="", said="Moved:", language="en").encode()
FILES = {
    "index.html": b"<h1>Boats</h1>",
    "row/index.html": b"<h1>Row</h1>",
    "paddle/index.html": MOVED,
    "caf\u00e9 1.txt": b"tea",
    "words.yml": b"a: 1",
    "plans/boat.pdf": b"%PDF",
    "search/1.js": b"take(1)",
    "_headers": b"/*",
    "worker.js": b"old",
    "boats.zip": b"PK",
}
CHOSEN = choice(FILES, leave_out=["*.yml"], once_opened=[".pdf"])


# ---------- The list ----------


def test_all_is_kept_but_what_is_left_out_what_stays_once_opened_and_what_no_page_asks_for() -> None:
    assert list(CHOSEN.kept) == ["caf\u00e9 1.txt", "index.html", "row/index.html", "search/1.js"]
    assert CHOSEN.moved == {"paddle/index.html": "row/"}


def test_the_list_has_each_address_as_pages_ask_for_it_with_a_sign_of_its_bytes() -> None:
    made = json.loads(listing(FILES, CHOSEN, first={"row/index.html"}, queries={"search/1.js": "?k1"}).text)
    assert list(made["files"]) == ["row/", "caf%C3%A9%201.txt", "", "search/1.js?k1"]
    assert made["moved"] == {"paddle/": "row/"}
    assert made["bytes"] == 12 + 3 + 14 + 7
    whole = sha256(b"<h1>Row</h1>").digest()
    assert made["files"]["row/"] == b64encode(whole).decode()[:12]


def test_the_version_changes_with_any_byte_that_is_kept_and_with_nothing_else() -> None:
    def version(**changes: bytes) -> str:
        files = {**FILES, **{name.replace("__", "."): content for name, content in changes.items()}}
        chosen = choice(files, leave_out=["*.yml"], once_opened=[".pdf"])
        return listing(files, chosen, first=(), queries={}).version

    assert version() == version(words__yml=b"a: 2")
    assert version() != version(index__html=b"<h1>Ships</h1>")
    assert version() != version(more__html=b"<h1>More</h1>")


def test_a_redirect_tells_where_it_leads_and_no_other_page_does() -> None:
    assert target_of(MOVED.decode()) == "../row/"
    assert target_of("<h1>Row</h1>") is None


def test_sizes_are_rounded_up() -> None:
    assert [megabytes(each) for each in (1, 1_000_000, 1_000_001)] == [1, 1, 2]


def test_the_worker_knows_its_version() -> None:
    made = worker_script("run();", version="v1", away="503.html", once_opened=[".pdf"])
    done = node(
        "--input-type=commonjs", "--eval", f"self = {{}}; run = () => console.log(self.keptSite.version);{made}"
    )
    assert (done.stdout, done.stderr) == ("v1\n", "")


def test_a_changed_file_is_weighed_anew_and_what_is_gone_is_forgotten() -> None:
    pile = Pile()
    assert weight({"a.png": b"12345", "b.png": b"123"}, ["a.png", "b.png"], pile) == 8
    assert weight({"a.png": b"1234567", "b.png": b"123"}, ["a.png"], pile) == 7
    assert [list(json.loads(each)["made"].values()) for each in pile.content.values()] == [[7]]


def test_the_site_takes_at_most_four_megabytes_on_the_way(site: Path) -> None:
    (file,) = (site / "offline").glob("*.json")
    listed = json.loads(file.read_text("utf-8"))["files"]
    total = len(gzip.compress(file.read_bytes()))
    for address in listed:
        name = address.partition("?")[0]
        content = (site / (f"{name}index.html" if not name or name.endswith("/") else name)).read_bytes()
        total += min(len(content), len(gzip.compress(content, 6)))
    assert total <= MOST_BYTES
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    assert weight({name: (site / name).read_bytes() for name in names}, ["index.html"], Pile()) < MOST_BYTES / 100
    (said,) = re.findall(r"It takes about (\d+) MB", (site / "about/index.html").read_text("utf-8"))
    assert int(said) - 1 < total / 1_000_000 <= int(said)


def test_every_page_of_the_site_is_in_the_list_and_every_old_address_leads_to_one(site: Path) -> None:
    (file,) = (site / "offline").glob("*.json")
    listed = json.loads(file.read_text("utf-8"))
    pages = {file.relative_to(site).parent.as_posix() for file in site.rglob("index.html")}
    addresses = {"" if page == "." else f"{page}/" for page in pages}
    assert addresses == {each for each in listed["files"] if not each or each.endswith("/")} | set(listed["moved"])
    assert set(listed["moved"].values()) <= set(listed["files"])
    key = key_in((site / "search/head.js").read_text("utf-8"))
    assert f"search/texts/0.js?{key}" in listed["files"]


# ---------- The manifest ----------


def test_the_manifest_names_icons_that_are_there_in_their_sizes(site: Path) -> None:
    said = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert said["start_url"] == said["scope"] == "./"
    for icon in said["icons"]:
        with Image.open(site / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in said["icons"]}
    assert [icon.get("purpose") for icon in said["icons"]].count("maskable") == 1


def test_no_mask_cuts_the_mark_and_no_corner_is_bare(site: Path) -> None:
    with Image.open(site / "assets/icons/maskable.png") as picture:
        ground, side = (15, 92, 87), picture.width
        pixels = picture.convert("RGBA")
        assert {pixels.getpixel((x, y)) for x in (0, side - 1) for y in (0, side - 1)} == {(*ground, 255)}
        ink = [
            (x, y)
            for x in range(0, side, 2)
            for y in range(0, side, 2)
            if sum(abs(a - b) for a, b in zip(pixels.getpixel((x, y))[:3], ground, strict=True)) > 60  # type: ignore[index]
        ]
    assert max((x - side / 2) ** 2 + (y - side / 2) ** 2 for x, y in ink) ** 0.5 < 0.4 * side
    assert len(ink) > 1000


def test_icons_are_the_same_bytes_each_time_and_what_was_drawn_is_kept(site: Path) -> None:
    mark = (site / "assets/images/favicon.svg").read_text("utf-8")
    shelf = Pile()
    made = icons(mark, "#0f5c57", shelf)
    assert made == icons(mark, "#0f5c57", Pile()) == icons(mark, "#0f5c57", shelf)
    assert made["assets/icons/maskable.png"] == (site / "assets/icons/maskable.png").read_bytes()
    assert icons(mark, "#000000", shelf) != made


def test_a_name_with_marks_of_its_own_is_only_a_name() -> None:
    said = manifest('A "b" </x>', "é", language="en", page="#ffffff", mark="#000000")
    assert json.loads(said)["name"] == 'A "b" </x>'


# ---------- One file for a disk ----------

DISK = {
    "index.html": b"""<meta http-equiv="Content-Security-Policy" content="a &#39;b&#39;; font-src &#39;self&#39;; x">
<link rel="preload" href="f.woff2" as="font"><link rel="manifest" href="m"><link rel="stylesheet" href="s/a.css">
<a href="row/?b=1&amp;c=2#d">Row</a> <a class="x" href="./">Home</a> <a href="plans/boat.pdf">Boat</a>
<a href="#e">E</a>
<a href="https://boats.example/row/">Web</a> <div data-set="row/list.json"></div><code>href="row/"</code>
<p class="bs-keep bs-js"><a href="keep/" data-bs-worker="worker.js">Keep</a></p>""",
    "row/index.html": b'<a href="..">Home</a> <a href="../row">Row</a> <a href="../gone/">Gone</a>',
    "row/list.json": b'{"a": "</script>"}',
    "paddle/index.html": MOVED,
    "s/a.css": b"@font-face{src: url(../f.woff2)}",
    "f.woff2": b"font",
    "j/frame.js": b'import { two } from "./two.js";\nout(two);\nimport("./three.js").then((m) => out(m.three()));\n',
    "j/waits.js": b'const { two } = await import("./two.js");\nout(two);\n',
    "j/two.js": b"export const two = 2;\nconst take = later;\nfunction later() {}\n",
    "j/three.js": b'import * as all from "./two.js";\nfunction t() {\n  return all.two + 1;\n}\nexport{t as three};\n',
    "plans/boat.pdf": b"%PDF",
    "sitemap.xml": b"<x/>",
}


@pytest.fixture(scope="module")
def disk() -> dict[str, bytes]:
    with ZipFile(BytesIO(archive(DISK, ["*.yml"], folder="boats", frame="j/frame.js"))) as opened:
        return {each.removeprefix("boats/"): opened.read(each) for each in opened.namelist()}


def test_links_to_folders_name_their_page_and_all_else_stays(disk: dict[str, bytes]) -> None:
    home, row = disk["index.html"].decode(), disk["row/index.html"].decode()
    assert '<a href="row/index.html?b=1&amp;c=2#d">' in home
    assert '<a class="x" href="./index.html">' in home
    assert '<a href="plans/boat.pdf">' in home
    assert '<a href="#e">' in home
    assert '<a href="https://boats.example/row/">' in home
    assert '<code>href="row/"</code>' in home
    assert row == '<a href="../index.html">Home</a> <a href="../row/index.html">Row</a> <a href="../gone/">Gone</a>'


def test_what_only_a_site_on_the_web_needs_is_not_in_it(disk: dict[str, bytes]) -> None:
    home = disk["index.html"].decode()
    assert not re.search("preload|manifest|worker|keep", home)
    assert disk.keys() == {
        "index.html", "row/index.html", "row/list.json", "row/list.json.js", "s/a.css", "f.woff2", "j/frame.js",
        "plans/boat.pdf",
    }  # fmt: skip


def test_fonts_are_within_the_stylesheet_and_the_policy_lets_in_no_other(disk: dict[str, bytes]) -> None:
    assert disk["s/a.css"] == b"@font-face{src: url(data:font/woff2;base64,Zm9udA==)}"
    assert 'content="a &#39;b&#39;; font-src data:; x"' in disk["index.html"].decode()


def test_all_modules_are_one_classic_script_and_run_when_they_are_wanted(disk: dict[str, bytes]) -> None:
    done = node("--input-type=commonjs", "--eval", f"globalThis.out = console.log;\n{disk['j/frame.js'].decode()}")
    assert (done.stdout, done.stderr) == ("2\n3\n", "")


def test_data_that_a_page_fetches_is_a_script_too(disk: dict[str, bytes]) -> None:
    done = node(
        "--input-type=commonjs", "--eval", f"{disk['row/list.json.js'].decode()}\nconsole.log(globalThis.siteData.a);"
    )
    assert done.stdout == "</script>\n"


def test_the_same_site_gives_the_same_bytes_in_whatever_order_its_files_come() -> None:
    made = archive(DISK, [], folder="boats", frame="j/frame.js")
    assert made == archive(dict(reversed(DISK.items())), [], folder="boats", frame="j/frame.js")
    with ZipFile(BytesIO(made)) as opened:
        assert {each.date_time for each in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.namelist() == sorted(opened.namelist())


# ---------- The hook ----------


def test_a_build_that_is_asked_for_it_makes_the_archive_and_offers_it_with_its_size(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    plain = build_here(project, tmp_path / "plain")
    asked = build(project, tmp_path / "asked", BACKSTRIDE_ARCHIVE="yes")
    assert (plain.code, asked.code) == (0, 0), plain.said + asked.said
    assert not list(plain.site.glob("*.zip"))
    assert "juggling.zip" not in plain.text("help/index.html")
    size = -(-(asked.site / "juggling.zip").stat().st_size // 1_000_000)
    assert (
        f'<a href="../juggling.zip" download>Download the whole guide as one file, about {size} MB</a>'
        in asked.text("help/index.html")
    )
    assert "@" not in re.findall(r"about (\S+) MB", asked.text("help/index.html"))
    (listed,) = (asked.site / "offline").glob("*.json")
    assert "juggling.zip" not in listed.read_text("utf-8")
    with ZipFile(asked.site / "juggling.zip") as opened:
        assert "juggling/index.html" in opened.namelist()
        assert not re.search(r"bs-keep\b", opened.read("juggling/help/index.html").decode())


@pytest.mark.parametrize("command", ["serve", "build"])
def test_a_preview_and_a_site_without_the_setting_keep_nothing_and_clear_what_was_kept(
    tmp_path: Path, command: Literal["serve", "build"]
) -> None:
    project = copy_of(SMALL, tmp_path)
    if command == "build":
        extra = load_config(str(project / "mkdocs.yml")).extra
        changed(project, {"extra": {name: value for name, value in extra.items() if name != "offline"}})
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command=command, dirty=False)
    build_site(config)
    config.plugins.on_shutdown()
    site = tmp_path / "site"
    assert "unregister" in (site / "worker.js").read_text("utf-8")
    assert not [each for each in ("offline", "manifest.webmanifest", "503.html") if (site / each).exists()]
    page = (site / "help/index.html").read_text("utf-8")
    assert not re.search(r'data-bs-worker|rel="manifest"', page)
    assert len(re.findall(r"<section class=\"[^\"]*bs-keep\"[^>]* hidden>", page)) == (command == "serve")  # for links


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("page", "hepl.md", "hepl.md"),
        ("archive", "../x.zip", "extra.offline.archive: "),
        ("colours", {}, "extra.offline."),
    ],
)
def test_a_wrong_setting_is_told(tmp_path: Path, key: str, value: object, said: str) -> None:
    project = copy_of(SMALL, tmp_path)
    extra = load_config(str(project / "mkdocs.yml")).extra
    changed(project, {"extra": {**extra, "offline": {**extra["offline"], key: value}}})
    done = build_here(project, tmp_path / "site")
    assert done.code == 1
    assert said in done.said
