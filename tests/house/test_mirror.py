"""Every module is proved by a test file in its own place, or the place named here says where."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path.relative_to(ROOT / "paten_desk") for path in (ROOT / "paten_desk").rglob("*.py") if path.name != "__init__.py"
)

# Shrink only: a module that stands here is proved by the file beside it, where it is used.
PROVED_ELSEWHERE = {
    "paths.py": "tests/usecases/test_setup.py",
    "domain/escrows.py": "tests/usecases/test_escrow.py",
    "domain/partners.py": "tests/usecases/test_sending.py",
    "domain/shifts.py": "tests/usecases/test_sessions.py",
    "usecases/ledger_checks.py": "tests/faults/test_foreign_tool.py",
    "store/clocks.py": "tests/usecases/test_clock.py",
    "store/closings.py": "tests/usecases/test_closings.py",
    "store/drafts.py": "tests/usecases/test_requests.py",
    "store/letters.py": "tests/usecases/test_letters.py",
    "store/migrations/m0001_initial.py": "tests/store/test_migrations.py",
    "ui/reports.py": "tests/ui/test_tasks.py",
    "store/nouns.py": "tests/store/test_journal.py",
    "store/people.py": "tests/usecases/test_people.py",
    "store/projection.py": "tests/usecases/test_checks.py",
    "store/rebuild.py": "tests/usecases/test_checks.py",
    "store/requests.py": "tests/usecases/test_requests.py",
    "store/tables.py": "tests/store/test_migrations.py",
    "usecases/demo.py": "tests/test_cli.py",
    "usecases/inspection.py": "tests/test_cli.py",
    "usecases/instance.py": "tests/faults/test_second_instance.py",
    "usecases/kabupaten.py": "tests/usecases/test_sending.py",
    "usecases/letter_sheets.py": "tests/usecases/test_letters.py",
    "usecases/sample.py": "tests/usecases/test_setup.py",
    "usecases/sample_day.py": "tests/test_cli.py",
}
FOLDERS_PROVED_BY_THEIR_PAGE = ("ui",)


def test_every_module_has_its_test_in_its_place():
    lacking = []
    for module in MODULES:
        own = ROOT / "tests" / module.parent / f"test_{module.name}"
        told = PROVED_ELSEWHERE.get(module.as_posix(), "")
        in_a_page = module.parts[0] in FOLDERS_PROVED_BY_THEIR_PAGE and len(module.parts) > 2
        page = in_a_page and any((ROOT / "tests" / module.parent).glob("test_*.py"))
        if not own.is_file() and not (told and (ROOT / told).is_file()) and not page:
            lacking.append(module.as_posix())
    assert lacking == []


def test_the_list_of_exceptions_names_nothing_that_is_gone():
    known = {module.as_posix() for module in MODULES}
    assert set(PROVED_ELSEWHERE) <= known
    assert [
        name for name in PROVED_ELSEWHERE if (ROOT / "tests" / Path(name).parent / f"test_{Path(name).name}").is_file()
    ] == []
