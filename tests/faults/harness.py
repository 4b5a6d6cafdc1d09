"""A fork server: the program is imported once, and each child is killed at a moment of its own.

What a child has shown (printed after commit) is a promise; the parent checks it after every kill.
"""

import os
import random
import select
import signal
import time


def killed_child(work, after_s):
    """Run `work(show)` in a forked child, kill -9 it after `after_s` seconds, and return the lines it had shown."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            work(lambda text: os.write(write_end, f"{text}\n".encode()))
        finally:
            os._exit(0)
    os.close(write_end)
    deadline = time.monotonic() + after_s
    shown = b""
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([read_end], [], [], left)
        if ready:
            part = os.read(read_end, 65536)
            if not part:
                break
            shown += part
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(read_end, 65536):
        shown += part
    os.close(read_end)
    return [line for line in shown.decode().split("\n")[:-1] if line]


def moments(count, longest_s, seed):
    """Draw the moments of death."""
    drawn = random.Random(seed)
    return [drawn.uniform(0.0, longest_s) for _ in range(count)]
