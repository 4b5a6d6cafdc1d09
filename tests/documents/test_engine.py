from __future__ import annotations

import os
import subprocess
import sys

import pytest
from reportlab import rl_config

from paten_desk.documents import engine
from paten_desk.domain.errors import PatenError


def test_paper_is_made_with_the_safe_settings():
    assert rl_config.toColorCanUse == engine.COLOUR_RULE
    assert rl_config.invariant == 1


def test_a_colour_evaluator_brought_back_stops_printing():
    with pytest.raises(PatenError, match="pengaturan pembuat dokumen"):
        engine.refuse_settings({"toColorCanUse": "rl_safe_eval", "trustedHosts": None})


def test_trusting_other_hosts_stops_printing():
    with pytest.raises(PatenError, match="pengaturan pembuat dokumen"):
        engine.refuse_settings({"toColorCanUse": engine.COLOUR_RULE, "trustedHosts": ["example.org"]})


def test_a_settings_file_is_refused_and_never_run(tmp_path):
    canary = tmp_path / "canary"
    (tmp_path / ".reportlab_settings").write_text(f"open({str(canary)!r}, 'w').close()")

    made = _import_documents(HOME=str(tmp_path), USERPROFILE=str(tmp_path))

    assert "berkas pengaturan asing" in made.stderr
    assert not canary.exists()


def test_a_hostile_variable_is_refused():
    made = _import_documents(RL_toColorCanUse="rl_safe_eval")

    assert "pengaturan pembuat dokumen" in made.stderr


def _import_documents(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import paten_desk.documents"]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
