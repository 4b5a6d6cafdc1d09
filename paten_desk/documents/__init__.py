"""Paper: each sheet is a frozen dataclass and a `render() -> bytes`. The only package that imports reportlab.

Importing anything of it runs the guard in `engine` first, before reportlab reads any settings.
"""

from paten_desk.documents import engine as engine
