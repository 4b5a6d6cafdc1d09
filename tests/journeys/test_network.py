"""A whole day touches no network: any socket of the internet families ends the process."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WATCHED = """
import socket, sys

def watch(event, arguments):
    if event in ("socket.__new__", "socket.connect", "socket.getaddrinfo") and (
        event == "socket.getaddrinfo" or arguments[0].family in (socket.AF_INET, socket.AF_INET6)
        if event != "socket.__new__" else arguments[1] in (socket.AF_INET, socket.AF_INET6)
    ):
        sys.stderr.write(f"network: {event} {arguments}\\n")
        sys.exit(9)

sys.addaudithook(watch)
from paten_desk import cli
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_demo_opens_no_socket_to_any_network(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "demo", str(tmp_path / "hari"), "--requests", "6"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr


def test_the_watch_itself_would_notice(tmp_path):
    opened = WATCHED.replace("from paten_desk import cli", "socket.socket(socket.AF_INET)")

    assert subprocess.run([sys.executable, "-c", opened, "x"], cwd=ROOT, capture_output=True).returncode == 9
