"""The disk as a power cut leaves it, rebuilt from the log of changes and syncs that `shim.c` writes.

What was not synced may be there, absent, or half there in any sectors of 512 bytes; files made, renamed or removed may
be so or not yet, in the order it happened. What a sync has promised is there.
"""

import struct
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
HEAD = struct.Struct("=cqqqq")


@dataclass
class Node:
    """One file: what is on the disk for certain, and what was written since the last sync."""

    sure: bytes = b""
    waiting: list = field(default_factory=list)

    def sync(self):
        for change in self.waiting:
            self.sure = changed(self.sure, change)
        self.waiting = []


def operations(log):
    """Read the log: (op, path, other path, offset, data), one after the other."""
    at = 0
    while at < len(log):
        op, length, other, offset, size = HEAD.unpack_from(log, at)
        at += HEAD.size
        path, at = log[at : at + length].decode(), at + length
        second, at = log[at : at + other].decode(), at + other
        data = b""
        if op in b"WA":
            data, at = log[at : at + size], at + size
        yield op.decode(), path, second, offset, data


def changed(content, change):
    """Return a file's bytes after one write or truncation."""
    op, offset, data = change
    if op == "T":
        return content[:offset].ljust(offset, b"\0")
    return content[:offset].ljust(offset, b"\0") + data + content[offset + len(data) :]


def states(log, before, random, tries):
    """Yield (what was shown, {path: bytes}) for cuts after every change; `before` are the files that were there.

    Of each moment: nothing unsynced got through, all of it did, and `tries` random mixtures.
    """
    durable = {path: Node(content) for path, content in before.items()}
    live, names, shown = dict(durable), [], []
    for op, path, other, offset, data in operations(log):
        if op == "A":
            shown.append(data.decode())
            continue
        _happen(op, path, other, offset, data, durable, live, names)
        for attempt in range(2 + tries):
            through = {0: 0, 1: len(names)}.get(attempt, random.randint(0, len(names)))
            space = dict(durable)
            for change in names[:through]:
                _name(space, change)
            yield tuple(shown), {name: _mixed(node, attempt, random) for name, node in space.items()}


def _happen(op, path, other, offset, data, durable, live, names):
    if op == "C":
        live[path] = Node()
        names.append(("C", path, live[path]))
    elif op in "WT" and path in live:
        live[path].waiting.append((op, offset, data))
    elif op == "R":
        _rename(live, path, other)
        names.append(("R", path, other))
    elif op == "U":
        live.pop(path, None)
        names.append(("U", path, None))
    elif op == "F" and path in live:
        node = live[path]
        node.sync()
        born = next((at for at, change in enumerate(names) if change[0] == "C" and change[2] is node), None)
        if born is not None:  # syncing a new file makes its name last, and what happened to that name before
            _settle(
                durable, names, lambda change, name=names[born][1], last=born: name in change[1:2] + change[2:3], born
            )
    elif op == "F":
        folder = path.rstrip("/")
        _settle(durable, names, lambda change: str(Path(change[1]).parent) == folder, len(names) - 1)


def _settle(durable, names, chosen, last):
    for change in [each for each in names[: last + 1] if chosen(each)]:
        _name(durable, change)
        names.remove(change)


def _name(space, change):
    op, path, other = change
    if op == "C":
        space[path] = other
    elif op == "R":
        _rename(space, path, other)
    else:
        space.pop(path, None)


def _rename(space, path, other):
    """Rename a file, or a folder with all that lies in it."""
    for name in [each for each in space if each == path or each.startswith(f"{path}/")]:
        space[other + name[len(path) :]] = space.pop(name)


def _mixed(node, attempt, random):
    content = node.sure
    if attempt == 0:
        return content
    for change in node.waiting:
        op, offset, data = change
        if attempt == 1:
            content = changed(content, change)
        elif op == "T":
            content = changed(content, change) if random.random() < 0.5 else content
        else:
            for at in range(0, len(data), SECTOR):
                if random.random() < 0.5:
                    content = changed(content, ("W", offset + at, data[at : at + SECTOR]))
    return content
