"""Supply the print studio: give its page the exercises, sets and words as data."""

from pathlib import PurePosixPath

from kit.cards.deck import read_decks
from kit.cards.publication import address
from kit.cards.studio import to_json
from kit.cards.words import read_words
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

PAGE = "cards/studio.md"
DATA = "cards/studio.json"
SETS = "cards/sets.yml"
WORDS = "cards/words.yml"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data. What is wrong in the files that it comes from is reported by the hook that prints the cards."""
    sources = [files.get_file_from_path(uri) for uri in (PAGE, SETS, WORDS)]
    if None in sources:
        return files
    docs = PurePosixPath(config.docs_dir).name
    _page, sets, words = (file.content_string for file in sources if file)
    catalogue = config.extra["exercises"]
    decks, _ = read_decks(sets, catalogue, file=f"{docs}/{SETS}")
    said, _ = read_words(words, file=f"{docs}/{WORDS}")
    if said is not None:
        text = to_json(
            catalogue,
            decks,
            said,
            drawings=config.extra["print_figures"],
            site=address(config.user_configs, preview=config.site_url),
            folder=str(PurePosixPath(PAGE).parent),
        )
        files.append(File.generated(config, DATA, content=text))
    return files
