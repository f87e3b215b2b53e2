"""What the statements so far have made, so that a revision that asks the database is answered from them."""

import re

NAME = r'(?:"(?:[^"]|"")+"|[\w$]+)'
QUALIFIED = r"(%s(?:\.%s)?)" % (NAME, NAME)
PATTERNS = [
    (kind, re.compile(r"^\s*" + pattern, re.I | re.S))
    for kind, pattern in (
        ("create_table", r"CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?%s\s*\((.*)\)" % QUALIFIED),
        ("create_table_as", r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?%s" % QUALIFIED),
        ("drop_table", r"DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?%s" % QUALIFIED),
        ("add_column", r"ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?%s\s+ADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?(%s)(.*)" % (QUALIFIED, NAME)),
        ("drop_column", r"ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?%s\s+DROP\s+COLUMN\s+(?:IF\s+EXISTS\s+)?(%s)" % (QUALIFIED, NAME)),
        ("add_constraint", r"ALTER\s+TABLE\s+(?:ONLY\s+)?%s\s+ADD\s+CONSTRAINT\s+(%s)\s+(.*)" % (QUALIFIED, NAME)),
        ("drop_constraint", r"ALTER\s+TABLE\s+(?:ONLY\s+)?%s\s+DROP\s+CONSTRAINT\s+(?:IF\s+EXISTS\s+)?(%s)" % (QUALIFIED, NAME)),
        ("rename_constraint", r"ALTER\s+TABLE\s+(?:ONLY\s+)?%s\s+RENAME\s+CONSTRAINT\s+(%s)\s+TO\s+(%s)" % (QUALIFIED, NAME, NAME)),
        ("rename_table", r"ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?%s\s+RENAME\s+TO\s+(%s)" % (QUALIFIED, NAME)),
        ("rename_column", r"ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?%s\s+RENAME\s+(?:COLUMN\s+)?(%s)\s+TO\s+(%s)" % (QUALIFIED, NAME, NAME)),
        ("set_not_null", r"ALTER\s+TABLE\s+%s\s+ALTER\s+COLUMN\s+(%s)\s+(SET|DROP)\s+NOT\s+NULL" % (QUALIFIED, NAME)),
        ("create_index", r"CREATE\s+(UNIQUE\s+)?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(%s)\s+ON\s+(?:ONLY\s+)?%s[^(]*\(([^)]*)\)" % (NAME, QUALIFIED)),
        ("drop_index", r"DROP\s+INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+EXISTS\s+)?%s" % QUALIFIED),
        ("create_type", r"CREATE\s+TYPE\s+%s" % QUALIFIED),
        ("drop_type", r"DROP\s+TYPE\s+(?:IF\s+EXISTS\s+)?%s" % QUALIFIED),
        ("rename_type", r"ALTER\s+TYPE\s+%s\s+RENAME\s+TO\s+(%s)" % (QUALIFIED, NAME)),
        ("create_sequence", r"CREATE\s+SEQUENCE\s+(?:IF\s+NOT\s+EXISTS\s+)?%s" % QUALIFIED),
        ("drop_sequence", r"DROP\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?%s" % QUALIFIED),
        ("create_schema", r"CREATE\s+SCHEMA\s+(?:IF\s+NOT\s+EXISTS\s+)?(%s)" % NAME),
    )
]


class Memory:
    """Tables with their columns, constraints and indexes, types and sequences, by (schema, name)."""

    def __init__(self):
        self.tables = {}
        self.types = set()
        self.sequences = set()
        self.schemas = {"public"}

    def copy(self):
        """Another memory of the same; of a table only the dictionaries change, and not what is in them."""
        other = Memory()
        other.tables = {key: {kind: dict(part) if isinstance(part, dict) else part for kind, part in table.items()}
                        for key, table in self.tables.items()}
        other.types, other.sequences, other.schemas = set(self.types), set(self.sequences), set(self.schemas)
        return other

    def note(self, sql):
        for part in sql.split(";\n") if ";\n" in sql else [sql]:
            for kind, pattern in PATTERNS:
                match = pattern.match(part)
                if match is not None:
                    getattr(self, "_" + kind)(*match.groups())
                    break

    def table(self, name, schema):
        return self.tables.get((schema or "public", name))

    def _create_table(self, name, body):
        table = {"columns": {}, "primary": None, "uniques": {}, "foreign": {}, "checks": {}, "indexes": {}}
        self.tables[_key(name)] = table
        for clause in _clauses(body):
            match = re.match(r"CONSTRAINT\s+(%s)\s+(.*)" % NAME, clause, re.I | re.S)
            named, rest = (_plain(match.group(1)), match.group(2)) if match else (None, clause)
            if re.match(r"(PRIMARY\s+KEY|UNIQUE|FOREIGN\s+KEY|CHECK|EXCLUDE)\b", rest, re.I):
                _constrain(table, named, rest)
            elif not re.match(r"LIKE\b", rest, re.I):
                column = re.match(r"(%s)\s*(.*)" % NAME, rest, re.S)
                if column:
                    table["columns"][_plain(column.group(1))] = not re.search(r"NOT\s+NULL", column.group(2), re.I)

    def _create_table_as(self, name):
        self._create_table(name, "")

    def _drop_table(self, name):
        self.tables.pop(_key(name), None)

    def _add_column(self, name, column, rest):
        table = self.tables.get(_key(name))
        if table:
            table["columns"][_plain(column)] = not re.search(r"NOT\s+NULL", rest, re.I)

    def _drop_column(self, name, column):
        table = self.tables.get(_key(name))
        if table:
            table["columns"].pop(_plain(column), None)
            for kind in ("uniques", "foreign", "indexes"):
                table[kind] = {key: value for key, value in table[kind].items() if _plain(column) not in value[0]}

    def _add_constraint(self, name, constraint, rest):
        table = self.tables.get(_key(name))
        if table:
            _constrain(table, _plain(constraint), rest)

    def _drop_constraint(self, name, constraint):
        table = self.tables.get(_key(name))
        if table:
            for kind in ("uniques", "foreign", "checks"):
                table[kind].pop(_plain(constraint), None)
            if table["primary"] and table["primary"][0] == _plain(constraint):
                table["primary"] = None

    def _rename_constraint(self, name, before, after):
        table = self.tables.get(_key(name))
        for kind in ("uniques", "foreign", "checks") if table else ():
            if _plain(before) in table[kind]:
                table[kind][_plain(after)] = table[kind].pop(_plain(before))

    def _rename_table(self, name, after):
        table = self.tables.pop(_key(name), None)
        if table:
            self.tables[(_key(name)[0], _plain(after))] = table

    def _rename_column(self, name, before, after):
        table = self.tables.get(_key(name))
        if table and _plain(before) in table["columns"]:
            table["columns"] = {_plain(after) if key == _plain(before) else key: value
                                for key, value in table["columns"].items()}

    def _set_not_null(self, name, column, what):
        table = self.tables.get(_key(name))
        if table and _plain(column) in table["columns"]:
            table["columns"][_plain(column)] = what.upper() == "DROP"

    def _create_index(self, unique, name, table, columns):
        found = self.tables.get(_key(table))
        if found:
            found["indexes"][_plain(name)] = ([_plain(each.split()[0]) for each in columns.split(",") if each.strip()], bool(unique))

    def _drop_index(self, name):
        for table in self.tables.values():
            table["indexes"].pop(_key(name)[1], None)

    def _create_type(self, name):
        self.types.add(_key(name))

    def _drop_type(self, name):
        self.types.discard(_key(name))

    def _rename_type(self, name, after):
        if _key(name) in self.types:
            self.types.discard(_key(name))
            self.types.add((_key(name)[0], _plain(after)))

    def _create_sequence(self, name):
        self.sequences.add(_key(name))

    def _drop_sequence(self, name):
        self.sequences.discard(_key(name))

    def _create_schema(self, name):
        self.schemas.add(_plain(name))


def _constrain(table, name, text):
    columns = re.search(r"\(([^)]*)\)", text)
    names = [_plain(each.strip()) for each in columns.group(1).split(",")] if columns else []
    kind = text.split()[0].upper().split("(")[0]
    if kind == "PRIMARY":
        table["primary"] = (name, names)
    elif kind == "UNIQUE":
        table["uniques"][name] = (names,)
    elif kind == "FOREIGN":
        target = re.search(r"REFERENCES\s+%s\s*(?:\(([^)]*)\))?" % QUALIFIED, text, re.I)
        referred = [_plain(each.strip()) for each in (target.group(2) or "").split(",") if each.strip()] if target else []
        table["foreign"][name] = (names, _key(target.group(1)) if target else None, referred)
    elif kind == "CHECK":
        table["checks"][name] = (text,)


def _clauses(body):
    depth, start, quote = 0, 0, False
    for position, character in enumerate(body):
        if character == "'":
            quote = not quote
        elif quote:
            continue
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
            if depth < 0:
                break
        elif character == "," and depth == 0:
            yield body[start:position].strip()
            start = position + 1
    else:
        position = len(body)
    if body[start:position].strip():
        yield body[start:position].strip()


def _key(name):
    parts = re.findall(NAME, name)
    return ("public", _plain(parts[0])) if len(parts) == 1 else (_plain(parts[0]), _plain(parts[1]))


def _plain(name):
    return name[1:-1].replace('""', '"') if name.startswith('"') else name.lower()
