"""Paper: each sheet is a frozen dataclass and a `render() -> bytes`. The only package that imports reportlab."""
