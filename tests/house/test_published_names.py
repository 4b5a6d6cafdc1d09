"""What the published format says of names is what the program writes."""

import ast
import re
from pathlib import Path

from paten_desk.domain.letters import LetterState
from paten_desk.domain.number_book import NumberState
from paten_desk.store import nouns
from paten_desk.usecases import work

ROOT = Path(__file__).parents[2]
NO_VERBS = (NumberState.USED, NumberState.HOLE, LetterState.VALID)  # nobody records these
DOC = (ROOT / "docs" / "sealed-file.md").read_text(encoding="utf-8")


def written_verbs():
    """Every verb that a use case gives to the journal."""
    found = set(work.VERBS.values())
    for path in (ROOT / "paten_desk" / "usecases").glob("*.py"):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.Call) and ast.unparse(each.func) == "journal.record":
                verb = each.args[1]
                found |= {verb.value} if isinstance(verb, ast.Constant) else set()
    return found | {state.value for state in (*NumberState, *LetterState) if state not in NO_VERBS}


def test_every_noun_of_the_journal_is_published():
    table = DOC[DOC.index("### Event types") : DOC.index("### Fields of a reply")]

    assert set(re.findall(r"`([a-z]+)`[^|]*\|", table)) >= set(nouns.NOUNS)


def test_every_verb_of_the_journal_is_published():
    table = DOC[DOC.index("### Event types") : DOC.index("### Fields of a reply")]

    assert written_verbs() <= set(re.findall(r"`([a-z_]+)`", table))
