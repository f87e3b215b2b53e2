"""Names that SQLAlchemy 2 added, so that revisions written for it can be read with 1.4."""

import sqlalchemy
from sqlalchemy.dialects import postgresql


class _Uuid(postgresql.UUID):
    """`sa.Uuid` has options that PostgreSQL's type of 1.4 does not know."""

    def __init__(self, as_uuid=True, native_uuid=True, **_):
        super().__init__(as_uuid=as_uuid)


def add_later_names():
    """Adds what is missing; does nothing with SQLAlchemy 2."""
    for name, value in (("UUID", _Uuid), ("Uuid", _Uuid), ("Double", postgresql.DOUBLE_PRECISION),
                        ("DOUBLE", postgresql.DOUBLE_PRECISION), ("DOUBLE_PRECISION", postgresql.DOUBLE_PRECISION)):
        for module in (sqlalchemy, sqlalchemy.types):
            if not hasattr(module, name):
                setattr(module, name, value)
