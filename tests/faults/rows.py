"""The 85 faults and attacks the program must stand, each with the tests that prove it or the work that still owes it.

Run alone it prints how many are proven and ends with 1 when a named test is not there.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


@dataclass(frozen=True)
class Row:
    """One fault: `proofs` name tests as "file::function"; `owed` names the work where a proof is still missing."""

    number: int
    fault: str
    proofs: tuple[str, ...] = ()
    owed: str = ""


LEDGER = "the ledger that cannot lie"
PAPER = "paper"
COUNTER = "the counter at full speed"
LATER = "accountability and installers"

SEALED = "exchange/test_sealed_file.py::"
RECORDS = "exchange/test_records.py::"
MEDIA = "exchange/test_media.py::"
KILL = "faults/test_kill.py::"
ENGINE = "store/test_engine.py::"
SENDING = "usecases/test_sending.py::"
CHECKS = "usecases/test_checks.py::"

ROWS = (
    Row(1, "power cut before commit", (KILL + "test_no_number_that_was_shown_is_lost_or_given_twice",)),
    Row(
        2,
        "power cut after commit, before print",
        (
            KILL + "test_no_number_that_was_shown_is_lost_or_given_twice",
            "usecases/test_letters.py::"
            "test_a_power_cut_after_the_number_and_before_the_print_leaves_the_letter_to_print",
        ),
    ),
    Row(3, "power cut during checkpoint", (KILL + "test_no_number_is_lost_when_every_page_is_checkpointed",)),
    Row(4, "power cut during first start", owed=LEDGER),
    Row(5, "power cut during migration", owed=LEDGER),
    Row(6, "power cut during backup", owed=LEDGER),
    Row(7, "power cut during closing", owed=LEDGER),
    Row(8, "power cut during import at the kabupaten", (KILL + "test_an_import_that_is_killed_is_whole_or_absent",)),
    Row(9, "unsynced data dropped or torn", owed=LEDGER),
    Row(10, "sync fails", owed=LEDGER),
    Row(11, "disk full in the database", owed=LEDGER),
    Row(12, "file size limit", owed=LEDGER),
    Row(
        13,
        "disk full on the stick",
        (MEDIA + "test_a_target_that_fills_up_while_writing_keeps_nothing",),
    ),
    Row(14, "stick pulled while writing", (MEDIA + "test_a_locked_or_pulled_stick_is_told_apart",)),
    Row(15, "stick pulled between rename and flush", (MEDIA + "test_a_file_that_lost_its_end_is_found_out",)),
    Row(16, "stick of fake capacity", (MEDIA + "test_a_stick_that_holds_less_than_it_says_is_found_out",)),
    Row(17, "locked stick, virus scanner", (MEDIA + "test_a_virus_scanner_that_holds_the_file_is_waited_for",)),
    Row(18, "odd names", (MEDIA + "test_every_name_is_legal_on_every_stick",)),
    Row(19, "file truncated", (SEALED + "test_every_flipped_bit_and_every_truncation_is_refused",)),
    Row(20, "bit flipped", (SEALED + "test_every_flipped_bit_and_every_truncation_is_refused",)),
    Row(21, "blocks swapped", (SEALED + "test_blocks_moved_within_a_file_are_refused",)),
    Row(22, "wrong file", ("exchange/test_seal.py::test_a_photo_or_a_torso_is_refused",)),
    Row(23, "replay, late, reordered", (SENDING + "test_importing_twice_or_out_of_order_changes_nothing",)),
    Row(24, "lost file", (SENDING + "test_a_lost_file_shows_as_a_hole_and_heals",)),
    Row(25, "forged by an outsider", (SEALED + "test_a_forged_file_is_refused_by_name",)),
    Row(26, "signed by one office, claims another", (SEALED + "test_a_forged_file_is_refused_by_name",)),
    Row(27, "signature for another purpose", (SEALED + "test_a_reply_is_not_taken_for_a_data_file",)),
    Row(28, "forwarded to another kabupaten", (SEALED + "test_a_forged_file_is_refused_by_name",)),
    Row(29, "downgrade of the format", (SEALED + "test_a_forged_file_is_refused_by_name",)),
    Row(30, "zip bomb and malformed zip", ("exchange/test_archive.py::test_a_bomb_is_refused_before_it_is_inflated",)),
    Row(31, "path traversal", ("exchange/test_archive.py::test_an_archive_that_is_not_exactly_ours_is_refused",)),
    Row(32, "malformed JSON", (RECORDS + "test_a_record_of_the_wrong_shape_is_refused",)),
    Row(
        33,
        "signed but malformed",
        (SEALED + "test_content_signed_by_an_insider_is_accepted_or_refused_and_nothing_else",),
    ),
    Row(34, "oversized text and counts", (RECORDS + "test_a_long_run_is_cut_by_number_and_by_size",)),
    Row(35, "formulas in spreadsheets", owed=LATER),
    Row(36, "NIK mangled by spreadsheets", owed=LATER),
    Row(37, "markup in names", ("documents/test_flow.py::test_markup_in_a_name_prints_as_it_is_written",)),
    Row(
        38,
        "settings that bring code execution back",
        ("documents/test_engine.py::test_a_settings_file_is_refused_and_never_run",),
    ),
    Row(39, "malicious template", owed=PAPER),
    Row(40, "SQL injection", (ENGINE + "test_hostile_words_stay_words",)),
    Row(41, "oversized pictures", owed=COUNTER),
    Row(
        42,
        "control characters",
        ("usecases/test_requests.py::test_any_text_typed_as_a_name_is_stored_clean_or_refused_in_words",),
    ),
    Row(
        43,
        "bidi and look-alike names",
        ("domain/test_hostile_text.py::test_direction_marks_go_and_look_alikes_are_warned_of",),
    ),
    Row(44, "composed and decomposed twins", ("domain/test_hostile_text.py::test_twins_of_one_name_become_one",)),
    Row(45, "clock set back", owed=LEDGER),
    Row(46, "clock far ahead", owed=LEDGER),
    Row(47, "dead clock battery", owed=LEDGER),
    Row(48, "midnight and time zones", owed=LEDGER),
    Row(49, "back-dated entry", owed=LEDGER),
    Row(50, "cloned computers", owed=LEDGER),
    Row(51, "old backup restored", owed=LEDGER),
    Row(52, "re-installed computer", owed=LEDGER),
    Row(53, "rows changed with a tool", (CHECKS + "test_every_change_by_a_foreign_tool_is_found",), owed=LEDGER),
    Row(54, "whole chain rewritten", owed=LEDGER),
    Row(55, "requests never recorded", owed=LATER),
    Row(56, "hidden fee", owed=LATER),
    Row(57, "void after cash", owed=LATER),
    Row(58, "tariff silently changed", owed=LATER),
    Row(
        59, "stolen computer or stick", (ENGINE + "test_no_word_of_the_data_stands_readable_on_the_disk",), owed=LEDGER
    ),
    Row(60, "database replaced", (ENGINE + "test_a_wrong_key_is_a_sentence_and_changes_nothing",), owed=LEDGER),
    Row(61, "plain SQLite linked", (ENGINE + "test_the_whole_program_refuses_to_start_on_a_plain_sqlite",)),
    Row(62, "vulnerable SQLite linked", (ENGINE + "test_a_vulnerable_sqlite_is_refused_with_a_way_out",)),
    Row(63, "password or sheet lost", owed=LEDGER),
    Row(64, "password guessing", owed=LEDGER),
    Row(65, "unattended computer", owed=LEDGER),
    Row(66, "bit rot in the database", owed=LEDGER),
    Row(67, "bit rot in a backup", owed=LEDGER),
    Row(68, "file copied while open", owed=LEDGER),
    Row(69, "network share or cloud folder", owed=LEDGER),
    Row(
        70,
        "second instance",
        ("faults/test_second_instance.py::test_a_second_program_on_the_same_data_is_refused_in_words",),
    ),
    Row(71, "killed program", owed=LEDGER),
    Row(72, "printer out of paper", owed=PAPER),
    Row(73, "double click", ("usecases/test_requests.py::test_pressing_enter_twice_registers_once",)),
    Row(74, "two clerks, one request", owed=LATER),
    Row(75, "fake kabupaten card", ("exchange/test_keys.py::test_every_changed_bit_of_a_card_is_refused",), owed=LATER),
    Row(76, "kabupaten loses its key", owed=LATER),
    Row(
        77,
        "forged or old reply",
        ("exchange/test_reply.py::test_a_reply_signed_by_anyone_but_our_kabupaten_is_refused",),
    ),
    Row(78, "no reply ever comes", owed=LATER),
    Row(79, "older program", ("store/test_migrations.py::test_a_newer_file_is_refused_with_a_way_out",)),
    Row(80, "newer office, older kabupaten", (RECORDS + "test_kinds_of_a_newer_program_are_kept",), owed=LATER),
    Row(81, "malware on the stick", (MEDIA + "test_sealed_files_are_known_by_their_content",)),
    Row(82, "personal data in logs", ("ui/test_log.py::",), owed=LEDGER),
    Row(83, "erasure then audit", owed=LATER),
    Row(
        84, "hijacked dependency", ("house/test_house.py::test_the_lock_pins_and_hashes_everything_and_names_no_place",)
    ),
    Row(85, "memory exhausted at import", owed=LATER),
)


def proven() -> list[Row]:
    """Return the rows with a proof and nothing owed."""
    return [row for row in ROWS if row.proofs and not row.owed]


def lacking() -> list[str]:
    """Return the named tests that do not exist, and the rows that name neither a test nor what is owed."""
    found = [f"row {row.number} names nothing" for row in ROWS if not row.proofs and not row.owed]
    for row in ROWS:
        for proof in row.proofs:
            file, _, name = proof.partition("::")
            path = TESTS / file
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            if not re.search(rf"def {name}\b" if name else "def test_", text):
                found.append(f"row {row.number}: {proof}")
    return found


def main() -> int:
    """Print n of 85."""
    missing = lacking()
    for line in missing:
        sys.stderr.write(f"no such test: {line}\n")
    sys.stdout.write(f"faults proven: {len(proven())} of {len(ROWS)}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
