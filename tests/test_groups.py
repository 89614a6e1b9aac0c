"""Tests of a group share what is dear to make: they run one after another, on one worker."""

import pytest

pytestmark = pytest.mark.xdist_group("kept together")


def test_a_group_is_known_to_what_shares_the_tests_out(request: pytest.FixtureRequest, worker_id: str) -> None:
    assert worker_id == "master" or request.node.nodeid.endswith("@kept together")
