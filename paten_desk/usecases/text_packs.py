"""Give letter texts to other offices, and take theirs, as a signed pack."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paten_desk.domain.errors import Invalid, PatenError, Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.office import full_name
from paten_desk.domain.roles import Right
from paten_desk.exchange import media, packs, signature
from paten_desk.exchange.packs import Pack, PackedText
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import letter_texts, partners, text_checks, text_editing
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import parse, source_of


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a pack as this office sees it.

    Attributes:
        words: What stands over the letter; its name where this office has no such text.
        note: Why the sender made it so.
        state: "Baru", "Sama", "Tidak dikenal" or "Perlu diperbaiki".
        problems: Why it cannot be taken.

    """

    name: str
    words: str
    note: str
    state: str
    problems: tuple[Problem, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Say whether it brings something new that this office can print."""
        return self.state == NEW


NEW, SAME, UNKNOWN, WRONG = "Baru", "Sama", "Tidak dikenal", "Perlu diperbaiki"


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack whose signature holds.

    Attributes:
        signer: Who signed it, in one sentence.
        is_known: The key is this office's own, or a confirmed partner's.

    """

    pack: Pack
    signer: str
    is_known: bool
    items: tuple[Item, ...]


def export(context: Context, names: Sequence[str], folder: Path) -> Path:
    """Write the texts that count today into one pack in a folder or on a stick.

    Raises:
        NoRight, PatenError: Not by this user; nothing chosen; the medium fails.

    """
    context.demand(Right.CHANGE_SERVICE)
    if not names:
        raise PatenError("Belum ada naskah yang dipilih.", "Pilih paling sedikit satu naskah, lalu ekspor lagi.")
    secret = partners.own_keys(context)
    texts = tuple(PackedText(name, _plain(context, name), _note(context, name)) for name in sorted(set(names)))
    own = signature.public_key(secret.seed).hex()
    made = Pack(context.office.area, full_name(context.office), own, context.today(), texts)
    content = packs.write_pack(made, secret.seed)
    return media.write_file(folder, media.pack_name(made.area, made.made, packs.digest(content)), content)


def read(context: Context, path: Path) -> Opened:
    """Read a pack file without taking anything in.

    Raises:
        Rejected, PatenError: It is no pack, or does not hold; it cannot be read.

    """
    return opened(context, media.read_file(path, packs.MAX_PACK_BYTES))


def opened(context: Context, content: bytes) -> Opened:
    """Read a pack and look at every text in it as if it had been typed here.

    Raises:
        Rejected: It is no pack, or does not hold.

    """
    pack = packs.read_pack(content)
    known = {row.name: row.words for row in text_editing.names(context)}
    signer, is_known = _signer(context, pack)
    return Opened(pack, signer, is_known, tuple(_item(context, each, known.get(each.name, "")) for each in pack.texts))


def take(
    context: Context, held: Opened, names: Collection[str], since: date | None, *, trusted: bool = False
) -> list[LetterText]:
    """Record the chosen texts of a pack as new versions that count from a day on; all of them or none.

    `trusted` says that the user answered for a key nobody here knows.

    Raises:
        NoRight, Invalid, PatenError: Not by this user; a text or the day is wrong; the key is not known.

    """
    context.demand(Right.CHANGE_SERVICE)
    if not held.is_known and not trusted:
        raise PatenError(
            "Paket naskah ini ditandatangani kunci yang belum dikenal.",
            "Pastikan pengirimnya lewat telepon, lalu impor lagi.",
        )
    note = f"Dari paket naskah {held.pack.name}, {long_date(held.pack.made)}"
    chosen = [each for each in held.pack.texts if each.name in names]
    found = text_editing.asked(context, since, note)
    for each in chosen:
        found += text_checks.check(context, each.name, each.source) if letter_texts.is_known(each.name) else [_UNKNOWN]
    if not chosen:
        found.append(Problem("texts", "Pilih paling sedikit satu naskah."))
    if since is None or any(problem.blocks for problem in found):
        raise Invalid(found)
    made = [
        LetterText(context.new_id(), each.name, since, source_of(parse(each.source)), note, held.pack.name)
        for each in chosen
    ]
    with transaction():
        for text in made:
            journal.record(context.stamp(), "changed", text)
    return made


_UNKNOWN = Problem("texts", "Kantor ini tidak mempunyai naskah dengan nama itu.")


def _item(context: Context, packed: PackedText, words: str) -> Item:
    if not words:
        return Item(packed.name, packed.name, packed.note, UNKNOWN, (_UNKNOWN,))
    found = tuple(text_checks.check(context, packed.name, packed.source))
    if any(problem.blocks for problem in found):
        return Item(packed.name, words, packed.note, WRONG, found)
    is_same = parse(packed.source) == parse(letter_texts.source(packed.name, context.today()))
    return Item(packed.name, words, packed.note, SAME if is_same else NEW, found)


def _signer(context: Context, pack: Pack) -> tuple[str, bool]:
    secret = partners.own_keys(context)
    if signature.public_key(secret.seed).hex() == pack.signing_key:
        return "Ditandatangani oleh kantor ini sendiri.", True
    held = next((card for card in partners.partners(context) if card.signing_key == pack.signing_key), None)
    print_of = signature.fingerprint(bytes.fromhex(pack.signing_key))
    if held is None:
        return f"Kuncinya belum dikenal di sini; paket menyebut {pack.name} ({pack.area}), sidik {print_of}.", False
    if not held.confirmed:
        return f"Kunci {held.name} belum dicocokkan lewat telepon; sidik {print_of}.", False
    if held.area != pack.area:
        return f"Kunci milik {held.name}, tetapi paket menyebut {pack.name} ({pack.area}).", False
    return f"Ditandatangani oleh {held.name}, kuncinya sudah dicocokkan.", True


def _plain(context: Context, name: str) -> str:
    return source_of(parse(text_editing.source(context, name)))


def _note(context: Context, name: str) -> str:
    counts = next((each for each in text_editing.versions(context, name) if each.counts), None)
    return counts.note[:200] if counts else ""
