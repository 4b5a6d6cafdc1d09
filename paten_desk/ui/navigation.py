"""Which rooms a user sees: the rail by role. A page is imported and made on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Right, Role, may
from paten_desk.ui.page import Page
from paten_desk.ui.rail import Room
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is made with."""

    context: Context
    tasks: Tasks


Build = Callable[[Desk], Page]


def _home(desk: Desk) -> Page:
    from paten_desk.ui.home.page import HomePage

    return HomePage(desk.context, desk.tasks)


def _registration(desk: Desk) -> Page:
    from paten_desk.ui.registration.page import RegistrationPage

    return RegistrationPage(desk.context, desk.tasks)


def _requests(desk: Desk) -> Page:
    from paten_desk.ui.requests.page import RequestsPage

    return RequestsPage(desk.context, desk.tasks)


def _letters(desk: Desk) -> Page:
    from paten_desk.ui.letters.page import LettersPage

    return LettersPage(desk.context, desk.tasks)


def _handover(desk: Desk) -> Page:
    from paten_desk.ui.handover.page import HandoverPage

    return HandoverPage(desk.context, desk.tasks)


def _closings(desk: Desk) -> Page:
    from paten_desk.ui.closings.page import ClosingPage

    return ClosingPage(desk.context, desk.tasks)


def _numbers(desk: Desk) -> Page:
    from paten_desk.ui.numbers.page import NumbersPage

    return NumbersPage(desk.context, desk.tasks)


def _sheets(desk: Desk) -> Page:
    from paten_desk.ui.sheets.page import SheetsPage

    return SheetsPage(desk.context, desk.tasks)


def _backups(desk: Desk) -> Page:
    from paten_desk.ui.backups.page import BackupsPage

    return BackupsPage(desk.context, desk.tasks)


def _settings(desk: Desk) -> Page:
    from paten_desk.ui.settings.page import SettingsPage

    return SettingsPage(desk.context, desk.tasks)


def _inbox(desk: Desk) -> Page:
    from paten_desk.ui.kabupaten.inbox_page import InboxPage

    return InboxPage(desk.context, desk.tasks)


def _offices(desk: Desk) -> Page:
    from paten_desk.ui.kabupaten.offices_page import OfficesPage

    return OfficesPage(desk.context, desk.tasks)


def _keys(desk: Desk) -> Page:
    from paten_desk.ui.kabupaten.keys_page import KeysPage

    return KeysPage(desk.context, desk.tasks)


CHIEFS = (Role.SECTION_HEAD, Role.SECRETARY, Role.HEAD)


def rooms(desk: Desk) -> list[Room]:
    """Return the rooms of this user's rail, in the order of the work; everybody finds their own account in the last.

    Pages with citizens on them are for those who may look citizens up.
    """
    roles = desk.context.user.roles

    def room(name: str, title: str, icon: str, build: Build, new_group: bool = False) -> Room:
        return Room(name, title, icon, lambda: build(desk), new_group)

    backs_up = may(roles, Right.BACK_UP)
    if desk.context.office.role is OfficeRole.KABUPATEN:
        return [
            room("inbox", "Terima Berkas", "inbox", _inbox),
            room("offices", "Kecamatan", "building-2", _offices),
            room("keys", "Kunci", "lock", _keys, new_group=True),
            *([room("backups", "Cadangan", "hard-drive", _backups)] if backs_up else []),
            room("settings", "Pengaturan", "settings", _settings),
        ]
    looks_up = may(roles, Right.LOOK_UP)
    found = [room("home", "Beranda", "house", _home)] if looks_up else []
    if may(roles, Right.REGISTER):
        found.append(room("registration", "Pendaftaran", "clipboard-list", _registration))
    if looks_up:
        found.append(room("requests", "Berkas", "folder-open", _requests))
    if set(roles) & {*CHIEFS, Role.OPERATOR}:
        found.append(room("letters", "Surat", "file-text", _letters))
    if may(roles, Right.REGISTER):
        found.append(room("handover", "Penyerahan", "package-check", _handover))
    closes = may(roles, Right.CLOSE_DAY) or may(roles, Right.EXPORT)
    if closes:
        found.append(room("closings", "Tutup Hari", "calendar-check", _closings, new_group=looks_up))
    numbers = may(roles, Right.NUMBER) or may(roles, Right.AUDIT)
    if numbers:
        found.append(room("numbers", "Buku Nomor", "hash", _numbers, new_group=looks_up and not closes))
    if looks_up:
        found.append(room("sheets", "Cetakan", "printer", _sheets, new_group=not (closes or numbers)))
    if backs_up:
        found.append(room("backups", "Cadangan", "hard-drive", _backups))
    found.append(room("settings", "Pengaturan", "settings", _settings))
    return found
