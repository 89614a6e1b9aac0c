"""The site, built once for all tests that read it."""

import os
from pathlib import Path

import pytest
from building import ROOT, build
from filelock import FileLock
from hypothesis import HealthCheck, settings

for _name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(_name, None)  # what a test builds with a mistake in it is no fault of a pull request

# A busy machine is slow, and nothing is wrong for it. Examples are the same each time, but for thorough runs.
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _patient, derandomize=True)
settings.register_profile("thorough", _patient)
settings.load_profile("same")

FIRST = ("test_modes.py", "test_hooks.py", "test_write_new.py", "test_any_file.py", "test_missing.py")
"""While one worker builds the site for its tests, the others have such as need none."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests for which the others need not wait."""
    items.sort(key=lambda item: FIRST.index(item.path.name) if item.path.name in FIRST else len(FIRST))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--golden", action="store_true", help="write golden files anew: look at the difference after it")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many workers `-n auto` means: half as many again as there are cores, as browser tests often wait."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site; several test processes share one build."""
    shared = tmp_path_factory.getbasetemp()
    if "popen-gw" in shared.name:
        shared = shared.parent
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not folder.exists():
            done = build(ROOT, shared / "site.part")
            assert done.code == 0, done.said
            (shared / "site.part").replace(folder)
    return folder
