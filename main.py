"""PATEN Desk: the window, or one command without it."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Open the window without arguments; else run one command. Return the exit code."""
    if not arguments or arguments[0] in ("--data", "window"):
        from paten_desk import app

        return app.main(arguments)
    if arguments[0] == "screenshots":
        from paten_desk import app

        return app.screenshots_command(arguments[1:])
    from paten_desk import cli

    code = cli.main(arguments)
    if code == 0 and arguments[0] == "demo" and "--help" not in arguments and "-h" not in arguments:
        from paten_desk import app

        return app.screenshots_of_demo(cli.demo_folder(arguments))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
