"""Which argument of an `op.` call a line of the statement it renders comes from."""

import ast
import re

CLAUSE = re.compile(r'^[ \t]*("(?:[^"]|"")+"|[\w$]+)(.*?),?[ \t]*$')
KEYWORDS = {"PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE", "CONSTRAINT"}


def regions_of_arguments(source, call, sql):
    """
    For CREATE TABLE, one region for each column and constraint: its line in the statement,
    and the `sa.Column(…)` or constraint in the call. Their lengths differ.
    """
    if not isinstance(call, ast.Call) or not sql.lstrip().upper().startswith("CREATE TABLE"):
        return []
    named, unnamed = _arguments(call)
    regions, offset = [], 0
    for line in sql.split("\n"):
        node = _node_for(line, named, unnamed)
        if node is not None:
            start = offset + len(line) - len(line.lstrip())
            end = offset + len(line.rstrip().rstrip(","))
            regions.append([start, end, *source.span(node)])
        offset += len(line) + 1
    return regions


def _arguments(call):
    named, unnamed = {}, {}
    for argument in call.args[1:]:
        if not isinstance(argument, ast.Call):
            continue
        kind = argument.func.attr if isinstance(argument.func, ast.Attribute) else getattr(argument.func, "id", "")
        first = argument.args[0] if argument.args else None
        if kind == "Column" and isinstance(first, ast.Constant):
            named[first.value] = argument
            continue
        name = next((_text(each.value) for each in argument.keywords if each.arg == "name"), None)
        if name is not None:
            named[name] = argument
        else:
            unnamed.setdefault(kind, []).append(argument)
    return named, unnamed


def _node_for(line, named, unnamed):
    match = CLAUSE.match(line)
    if match is None:
        return None
    word, rest = match.group(1), match.group(2)
    if word.upper() == "CONSTRAINT":
        name = re.match(r'\s+("(?:[^"]|"")+"|[\w$]+)', rest)
        return named.get(_unquoted(name.group(1))) if name else None
    if word.upper() not in KEYWORDS:
        return named.get(_unquoted(word))
    kind = {"PRIMARY": "PrimaryKeyConstraint", "FOREIGN": "ForeignKeyConstraint", "UNIQUE": "UniqueConstraint"}
    kind["CHECK"] = "CheckConstraint"
    waiting = unnamed.get(kind.get(word.upper(), ""), [])
    return waiting.pop(0) if waiting else None


def _unquoted(name):
    return name[1:-1].replace('""', '"') if name.startswith('"') else name


def _text(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    # op.f('…') marks a name as final.
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "f" and node.args:
        return _text(node.args[0])
    return None
