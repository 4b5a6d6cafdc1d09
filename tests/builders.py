"""Cases that tests do not speak about: a citizen, a complete dossier, a request at a given place."""

from dataclasses import replace
from datetime import date
from random import Random

from paten_desk.domain.officials import Official, OfficialPersonal, Post
from paten_desk.domain.requests import VisitDraft
from paten_desk.domain.roles import User
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal, keys
from paten_desk.store.connection import transaction
from paten_desk.usecases import handover, letters, requests, sample_day, services, work
from paten_desk.usecases.handover import HandoverDraft

CAMAT = OfficialPersonal("CAMAT CONTOH", "Pembina Tingkat I (IV/b)", "0" * 18)


def with_officials(context):
    """Put a camat, a secretary and a section head into office; return the camat's id."""
    made = [
        Official(context.new_id(), Post.HEAD, personal=CAMAT),
        Official(context.new_id(), Post.SECRETARY, personal=replace(CAMAT, name="SEKCAM CONTOH")),
        Official(context.new_id(), Post.SECTION_HEAD, "Pelayanan Umum", personal=replace(CAMAT, name="KASI CONTOH")),
    ]
    with transaction():
        for official in made:
            journal.record(context.stamp(), "assigned", official)
    return made[0].id


def a_visit(context, code="SKTM", serial=1, is_complete=True, **applicant):
    """Return a filled form for one service."""
    service = services.catalogue(context)[code]
    case = sample_day.case(Random(serial), serial, context.office, service, date(2026, 11, 20), is_complete)
    return VisitDraft(context.new_id(), replace(case.applicant, **applicant), (case.asked,))


def a_request(context, status=Status.ACCEPTED, code="SKTM", serial=1):
    """Register a request and walk it to a status."""
    (made,) = requests.register(context, a_visit(context, code, serial, status is not Status.RETURNED))
    camat = None
    while made.status is not status:
        action = work.actions(context, made)[0]
        if action is Action.DRAFT:
            made = letters.draft(context, made.id)
        elif action is Action.SIGN:
            camat = camat or with_officials(context)
            made = letters.sign(context, made.id, camat)
        elif action is Action.MAKE_READY:
            made = letters.issue(context, made.id)
        elif action is Action.HAND_OVER:
            answer = handover.question(made).answer
            made = handover.hand_over(context, made.id, HandoverDraft(made.personal.applicant.name, answer=answer))
        else:
            made = work.act(context, made.id, action)
    return made


def a_user(context, *roles, display="Kasi Contoh", password="payung biru tua", **more):  # a sample
    """Let somebody log in with a password; return them."""
    made = User(context.new_id(), display, roles, **more)
    with transaction():
        journal.record(context.stamp(), "added", made)
    keys.wrap_for(context.data, made.id, password, context.data_key)
    return made
