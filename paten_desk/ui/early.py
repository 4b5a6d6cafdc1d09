"""Qt's flags as plain numbers, for what stands in the first window.

The first word out of the namespace `Qt` makes all its enums, which takes a fifth of the time in which a bare window
stands. So the modules of the first window do not import it; what is needed only later they say as `QtCore.Qt`.
"""

from __future__ import annotations

PLAIN_TEXT = 0
MIDDLE, CENTER, WHOLE = 0x80, 0x84, 0x200
"""Of a text in its box: in the middle of the height, of both sides, not cut off at the edge."""
NO_FOCUS = 0
NO_BAR = 1
