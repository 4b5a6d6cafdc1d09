"""The end of the day: closing it, and sealing what the kabupaten has not acknowledged."""

from pathlib import Path

from paten_desk.exchange import keys as cards
from paten_desk.exchange import sealed_file
from paten_desk.exchange.signature import public_key
from paten_desk.paths import keys_dir
from paten_desk.store import archive, keys
from paten_desk.usecases import closings, partners, sending
from tests.builders import a_request, with_officials
from tests.conftest import KEY, OFFICE, Clock
from tests.faults.flows.kit import Flow, an_office, data_of, glance_with, open_at, shut, warmed, whole


def _closing_prepare(folder):
    context = an_office(folder)
    warmed(context)
    with_officials(context)
    for serial in (1, 2):
        a_request(context, serial=serial)
    shut()


def _closing_run(folder, show):
    context = open_at(folder)
    made = closings.close(context)
    show(made.document)
    shut()


def _closing_kept(context, folder, promise):
    return archive.get(promise, context.today().year).startswith(b"%PDF") and closings.is_closed(
        context, context.today()
    )


def _closing_verify(folder, shown):
    context = open_at(folder)
    day = context.today()
    found = []
    if shown and not closings.is_closed(context, day):
        found.append("shown as closed and open again")
    if not closings.is_closed(context, day):
        closings.close(context)
    made = closings.closing_of(context, day)
    if sum(each.received for each in made.totals) != 2:
        found.append(f"totals {made.totals}")
    if shown and made.document != shown[0]:
        found.append("another sheet than the one shown")
    if not archive.get(made.document, day.year).startswith(b"%PDF"):
        found.append("no sheet")
    found += whole(context)
    shut()
    return found


def _export_prepare(folder):
    context = an_office(folder)
    warmed(context)
    data = data_of(folder)
    keys.store_secret(keys_dir(data), "signing", bytes(range(32)), KEY)
    identity, _ = keys.new_identity()
    keys.store_secret(keys_dir(data), "archive", identity.encode(), KEY)
    card = _kabupaten_card(folder)
    held, _ = partners.enrol(context, card)
    partners.confirm(context, held.id)
    for serial in (1, 2):
        a_request(context, serial=serial)
    (Path(folder) / "stik").mkdir()
    shut()


def _kabupaten_card(folder):
    identity = cards.new_identity()
    seed = bytes(reversed(range(32)))
    card = cards.KeyCard(
        cards.Role.KABUPATEN,
        OFFICE.area[:5],
        "Kabupaten Contoh",
        "",
        public_key(seed).hex(),
        (cards.recipient_of(identity),),
        Clock()().date(),
    )
    return cards.write_card(card, seed)


def _export_run(folder, show):
    context = open_at(folder)
    (sent,) = sending.export(context, Path(folder) / "stik")
    show(sent.path.name)
    shut()


def _export_kept(context, folder, promise):
    sealed = (Path(folder) / "stik" / promise).read_bytes()
    sealed_file.inspect(sealed, [partners.own_keys(context).identity])
    return True


def _export_verify(folder, shown):
    context = open_at(folder)
    identity = partners.own_keys(context).identity
    stick = Path(folder) / "stik"
    found = [f"shown and not there: {name}" for name in shown if not (stick / name).exists()]
    for path in stick.iterdir():
        if path.suffix == ".age":
            sealed_file.inspect(path.read_bytes(), [identity])  # what bears its final name is whole
    found += whole(context)
    sending.export(context, stick)
    shut()
    return found


FLOWS = (
    Flow("closing", _closing_prepare, _closing_run, _closing_verify, glance_with(_closing_kept)),
    Flow("export", _export_prepare, _export_run, _export_verify, glance_with(_export_kept)),
)
