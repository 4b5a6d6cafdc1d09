"""The disk as a power cut leaves it, rebuilt from the log of changes and syncs that `shim.c` writes.

What was not synced may be there, absent, or half there in any sectors of 512 bytes; files made, renamed or removed may
be so or not yet, in the order it happened. What a sync has promised is there.
"""

import hashlib
import struct
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

SECTOR = 512
HEAD = struct.Struct("=cqqqq")


@dataclass
class Node:
    """One file: what is on the disk for certain, and what was written since the last sync."""

    sure: bytes = b""
    waiting: list = field(default_factory=list)
    mark: bytes = b""

    def sync(self):
        if self.waiting:
            self.sure, self.mark = changed(self.sure, self.waiting), b""
        self.waiting = []

    def settled(self):
        """Return what is there for certain, with its hash."""
        self.mark = self.mark or hashlib.sha256(self.sure).digest()
        return self.sure, self.mark

    def left(self, through):
        """Return what is there when of each waiting change `through(change)` got through, with its hash."""
        changes = [part for change in self.waiting for part in through(change)]
        if not changes:
            return self.settled()
        content = changed(self.sure, changes)
        return content, hashlib.sha256(content).digest()


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


def changed(content, changes):
    """Return a file's bytes after writes and truncations."""
    made = bytearray(content)
    for op, offset, data in changes:
        if len(made) < offset:
            made.extend(bytes(offset - len(made)))
        if op == "T":
            del made[offset:]
        else:
            made[offset : offset + len(data)] = data
    return bytes(made)


def states(log, before, random, tries):
    """Yield (what was shown, {path: bytes}, hashes) for cuts after every change; `before` are files that were there.

    Of each moment: nothing unsynced got through, all of it did, and up to `tries` others, each of them once.
    """
    durable = {path: Node(content) for path, content in before.items()}
    live, names, shown = dict(durable), [], []
    for op, path, other, offset, data in operations(log):
        if op == "A":
            shown.append(data.decode())
            continue
        _happen(op, path, other, offset, data, durable, live, names)
        seen = set()
        for through, choice in _choices(live, len(names), random, tries):
            space = dict(durable)
            for change in names[:through]:
                _name(space, change)
            files = {name: node.left(choice) for name, node in space.items()}
            marks = tuple(sorted((name, mark) for name, (_, mark) in files.items()))
            if marks not in seen:
                seen.add(marks)
                yield tuple(shown), {name: content for name, (content, _) in files.items()}, marks


def _choices(live, names, random, tries):
    """Yield (how many names got through, which part of each change did): the ends, then by plan, then at random.

    By plan: the first so many changes got through, all but one did, only one did. At random: any sectors.
    """
    yield 0, lambda change: ()
    yield names, lambda change: (change,)
    waiting = [id(change) for node in {id(node): node for node in live.values()}.values() for change in node.waiting]
    planned = [waiting[:upto] for upto in range(1, len(waiting))]
    planned += [[each for each in waiting if each != left_out] for left_out in waiting]
    planned += [[only] for only in waiting]
    random.shuffle(planned)
    half = tries - tries // 2
    for chosen in islice(planned, half):
        yield (
            random.choice((0, names, names)),
            lambda change, chosen=frozenset(chosen): (change,) * (id(change) in chosen),
        )
    for _ in range(tries - min(half, len(planned))):
        yield random.randint(0, names), lambda change: _sectors(change, random)


def _sectors(change, random):
    op, offset, data = change
    if op == "T":
        return (change,) * (random.random() < 0.5)
    return [("W", offset + at, data[at : at + SECTOR]) for at in range(0, len(data), SECTOR) if random.random() < 0.5]


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
