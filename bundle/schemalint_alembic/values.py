"""Values as psycopg2 gives them, from the texts that a server sends."""

import datetime
import decimal
import json
import re
import uuid

# Oids of types, as in pg_type.dat: they are the same on every server.
BOOLEAN, BYTES, DATE, NUMERIC, UUID = 16, 17, 1082, 1700, 2950
INTEGERS = {20, 21, 23, 26}
FLOATS = {700, 701}
JSON = {114, 3802}
MOMENTS = {1114, 1184}
ELEMENTS = {1000: 16, 1005: 21, 1007: 23, 1016: 20, 1028: 26, 1021: 700, 1022: 701, 1231: 1700, 2951: 2950,
            1002: 18, 1003: 19, 1009: 25, 1014: 1042, 1015: 1043}


def value_of(text, kind):
    """A value of a type; the text itself for types that psycopg2 does not know either."""
    if text is None:
        return None
    if kind == BOOLEAN:
        return text == "t"
    if kind in INTEGERS:
        return int(text)
    if kind in FLOATS:
        return float(text)
    if kind == NUMERIC:
        return decimal.Decimal(text)
    if kind == BYTES:
        return memoryview(bytes.fromhex(text[2:]))
    if kind in JSON:
        return json.loads(text)
    if kind == UUID:
        return uuid.UUID(text)
    if kind == DATE:
        return datetime.date.fromisoformat(text)
    if kind in MOMENTS:
        return _moment(text)
    if kind in ELEMENTS:
        return [value_of(each, ELEMENTS[kind]) for each in _elements(text)]
    return text


def _moment(text):
    padded = re.sub(r"\.(\d+)", lambda match: "." + match.group(1).ljust(6, "0"), text)
    return datetime.datetime.fromisoformat(re.sub(r"([+-]\d\d)$", r"\1:00", padded))


def _elements(text):
    """The elements of an array of one dimension."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|([^,{}"]+)', text)
    return [re.sub(r"\\(.)", r"\1", quoted) if bare == "" else (None if bare == "NULL" else bare)
            for quoted, bare in found]
