"""Dress pages: give each the one stylesheet that it needs, the scripts of the frame, and the policy of the site."""

from pathlib import Path, PurePosixPath
from typing import Literal

from kit.pages.indent import without_indent
from kit.pages.policy import headers, policy
from kit.pages.script import REMARK, SCRIPTS
from kit.pages.stylesheet import Wardrobe, name_of, sheet_for, wardrobe
from kit.pages.table import in_boxes
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from site_assets import text_of
from site_guide import add, guide_of, offer

SHEETS = "assets/stylesheets"
BEFORE_PAINT, FRAME = f"{SCRIPTS}/colours.js", f"{SCRIPTS}/frame.js"
UNNAMED = "page-.css"
"""What a page calls its stylesheet until the whole page is there."""


class Dresser:
    """What this hook knows of a build: its stylesheets, and which scripts and fonts there are."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.sheets = Wardrobe("", (), ())
        self.view: dict[str, object] = {}
        self.preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 MkDocs passes it by name
        """Note whether this is a preview, which reloads a page by a script of its own."""
        self.preview = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take the parts of stylesheets out of the site, and what the theme brings that no page of ours uses."""
        guide_of(config, files)
        kinds: dict[str, dict[str, str]] = {"frame": {}, "parts": {}}
        ours = {None, config.docs_dir, config.theme.custom_dir or config.docs_dir}
        for file in list(files):
            folder, kind = PurePosixPath(file.src_uri).parent.parent, PurePosixPath(file.src_uri).parent.name
            if folder.as_posix() == SHEETS and kind in kinds and file.src_uri.endswith(".css"):
                kinds[kind][PurePosixPath(file.src_uri).name] = text_of(file, config)
                files.remove(file)
            elif file.generated_by is None and file.src_dir not in ours:
                files.remove(file)  # of the theme that ours stands on: its scripts and styles would lie there unused
        self.sheets = wardrobe(kinds["frame"], kinds["parts"])
        script = files.src_uris.get(BEFORE_PAINT)
        if script:
            files.remove(script)  # it is written into each page: a file of its own would hold up what is painted
        early = REMARK.sub("", text_of(script, config)).strip() if script else ""
        said = policy(early, preview=self.preview)
        fonts = [f"assets/{each.removeprefix('../')}" for each in self.sheets.fonts]
        self.view = {
            "policy": said,
            "sheet": f"{SHEETS}/{UNNAMED}" if self.sheets.frame else None,
            "fonts": [each for each in fonts if each in files.src_uris],
            "early": Markup(early),  # noqa: S704 ours
            "frame": FRAME if FRAME in files.src_uris else None,
        }
        add(files, config, {"_headers": headers(said)})
        return files

    def told(self, context: TemplateContext, config: MkDocsConfig, **_: object) -> TemplateContext:
        """Tell the frame what there is, on pages that come from no file as well."""
        offer(context, config, dress=self.view)
        return context

    def on_post_page(self, output: str, config: MkDocsConfig, **_: object) -> str:
        """Name the stylesheet of the page, write it where it is the first of its kind, and send no indents."""
        return self._dressed(output, config)

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Do the same for pages that come from no file."""
        return self._dressed(output_content, config) if template_name.endswith(".html") else output_content

    def _dressed(self, html: str, config: MkDocsConfig) -> str:
        html = in_boxes(without_indent(html))
        if not self.sheets.frame:
            return html
        sheet = sheet_for(self.sheets, html)
        name = name_of(sheet)
        file = Path(config.site_dir, SHEETS, name)
        if not file.exists():
            write_file(sheet.encode(), str(file))
        return html.replace(UNNAMED, name, 1)


_dresser = Dresser()
on_startup, on_files = _dresser.on_startup, _dresser.on_files
on_page_context = on_template_context = _dresser.told
on_post_page, on_post_template = _dresser.on_post_page, _dresser.on_post_template
