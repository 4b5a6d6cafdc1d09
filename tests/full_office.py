"""An office in which something stands at every place there is, for tests of figures and recaps."""

from dataclasses import replace
from datetime import timedelta

from paten_desk.domain.roles import Right, Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import approvals, letters, pads, requests, work
from tests.builders import a_request, a_user, a_visit

ELSEWHERE = {"village_code": "", "village": "Desa Jauh"}
PASSWORD = "payung biru tua"  # a sample


def from_outside(context, serial, code="SKTM"):
    """Register somebody who lives in another kecamatan."""
    (made,) = requests.register(context, a_visit(context, code, serial, **ELSEWHERE))
    return made


def fill(context, clock):
    """Work from Friday to Monday afternoon; numbers 7, 14 and 16 are from outside, 16 is keyed in late."""
    kasi = a_user(context, Role.SECTION_HEAD)
    pads.make(context, 3)
    a_request(context, Status.HANDED_OVER, serial=1)
    a_request(context, Status.READY, serial=2)
    slow = a_request(context, Status.SIGNED, serial=3)
    a_request(context, Status.RETURNED, serial=4)
    still = a_request(context, Status.VERIFIED, serial=5)
    work.act(context, still.id, Action.PAUSE, "menunggu Dukcapil")
    refused = a_request(context, serial=6)
    from_outside(context, 7)
    clock.forward(hours=5)
    letters.issue(context, slow.id)  # ready, and too late
    work.act(context, refused.id, Action.REJECT, "bukan warga")  # too late as well
    clock.forward(days=1)
    a_request(context, serial=8)  # in a village, on Saturday
    clock.at = clock.at.replace(hour=8) + timedelta(days=2)
    for serial, status in enumerate((Status.ACCEPTED, Status.DRAFTED, Status.INITIALLED_SECTION), 9):
        a_request(context, status, "SKDOM", serial)
    a_request(context, Status.INITIALLED_SECRETARY, serial=12)
    a_request(context, Status.HANDED_OVER, serial=13)
    work.act(context, from_outside(context, 14, "PSKCK").id, Action.CANCEL, "tidak jadi")
    work.act(context, a_request(context, serial=15).id, Action.RETURN, "KK belum ada")
    slip = replace(a_visit(context, serial=16, **ELSEWHERE), happened_at=clock.at - timedelta(hours=68), pad_number=1)
    requests.register(context, slip, approvals.approve(context, Right.BACK_DATE, kasi.id, PASSWORD))
    clock.forward(hours=6)
