"""The shapes on the wire, checked before any code touches a field.

JSON Schema 2020-12. Records are closed; headers and replies may carry fields this program does not know yet, which it
passes over.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from paten_desk.exchange.refusals import Code, refusal

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

MAX_INTEGER = 2**53 - 1


class Schema:
    """The shape of a value; made into a validator when something is first checked, as most sittings check nothing."""

    def __init__(self, shape: dict[str, Any]) -> None:
        self._shape = shape

    @cached_property
    def validator(self) -> Draft202012Validator:
        """Return what checks; with it come 7 MB."""
        import jsonschema_rs

        return jsonschema_rs.Draft202012Validator(self._shape)


def check(schema: Schema, value: dict[str, Any]) -> None:
    """Check the shape of a value.

    Raises:
        Rejected: SCHEMA, with the place in the note.

    """
    validator = schema.validator
    if not validator.is_valid(value):
        first = next(validator.iter_errors(value), None)
        place = "" if first is None else "/".join(str(step) for step in first.instance_path)
        raise refusal(Code.SCHEMA, f"at /{place}")


def text(pattern: str) -> dict[str, Any]:
    """Return the schema of a string that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def whole(least: int = 0) -> dict[str, Any]:
    """Return the schema of an integer of at least `least`."""
    return {"type": "integer", "minimum": least, "maximum": MAX_INTEGER}


def shape(required: dict[str, Any], optional: dict[str, Any] | None = None, closed: bool = False) -> dict[str, Any]:
    """Return the schema of an object."""
    properties = {**required, **(optional or {})}
    made = {"type": "object", "properties": properties, "required": list(required)}
    return {**made, "additionalProperties": False} if closed else made


def many(item: dict[str, Any], most: int, least: int = 0) -> dict[str, Any]:
    """Return the schema of a list of `least` to `most` items."""
    return {"type": "array", "items": item, "minItems": least, "maxItems": most}


def compile_schema(schema: dict[str, Any]) -> Schema:
    """Make the schema that checks a shape."""
    return Schema(schema)


UUID = text("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DIGEST = text("[0-9A-Za-z_-]{42}[AEIMQUYcgkosw048]")  # base64url of 32 bytes, spare bits zero
DAY = text("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = text("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}")
NAME = text("[0-9A-Za-z][0-9A-Za-z._+:-]{0,63}")
RECIPIENT = text("age1[02-9ac-hj-np-z]{58}")
FINGERPRINT = text("SHA256:[0-9A-Za-z+/]{42}[AEIMQUYcgkosw048]")
SHORT_TEXT = {"type": "string", "maxLength": 200}
BOOLEAN = {"type": "boolean"}
KNOWN = shape({"length": whole(), "head": DIGEST})

ANY_VERSION = compile_schema(shape({"format": SHORT_TEXT, "kind": SHORT_TEXT}, {"critical": many(SHORT_TEXT, 50)}))

_LABEL = shape(
    {
        "file": UUID,
        "kabupaten": text("[0-9]{2}[.][0-9]{2}"),
        "kecamatan": text("[0-9]{2}[.][0-9]{2}[.][0-9]{2}"),
        "ledger": UUID,
        "file_number": whole(1),
        "created": TIME,
        "app": NAME,
        "clock_doubtful": BOOLEAN,
    }
)
_SPAN = shape({"first": whole(1), "last": whole(1), "hash_before": DIGEST, "hash_last": DIGEST})
_COUNTS = shape(
    {"requests": whole(), "letters": whole(), "cancelled": whole(), "receipts": whole(), "rupiah": whole(-MAX_INTEGER)}
)
_STATE = shape(
    {
        "length": whole(1),
        "head": DIGEST,
        "counts": _COUNTS,
        "profile": {"enum": ["A", "B"]},
        "closed_days": many(DAY, 4000),
    },
    {
        "last_reply": KNOWN,
        "continues": shape({"ledger": UUID, "length": whole(), "head": DIGEST, "reason": SHORT_TEXT}),
        "part": shape({"number": whole(1), "count": whole(1), "group": UUID}),
        "register": UUID,
    },
)
HEADER = compile_schema(
    {
        **shape(
            {
                "format": NAME | {"pattern": "^paten-sync/1$"},
                "kind": {"enum": ["data", "reply", "key", "pack"]},
                "label": _LABEL,
                "recipients": many(RECIPIENT, 8, least=1),
                "signer": FINGERPRINT,
                "critical": many(SHORT_TEXT, 50),
                "schema": whole(1),
            },
            {"span": _SPAN, "state": _STATE},
        ),
        "if": {"properties": {"kind": {"const": "data"}}},
        "then": {"required": ["span", "state"]},
        "else": {"properties": {"span": False, "state": False}},
    }
)

RECORD = compile_schema(
    shape(
        {
            "actor": NAME,
            "bizdate": DAY,
            "data": shape({"rev": whole(1)}, {"personaldigest": DIGEST}),
            "id": UUID,
            "prevhash": DIGEST,
            "recordedtime": TIME,
            "sequence": whole(1),
            "source": text("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            "specversion": {"const": "1.0"},
            "subject": NAME,
            "time": TIME,
            "type": text("id[.]paten[.][a-z][a-z_]{0,30}[.][a-z][a-z_]{0,30}[.]v[1-9][0-9]{0,2}"),
        },
        {"approver": NAME},
        closed=True,
    )
)
PERSONAL = compile_schema(
    shape(
        {"block": shape({"salt": text("[0-9A-Za-z_-]{21}[AQgw]")}), "sequence": whole(1)},
        closed=True,
    )
)
