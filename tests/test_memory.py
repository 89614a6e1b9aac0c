import pytest
from kit.memory import Memory
from kit.problem import Problem, problem
from kit.shelf import keep
from shelves import Pile


class Worker:
    """Works out answers, and notes for how many questions it had to."""

    def __init__(self, answer: object) -> None:
        self.asked = 0
        self.made = answer

    def work(self) -> object:
        self.asked += 1
        return self.made


def test_what_was_answered_in_this_build_or_kept_by_an_earlier_one_is_not_worked_out_again() -> None:
    shelf, first, second = Pile(), Worker({"a": [1]}), Worker("another answer")
    memory = Memory(shelf, "pages", "key")
    assert [memory.answer("question", first.work) for _ in range(2)] == [{"a": [1]}] * 2
    memory.keep()
    assert Memory(shelf, "pages", "key").answer("question", second.work) == {"a": [1]}
    assert (first.asked, second.asked) == (1, 0)


@pytest.mark.parametrize(("name", "key", "question"), [("b", "key", "q"), ("a", "new", "q"), ("a", "key", "p")])
def test_another_name_key_or_question_has_an_answer_of_its_own(name: str, key: str, question: str) -> None:
    shelf = Pile()
    memory = Memory(shelf, "a", "key")
    memory.answer("q", Worker(1).work)
    memory.keep()
    assert Memory(shelf, name, key).answer(question, Worker(2).work) == 2


def test_an_answer_of_nothing_is_an_answer() -> None:
    shelf, worker = Pile(), Worker([])
    memory = Memory(shelf, "a", "key")
    memory.answer("q", worker.work)
    memory.keep()
    assert Memory(shelf, "a", "key").answer("q", Worker([1]).work) == []


def test_what_nobody_asks_any_more_is_dropped() -> None:
    shelf = Pile()
    for questions in (("a", "b"), ("b", "c")):
        memory = Memory(shelf, "pages", "key")
        for question in questions:
            memory.answer(question, Worker(question).work)
        memory.keep()
    third = {question: Worker("new") for question in "abc"}
    answers = {question: Memory(shelf, "pages", "key").answer(question, each.work) for question, each in third.items()}
    assert answers == {"a": "new", "b": "b", "c": "c"}


def test_nothing_is_written_where_nothing_is_new_or_no_shelf_is_there() -> None:
    shelf = Pile()
    for _ in range(2):
        memory = Memory(shelf, "pages", "key")
        memory.answer("a", Worker(1).work)
        memory.keep()
    assert len(shelf.put_down) == 1
    alone = Memory()
    assert alone.answer("a", Worker(2).work) == 2
    alone.keep()


@pytest.mark.parametrize("broken", [None, [], "text", 1])
def test_what_is_no_memory_counts_as_none(broken: object) -> None:
    shelf = Pile()
    keep(shelf, "pages", "key", broken)
    assert Memory(shelf, "pages", "key").answer("a", Worker(1).work) == 1


def test_problems_come_back_as_they_were_with_the_file_that_is_asked_about() -> None:
    shelf = Pile()
    found = [Problem("docs/a.md", 3, 7, "html", "no."), problem("docs/a.md", 0, "link", "none.")]
    memory = Memory(shelf, "pages", "key")
    assert memory.problems("a", lambda: found, file="docs/a.md") == found
    memory.keep()
    assert Memory(shelf, "pages", "key").problems("a", list, file="docs/b.md") == [
        Problem("docs/b.md", 3, 7, "html", "no."),
        Problem("docs/b.md", 0, 0, "link", "none."),
    ]


def test_a_question_is_known_once_it_was_answered_now_or_before() -> None:
    shelf = Pile()
    memory = Memory(shelf, "pages", "key")
    assert not memory.knows("a")
    memory.answer("a", Worker(1).work)
    assert memory.knows("a")
    memory.keep()
    assert Memory(shelf, "pages", "key").knows("a")
    assert not Memory(shelf, "pages", "other").knows("a")


def test_who_did_not_ask_for_the_whole_drops_nothing() -> None:
    shelf = Pile()
    for question in ("a", "b"):
        memory = Memory(shelf, "pages", "key")
        memory.answer(question, Worker(question).work)
        memory.keep(whole=False)
    last = Memory(shelf, "pages", "key")
    assert [last.answer(question, Worker("new").work) for question in "ab"] == ["a", "b"]
