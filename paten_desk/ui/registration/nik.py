"""What a NIK says, in words, and the field that holds the cursor until its digits are right."""

from __future__ import annotations

from paten_desk.domain.formats import long_date
from paten_desk.domain.identity import FEMALE, NikFacts, decode, is_well_formed
from paten_desk.domain.office import OfficeRole
from paten_desk.ui.number_fields import NikField
from paten_desk.usecases import reference
from paten_desk.usecases.context import Context

SEXES = (("L", "Laki-laki"), ("P", "Perempuan"))


class CitizenNik(NikField):
    """A NIK; Enter does not leave a number that was begun and not ended. Tab and the mouse do."""

    def go_on(self) -> None:
        if self.value() and not self.is_full():
            self.left.emit()
        else:
            super().go_on()


def facts_of(context: Context, nik: str) -> NikFacts | None:
    """Return what a NIK says, or None while it cannot be one."""
    return decode(nik, context.today()) if is_well_formed(nik) else None


def words_of(context: Context, facts: NikFacts) -> tuple[str, ...]:
    """Say area, birth and sex of a NIK, each in a few words; what cannot be read is left out."""
    births = " atau ".join(long_date(day) for day in facts.births)
    return tuple(
        part
        for part in (
            _area(context, facts.area),
            f"lahir {births}" if births else "",
            "perempuan" if facts.sex == FEMALE else "laki-laki",
        )
        if part
    )


def _area(context: Context, digits: str) -> str:
    code = f"{digits[:2]}.{digits[2:4]}.{digits[4:]}"
    office = context.office
    if office.role is OfficeRole.KECAMATAN and code == office.area:
        return f"{code} Kecamatan {office.name}"
    found = next((each for each in reference.districts(code[:5]) if each.code == code), None)
    return f"{code} Kecamatan {found.name}" if found else code
