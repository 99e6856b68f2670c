"""A tree of questions is sound or the editor is told what is wrong, beside the node at fault."""

import pytest
from django.utils.translation import override
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.finder import FinderTree, OutcomeBlock
from cms.finder.rules import Node, Option, problems
from home.demo import finder_texts
from home.demo.situations import _question, _result
from tests.cms.situations.make import outcome, question, tree


def ask(key, *targets):
    options = tuple(Option(f"Відповідь {number}", target) for number, target in enumerate(targets, 1))
    return Node(key, is_question=True, options=options)


def end(key):
    return Node(key, is_question=False)


def found(*nodes):
    """(number of the node, number of the option, field) of every problem."""
    return [(problem.node, problem.option, problem.field) for problem in problems(nodes)]


def test_a_sound_tree_has_no_problems():
    assert found(ask("а", "б", "в"), ask("б", "в", "г"), end("в"), end("г")) == []


def test_the_start_is_a_question():
    assert (0, None, "key") in found(end("в"), ask("а", "в", "в"))


def test_a_question_needs_two_answers():
    assert found(ask("а", "в"), end("в")) == [(0, None, "text")]


def test_an_answer_to_nowhere_is_a_dead_end():
    assert found(ask("а", "немає", "в"), end("в")) == [(0, 0, "leads_to")]


def test_names_are_compared_without_case_and_spaces():
    assert found(ask("а", " В ", "в"), end("в")) == []


def test_a_name_is_given_once():
    assert (2, None, "key") in found(ask("а", "в", "в"), end("в"), end("В"))


def test_a_question_that_leads_to_itself_is_a_circle():
    assert found(ask("а", "а", "в"), end("в")) == [(0, 0, "leads_to")]


def test_a_circle_is_told_where_it_closes():
    assert found(ask("а", "б", "г"), ask("б", "в", "г"), ask("в", "а", "г"), end("г")) == [(2, 0, "leads_to")]


def test_two_ways_to_one_place_are_no_circle():
    assert found(ask("а", "б", "в"), ask("б", "г", "д"), ask("в", "г", "д"), end("г"), end("д")) == []


def test_a_node_that_no_answer_leads_to_is_lost():
    assert found(ask("а", "в", "в"), end("в"), end("загублений")) == [(2, None, "key")]


def test_a_circle_apart_from_the_start_is_both_lost_and_a_circle():
    wrong = found(ask("а", "г", "г"), ask("б", "в", "г"), ask("в", "б", "г"), end("г"))
    assert wrong == [(1, None, "key"), (2, None, "key"), (2, 0, "leads_to")]


def test_two_answers_of_one_question_sound_different():
    same = Node("а", is_question=True, options=(Option("Так", "в"), Option("так!", "в")))
    assert found(same, end("в")) == [(0, 1, "label")]


def test_a_long_ladder_is_judged_quickly():
    ladder = [ask(str(number), str(number + 1), str(number + 1)) for number in range(300)]
    assert found(*ladder, end("300")) == []


def errors_of(*nodes):
    with pytest.raises(StreamBlockValidationError) as caught, override("uk"):
        FinderTree().clean(tree(*nodes))
    return caught.value


@pytest.mark.django_db
def test_messages_stand_beside_the_node_and_the_answer_at_fault():
    error = errors_of(question("а", ("Так", "немає"), ("Ні", "в")), outcome("в"), outcome("загублений"))
    row = error.block_errors[0].block_errors["options"].block_errors[0].block_errors["leads_to"]
    assert "глухий кут" in str(row.message)
    assert "«немає»" in str(row.message)
    assert "не веде жодна відповідь" in str(error.block_errors[2].block_errors["key"].message)


@pytest.mark.django_db
def test_an_empty_tree_is_not_published_but_kept_as_a_draft():
    errors_of()
    FinderTree().clean_deferred(tree())


@pytest.mark.django_db
def test_an_unfinished_tree_is_kept_as_a_draft():
    FinderTree().clean_deferred(tree(question("а", ("Так", "немає"), ("Ні", "а"))))


@pytest.mark.django_db
def test_a_result_says_something():
    block = OutcomeBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.normalize(outcome("в", text="")[1]))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("questions", "results"),
    [(finder_texts.QUESTIONS, finder_texts.RESULTS), (finder_texts.QUESTIONS_EN, finder_texts.RESULTS_EN)],
)
def test_the_tree_of_the_demo_is_sound_and_big_enough(questions, results):
    nodes = [*map(_question, questions), *(_result(row, {}) for row in results)]
    FinderTree().clean(tree(*nodes))
    assert len(results) >= 8
