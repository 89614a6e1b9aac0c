"""The site, built once for all tests that read it."""

import fcntl
from pathlib import Path

import pytest
from building import ROOT, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site; several test processes share one build."""
    shared = tmp_path_factory.getbasetemp()
    if "popen-gw" in shared.name:
        shared = shared.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            done = build(ROOT, shared / "site.part")
            assert done.code == 0, done.said
            (shared / "site.part").rename(folder)
    return folder
