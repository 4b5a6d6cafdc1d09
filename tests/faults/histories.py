"""An office's life in random order: whatever people click, restart and restore, the book stays true."""

import gc
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from paten_desk.domain.errors import PatenError
from paten_desk.domain.requests import Paper, PaperState, Request
from paten_desk.domain.roles import Approval, Right, Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.paths import keys_dir
from paten_desk.store import backup, generations, journal, ledgers, mark
from paten_desk.store.backup import Whose
from paten_desk.usecases import (
    checks,
    clock,
    closings,
    corrections,
    guards,
    handover,
    letters,
    number_book,
    number_lines,
    requests,
    restoring,
    setup,
    work,
)
from paten_desk.usecases.handover import HandoverDraft
from paten_desk.usecases.unlocking import Opened
from tests.builders import a_user, a_visit, with_officials
from tests.conftest import CLERK, KEY, OFFICE, Clock
from tests.faults.flows.kit import an_office, data_of, open_at, shut, warmed
from tests.faults.server import FAST

SIDE = (Action.RETURN, Action.REJECT, Action.CANCEL, Action.PAUSE, Action.RESUME)
PICK = st.integers(0, 50)


class Template:
    """One office, made once and copied for each history."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="paten-histories-", dir=FAST if FAST.is_dir() else None))
        context = an_office(self.folder / "asal")
        setup.make_secrets(context.data, KEY)
        warmed(context)
        self.camat = with_officials(context)
        self.second = a_user(context, Role.SECTION_HEAD, Role.HEAD)
        mark.keep(OFFICE.id, keys_dir(context.data))
        shut()
        gc.collect()
        gc.freeze()  # what is there now need not be looked through after every history

    def gone(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class OfficeLife(RuleBasedStateMachine):
    """Clicks, restarts, backups and restores; what was shown is remembered and compared at the end."""

    template: Template
    serial = 0

    @initialize()
    def open(self):
        self.folder = self.template.folder / "kerja"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.template.folder / "asal", self.folder)
        (self.folder / "stik").mkdir()
        self.time = Clock()
        self.context = open_at(self.folder, self.time)
        mark.keep(OFFICE.id, keys_dir(self.context.data))
        self.shown, self.lost, self.held = set(), set(), []
        self.backups = {}

    def two(self, right):
        return Approval(right, self.template.second.id, self.template.second.display)

    def show(self, number):
        assert number not in self.lost, f"{number} was given before the restore"
        self.shown.add(number)

    def pick(self, at):
        return journal.load(Request, self.held[at % len(self.held)])

    # the counter

    @rule(is_complete=st.booleans())
    def register(self, is_complete):
        OfficeLife.serial += 1
        (made,) = requests.register(
            self.context, a_visit(self.context, serial=OfficeLife.serial, is_complete=is_complete)
        )
        self.held.append(made.id)
        if made.number:
            self.show(made.number)

    @precondition(lambda self: self.held)
    @rule(at=PICK)
    def complete(self, at):
        made = self.pick(at)
        papers = tuple(Paper(paper.key, PaperState.THERE) for paper in made.papers)
        try:
            self.show(requests.complete(self.context, made.id, papers).number)
        except PatenError:
            assert made.status is not Status.RETURNED

    @precondition(lambda self: self.held)
    @rule(at=PICK, steps=st.integers(1, 7))
    def forward(self, at, steps):
        for _ in range(steps):
            made = self.pick(at)
            possible = [action for action in work.actions(self.context, made) if action not in (*SIDE, Action.ACCEPT)]
            if not possible:
                return
            self.do(made, possible[0])

    def do(self, made, action):
        if action is Action.DRAFT:
            letters.draft(self.context, made.id)
        elif action is Action.SIGN:
            letters.sign(self.context, made.id, self.template.camat)
        elif action is Action.MAKE_READY:
            letters.issue(self.context, made.id)
            self.show(work.letter_of(journal.load(Request, made.id)).number)
        elif action is Action.HAND_OVER:
            answer = handover.question(made).answer
            handover.hand_over(self.context, made.id, HandoverDraft(made.personal.applicant.name, answer=answer))
        else:
            work.act(self.context, made.id, action)

    @precondition(lambda self: self.held)
    @rule(at=PICK, action=st.sampled_from(SIDE))
    def aside(self, at, action):
        made = self.pick(at)
        if action in work.actions(self.context, made):
            work.act(self.context, made.id, action, "karena diminta warga")

    @precondition(lambda self: self.held)
    @rule(at=PICK, name=st.sampled_from(("MELATI CONTOH", "KAMBOJA CONTOH")))
    def correct(self, at, name):
        made = self.pick(at)
        applicant = made.personal.applicant
        if made.status in corrections.CORRECTABLE:
            right = replace(applicant, name=name)
            approval = self.two(Right.CORRECT_PRINTED)
            corrections.correct_people(self.context, made.id, right, made.personal.subjects, approval)

    # the number book

    @rule(count=st.integers(1, 3))
    def reserve(self, count):
        number_book.reserve(self.context, "letter", 2026, count, "Pak Sekcam", "listrik padam", self.two(Right.RESERVE))

    @rule(at=PICK)
    def void(self, at):
        lines = number_lines.book(self.context, "letter", 2026)
        if lines:
            line = lines[at % len(lines)]
            try:
                number_book.void(self.context, "letter", 2026, line.serial, "salah ketik", self.two(Right.VOID))
            except PatenError:
                assert line.state.value in ("voided", "lost", "hole", "started"), line

    # days and clocks

    @rule()
    def close_day(self):
        try:
            closings.close(self.context)
        except PatenError:
            assert closings.is_closed(self.context, self.context.today()) or closings.unclosed_days(self.context)

    @rule(hours=st.integers(1, 30))
    def later(self, hours):
        self.time.forward(hours=hours)

    @rule()
    def clock_falls_back(self):
        floor = journal.head().business_date
        self.time.forward(days=-2)
        clock.watch(self.context)
        assert self.context.today() >= floor
        self.time.forward(days=2, minutes=1)
        if clock.is_doubtful(self.context):
            clock.confirm(self.context)

    # starts, backups, restores

    @rule()
    def restart(self):
        shut()
        self.context = open_at(self.folder, self.time)
        mark.keep(OFFICE.id, keys_dir(self.context.data))
        assert guards.stops(self.context) == []

    @rule()
    def back_up(self):
        self.time.forward(minutes=1)
        whose = Whose(OFFICE.id, "Kecamatan Contoh", OFFICE.area, mark.of_open(OFFICE.id, keys_dir(self.context.data)))
        backup.make(self.folder / "stik", KEY, whose, self.context.now())
        self.backups[generations.name_at(self.context.now())] = (set(self.shown), list(self.held))

    @precondition(lambda self: self.backups)
    @rule(at=PICK)
    def restore(self, at):
        self.time.forward(minutes=1)
        mark.keep(OFFICE.id, keys_dir(self.context.data))
        name = sorted(self.backups)[at % len(self.backups)]
        generation = self.folder / "stik" / name
        if not generation.exists():
            return  # its time was over
        done = restoring.restore(
            data_of(self.folder), Opened(generation, KEY, CLERK.id, by_sheet=True), clock=self.time
        )
        self.context = done.context
        shown, held = self.backups[name]
        self.lost |= self.shown - shown
        self.shown, self.held = set(shown), list(held)

    def teardown(self):
        if not hasattr(self, "context"):
            return
        try:
            self.settle()
        finally:
            shut()

    def settle(self):
        found = checks.check(self.context).findings
        assert found == ()
        stored = [journal.load(Request, each) for each in self.held]
        numbers = {made.number for made in stored if made.number}
        numbers |= {letter.number for made in stored if (letter := work.letter_of(made)) and letter.number}
        assert self.shown <= numbers
        assert not numbers & self.lost
        rows = requests.worklist(self.context, frozenset(Status), limit=100_000)
        assert {row.id for row in rows} == set(self.held)
        for place in ledgers.office_ledgers():
            for name in ("request", "letter"):
                lines = number_lines.book(self.context, name, 2026, place.id)
                assert number_lines.holes(lines) == [], (place.prefix, name)
