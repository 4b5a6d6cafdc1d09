"""Do a step of the work: ask what the step needs, call its use case, and tell who looks again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from PySide6.QtWidgets import QWidget

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.requests import PAUSE_NAMES, PauseReason, Request
from paten_desk.domain.roles import may
from paten_desk.domain.workflow import Action
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.fields import ComboField, TextField
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.requests import visiting
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column
from paten_desk.usecases import letters, services, work
from paten_desk.usecases.context import Context

Done = Callable[[], None]

ASKED = {
    Action.RETURN: (
        "Kembalikan berkas ini kepada warga?",
        "Janji waktu berhenti sampai warga melengkapi berkasnya.",
        "Kembalikan",
    ),
    Action.REJECT: ("Tolak permohonan ini?", "Permohonan berakhir dan warga menerima alasannya.", "Tolak permohonan"),
    Action.CANCEL: (
        "Batalkan permohonan ini?",
        "Nomornya tidak dipakai lagi dan tercatat dengan alasannya.",
        "Batalkan permohonan",
    ),
}
ALONE = (Action.VERIFY, Action.DRAFT, Action.INITIAL_SECTION, Action.INITIAL_SECRETARY)
SHORTEST_REASON = 5
LEFT = "Penanda tangan sebelumnya sudah tidak menjabat. Catat sesudah kertasnya ditandatangani pejabat yang sekarang."


def verb(action: Action, output: OutputKind) -> str:
    """Return what stands on the button of a step."""
    if action is Action.SIGN:
        return "Sudah ditandatangani"
    if action is Action.MAKE_READY and output is not OutputKind.NONE:
        return "Beri nomor dan terbitkan"
    return {Action.MAKE_READY: "Tandai siap diambil", Action.ACCEPT: "Simpan kelengkapan"}.get(
        action, work.ACTION_NAMES[action]
    )


def act(context: Context, tasks: Tasks, request: Request, action: Action, done: Done) -> None:
    """Do one step; what it needs is asked first, and `done` is called only when it was done."""
    if action in ASKED:
        if reason := dialogs.ask_reason(*ASKED[action]):
            work.act(context, request.id, action, reason)
            done()
    elif action is Action.FIELD_CHECK:
        if visiting.finish(context, request):
            done()
    elif action is Action.PAUSE:
        if asked := ask_pause():
            work.act(context, request.id, action, asked[1], asked[0])
            done()
    elif action is Action.SIGN:
        if official := ask_signer(letters.signers(context, request.id)):
            letters.sign(context, request.id, official)
            done()
    elif action is Action.MAKE_READY:
        if letters.signer_left(context, request.id):
            official = ask_signer(letters.signers(context, request.id), LEFT)
            if not official:
                return
            letters.sign_again(context, request.id, official)
        tasks.run(lambda: letters.issue(context, request.id), lambda _: done())
    else:
        take(context, request, action)
        done()


def take(context: Context, request: Request, action: Action) -> Request:
    """Do a step that needs no answer, and return the request after it."""
    if action is Action.DRAFT:
        return letters.draft(context, request.id)
    return work.act(context, request.id, action)


def ahead(context: Context, request: Request) -> int:
    """Count the steps this user can do in a row from here to where the signature is awaited."""
    if services.service_of(request).output is OutputKind.NONE:
        return 0
    if not work.actions(context, request):
        return 0
    coming = [step.action for step in work.history(context, request.id) if step.at is None]
    mine = takewhile(lambda action: action in ALONE and may(context.user.roles, action), coming)
    return sum(1 for _ in mine)


def walk(context: Context, request: Request) -> Request:
    """Do each step this user may do, one record each, until the signature is awaited."""
    while (steps := work.actions(context, request)) and steps[0] in ALONE:
        request = take(context, request, steps[0])
    return request


def ask_signer(signers: Sequence[Choice], why: str = "Catat sesudah kertasnya benar-benar ditandatangani.") -> str:
    """Ask who has signed the paper; return the official, or "" where the user went back."""
    if not signers:
        dialogs.tell(
            "Belum ada pejabat yang dapat menandatangani surat ini.", "Isi data pejabat di Pengaturan, lalu ulangi."
        )
        return ""
    field = ComboField("Penanda tangan", signers, hint="Nama dan jabatannya disalin ke surat.")
    field.set_value(signers[0][0])
    notice = Notice(
        "Siapa yang menandatangani surat ini?",
        why,
        (("", BACK), ("yes", "Catat tanda tangan")),
        icon="pen-line",
        inside=field,
        allowed=lambda: bool(field.value()),
    )
    field.then = notice.buttons["yes"].click
    field.editor.setFocus()
    return field.value() if notice.ask() == "yes" else ""


class PauseForm(QWidget):
    """Why the clock stands still: one of four causes, and a line of words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.cause = ComboField("Sebab", [(each.value, words.capitalize()) for each, words in PAUSE_NAMES.items()])
        self.cause.set_value(PauseReason.APPLICANT.value)
        self.reason = TextField("Keterangan", "Tercatat di riwayat dan dapat dibaca pemeriksa.")
        self.setLayout(column(self.cause, self.reason, gap=t.S2))
        self.setFocusProxy(self.reason.editor)

    def allowed(self) -> bool:
        enough = len(self.reason.value()) >= SHORTEST_REASON
        self.reason.show_problem("" if enough else f"Tulis keterangan dengan paling sedikit {SHORTEST_REASON} huruf.")
        return enough and bool(self.cause.value())


def ask_pause() -> tuple[PauseReason, str] | None:
    """Ask why the clock is to stand still, or return None where the user went back."""
    form = PauseForm()
    notice = Notice(
        "Tunda permohonan ini?",
        "Janji waktu berhenti sampai permohonan dilanjutkan.",
        (("", BACK), ("yes", "Tunda")),
        icon="clock",
        inside=form,
        allowed=form.allowed,
    )
    form.reason.then = notice.buttons["yes"].click
    return (PauseReason(form.cause.value()), form.reason.value()) if notice.ask() == "yes" else None
