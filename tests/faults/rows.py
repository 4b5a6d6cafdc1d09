"""The 85 faults and attacks the program must stand, each with the tests that prove it or the work that still owes it.

Longer than 300 lines because it is one table, a row for each fault.

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
COUNTER = "the counter at full speed"
LATER = "accountability and installers"

SEALED = "exchange/test_sealed_file.py::"
RECORDS = "exchange/test_records.py::"
MEDIA = "exchange/test_media.py::"
KILL = "faults/test_kill.py::"
ENGINE = "store/test_engine.py::"
SENDING = "usecases/test_sending.py::"
CHECKS = "usecases/test_checks.py::"
POINTS = "faults/test_crash_points.py::"
POWER = "faults/test_power_loss.py::"
SPACE = "faults/test_space.py::"
TOOL = "faults/test_foreign_tool.py::"
REWRITTEN = "faults/test_rewritten_chain.py::"
CLOCK = "usecases/test_clock.py::"
PADS = "usecases/test_pads.py::"
GUARDS = "usecases/test_guards.py::"
RESTORE = "usecases/test_restoring.py::"
JOBS = "usecases/test_print_jobs.py::"
TEXTS = "usecases/test_text_samples.py::"
PASSWORDS = "usecases/test_passwords.py::"
SCANS = "documents/test_scans.py::"
BACKUP = "store/test_backup.py::"
CUT_BACKUP = "faults/test_backup_crashes.py::"

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
    Row(
        3,
        "power cut during checkpoint",
        (
            KILL + "test_no_number_is_lost_when_every_page_is_checkpointed",
            POWER + "test_nothing_shown_is_lost_whatever_the_power_cut_leaves",
        ),
    ),
    Row(
        4,
        "power cut during first start",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            POWER + "test_nothing_shown_is_lost_whatever_the_power_cut_leaves",
        ),
    ),
    Row(
        5,
        "power cut during migration",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            POWER + "test_nothing_shown_is_lost_whatever_the_power_cut_leaves",
        ),
    ),
    Row(
        6,
        "power cut during backup",
        (
            CUT_BACKUP + "test_a_cut_in_a_backup_or_a_restore_loses_nothing",
            CUT_BACKUP + "test_what_was_not_synced_when_the_power_went_harms_no_backup_and_no_restore",
        ),
    ),
    Row(
        7,
        "power cut during closing",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            POWER + "test_nothing_shown_is_lost_whatever_the_power_cut_leaves",
        ),
    ),
    Row(8, "power cut during import at the kabupaten", (KILL + "test_an_import_that_is_killed_is_whole_or_absent",)),
    Row(9, "unsynced data dropped or torn", (POWER + "test_nothing_shown_is_lost_whatever_the_power_cut_leaves",)),
    Row(
        10,
        "sync fails",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            "faults/test_sync_failure.py::test_after_a_failed_sync_nothing_is_written_until_the_next_start",
        ),
    ),
    Row(
        11,
        "disk full in the database",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            SPACE + "test_a_full_disk_is_a_sentence_and_room_lets_work_go_on",
        ),
    ),
    Row(12, "file size limit", (SPACE + "test_a_limit_on_the_size_of_files_loses_nothing",)),
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
    Row(
        39,
        "malicious template",
        (
            TEXTS + "test_whatever_a_value_holds_prints_as_it_was_typed",
            TEXTS + "test_values_in_a_list_are_no_blanks_and_no_markup_either",
            TEXTS + "test_words_of_a_text_are_data_on_paper_too",
            "exchange/test_packs.py::test_every_changed_byte_of_a_pack_is_refused",
        ),
    ),
    Row(40, "SQL injection", (ENGINE + "test_hostile_words_stay_words",)),
    Row(
        41,
        "oversized pictures",
        (
            SCANS + "test_a_picture_that_claims_too_many_dots_is_refused_by_its_head",
            SCANS + "test_a_real_picture_of_26_million_dots_is_refused",
            SCANS + "test_a_photo_of_25_million_dots_takes_little_memory",
            SCANS + "test_a_photo_comes_out_upright_and_without_place_owner_and_comment",
            SCANS + "test_what_is_no_picture_is_refused_whatever_its_name",
        ),
    ),
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
    Row(
        45,
        "clock set back",
        (
            CLOCK + "test_a_clock_set_back_marks_and_the_business_date_holds",
            CLOCK + "test_a_clock_that_lags_cannot_be_confirmed",
        ),
    ),
    Row(46, "clock far ahead", (CLOCK + "test_two_people_bring_a_clock_that_ran_ahead_back_and_the_floor_with_it",)),
    Row(
        47, "dead clock battery", (CLOCK + "test_a_dead_battery_is_mended_once_per_start_and_time_goes_on_from_there",)
    ),
    Row(48, "midnight and time zones", (CLOCK + "test_midnight_falls_where_the_office_is",)),
    Row(
        49,
        "back-dated entry",
        (
            PADS + "test_a_back_dated_entry_without_a_slip_is_impossible",
            PADS + "test_nobody_enters_an_earlier_time_alone",
            PADS + "test_a_slip_is_keyed_in_with_both_times_and_two_people",
        ),
    ),
    Row(
        50,
        "cloned computers",
        (
            GUARDS + "test_a_cloned_computer_is_asked_whether_it_was_moved",
            "usecases/test_continuing.py::test_a_copy_goes_on_in_a_ledger_and_with_keys_of_its_own",
        ),
    ),
    Row(
        51,
        "old backup restored",
        (
            GUARDS + "test_a_database_put_back_in_time_holds_registrations_back",
            RESTORE + "test_an_old_backup_comes_back_in_a_ledger_of_its_own_and_gives_no_number_twice",
            RESTORE + "test_every_number_that_is_lost_is_explained_one_by_one",
        ),
    ),
    Row(
        52,
        "re-installed computer",
        (RESTORE + "test_a_re_installed_computer_is_asked_for_its_backup_and_loses_no_number",),
    ),
    Row(
        53,
        "rows changed with a tool",
        (
            CHECKS + "test_every_change_by_a_foreign_tool_is_found",
            TOOL + "test_every_row_changed_or_deleted_is_found",
        ),
    ),
    Row(
        54,
        "whole chain rewritten",
        (
            REWRITTEN + "test_a_rewritten_chain_looks_whole_here_and_forks_at_the_kabupaten",
            REWRITTEN + "test_the_sheet_of_a_closed_day_shows_that_the_chain_is_another",
            REWRITTEN + "test_the_mark_beside_the_data_stops_who_forgets_it",
        ),
    ),
    Row(55, "requests never recorded", owed=LATER),
    Row(56, "hidden fee", owed=LATER),
    Row(57, "void after cash", owed=LATER),
    Row(58, "tariff silently changed", owed=LATER),
    Row(
        59,
        "stolen computer or stick",
        (
            ENGINE + "test_no_word_of_the_data_stands_readable_on_the_disk",
            BACKUP + "test_no_word_of_the_data_stands_readable_on_the_stick",
        ),
    ),
    Row(
        60,
        "database replaced",
        (
            ENGINE + "test_a_wrong_key_is_a_sentence_and_changes_nothing",
            GUARDS + "test_a_database_of_another_office_is_told",
            GUARDS + "test_another_history_of_the_same_length_is_told",
        ),
    ),
    Row(61, "plain SQLite linked", (ENGINE + "test_the_whole_program_refuses_to_start_on_a_plain_sqlite",)),
    Row(62, "vulnerable SQLite linked", (ENGINE + "test_a_vulnerable_sqlite_is_refused_with_a_way_out",)),
    Row(
        63,
        "password or sheet lost",
        (
            "usecases/test_escrow.py::test_an_office_that_lost_passwords_and_sheet_comes_in_again",
            "usecases/test_escrow.py::test_stock_age_opens_the_recovery_file_for_the_kabupaten_and_for_the_sheet",
        ),
    ),
    Row(
        64,
        "password guessing",
        (
            PASSWORDS + "test_wrong_passwords_make_one_wait_longer_each_time",
            PASSWORDS + "test_a_turned_clock_does_not_shorten_the_wait",
            PASSWORDS + "test_a_new_start_of_the_program_does_not_shorten_the_wait",
        ),
    ),
    Row(
        65,
        "unattended computer",
        (
            "ui/test_idle.py::test_five_minutes_without_a_hand_are_said_once",
            "ui/test_office_window.py::test_an_unattended_window_covers_itself",
            "ui/test_locking.py::test_neither_a_wrong_password_nor_esc_opens_it",
        ),
    ),
    Row(66, "bit rot in the database", (TOOL + "test_one_flipped_bit_in_any_page_is_found",)),
    Row(
        67,
        "bit rot in a backup",
        (BACKUP + "test_any_flipped_byte_of_a_backup_is_found_and_the_older_one_still_holds",),
    ),
    Row(
        68,
        "file copied while open",
        (BACKUP + "test_a_copy_made_by_a_file_manager_while_the_office_works_is_no_backup",),
    ),
    Row(
        69,
        "network share or cloud folder",
        (
            "usecases/test_folders.py::test_a_network_share_is_refused_with_a_way_out",
            "usecases/test_folders.py::test_a_cloud_folder_is_refused_by_its_name",
            GUARDS + "test_a_network_share_holds_registrations_back_and_no_office_is_made_there",
        ),
    ),
    Row(
        70,
        "second instance",
        ("faults/test_second_instance.py::test_a_second_program_on_the_same_data_is_refused_in_words",),
    ),
    Row(
        71,
        "killed program",
        (
            POINTS + "test_nothing_is_lost_wherever_the_disk_fails",
            KILL + "test_no_number_that_was_shown_is_lost_or_given_twice",
        ),
    ),
    Row(
        72,
        "printer out of paper",
        (
            JOBS + "test_what_the_printer_refused_is_certainly_not_printed",
            JOBS + "test_after_a_crash_at_the_printer_it_is_uncertain_and_somebody_says_what_became_of_it",
            JOBS + "test_after_a_crash_the_letter_can_be_printed_again_and_is_the_same",
            JOBS + "test_after_a_crash_before_the_printer_it_waits_and_is_not_uncertain",
            "ui/home/test_attention.py::test_letters_without_paper_are_named_and_the_uncertain_ones_first",
        ),
    ),
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
