import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import schemas
from paten_desk.exchange.schemas import compile_schema, shape, text, whole


def test_a_value_that_fits_passes_and_one_that_does_not_is_refused_with_its_place():
    schema = compile_schema(shape({"inner": shape({"count": whole(1)})}))

    schemas.check(schema, {"inner": {"count": 1}})
    with pytest.raises(Rejected, match=r"\[SCHEMA\]") as refused:
        schemas.check(schema, {"inner": {"count": 0}})

    assert refused.value.__notes__ == ["at /inner/count"]


def test_a_pattern_is_for_the_whole_string():
    schema = compile_schema(shape({"code": text("a|b")}))

    for bad in ("ab", "xa", "a\n", "\na"):
        with pytest.raises(Rejected):
            schemas.check(schema, {"code": bad})


def test_a_closed_shape_takes_no_other_field():
    with pytest.raises(Rejected):
        schemas.check(compile_schema(shape({}, closed=True)), {"more": 1})
