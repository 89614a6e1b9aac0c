"""Write what editors know about exercises: `PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py`."""

from pathlib import Path

from kit.exercises.editor import schema, snippets
from kit.exercises.vocabulary import read_vocabulary

ROOT = Path(__file__).parent.parent

text = (ROOT / "docs/exercises/vocabulary.yml").read_text(encoding="utf-8")
vocabulary, problems = read_vocabulary(text, file="docs/exercises/vocabulary.yml")
if vocabulary is None:
    raise SystemExit("\n".join(map(str, problems)))
(ROOT / "docs/exercises/exercise.schema.json").write_text(schema(vocabulary), encoding="utf-8")
(ROOT / ".vscode/exercise.code-snippets").write_text(snippets(vocabulary), encoding="utf-8")
