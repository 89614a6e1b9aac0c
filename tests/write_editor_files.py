"""Write what editors know about exercises: `PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py`."""

from pathlib import Path

from kit.exercises.editor import schema, snippets

ROOT = Path(__file__).parent.parent

(ROOT / "docs/exercises/exercise.schema.json").write_text(schema(), encoding="utf-8")
(ROOT / ".vscode/exercise.code-snippets").write_text(snippets(), encoding="utf-8")
