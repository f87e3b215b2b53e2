"""
Reads revisions without running them: calls of `op` whose arguments are literals, types and
constraints of SQLAlchemy are made by a small evaluator; whatever else stands there is named.
"""

import ast
import types

import sqlalchemy
from sqlalchemy import schema
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import sqltypes

from .older_sqlalchemy import add_later_names
from .rendering import Renderer

# Nothing else of SQLAlchemy is reached, so that no name leads to a module of Python.
FUNCTIONS = ("text", "literal_column", "literal", "null", "true", "false", "table", "column", "cast", "and_", "or_", "not_")
OPERATIONS = ("create_", "drop_", "add_", "alter_", "rename_", "bulk_insert", "execute", "batch_alter_table", "f")


class Unread(Exception):
    """Something that cannot be known without running it."""

    def __init__(self, node):
        super().__init__(type(node).__name__)
        self.node = node


def read_all(settings, places, ordered):
    """The halves of each revision by path, as far as they can be read."""
    add_later_names()
    renderer = Renderer(settings, places, 10)
    halves = {}
    for revision in ordered:
        up = _half(renderer, revision, "upgrade")
        after = renderer.recorder.memory.copy()
        down = _half(renderer, revision, "downgrade")
        renderer.recorder.memory = after
        halves[revision.path] = {"up": up, "down": down}
    return halves


def _half(renderer, revision, name):
    function = revision.function(name)
    if function is None:
        return {"statements": [], "reads": []}
    reader = _Reader(renderer.recorder, revision)
    module = types.SimpleNamespace(__file__=revision.path, half=lambda: reader.run(function.body))
    half = renderer.half(module, "half")
    if not reader.unread or "fault" in half:
        return half
    source = revision.source
    start, end = source.span(reader.unread[0])
    more = "" if len(reader.unread) == 1 else " (and %d more)" % (len(reader.unread) - 1)
    end = min(end, source.line_span(source.line_of(start))[1])
    return {**half, "fault": {
        "message": "what this does cannot be read without running it%s" % more,
        "file": revision.path, "start": source.units(start), "end": source.units(end)}}


class _Reader:
    """Runs the statements of one function as far as they are calls of `op`."""

    def __init__(self, recorder, revision):
        self.recorder = recorder
        self.revision = revision
        self.unread = []
        self.names = {}
        for node in revision.source.tree.body:
            self._bind(node)

    def _bind(self, node):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            for each in node.names:
                known = _imported("%s.%s" % (node.module, each.name))
                if known is not None:
                    self.names[each.asname or each.name] = known
        elif isinstance(node, ast.Import):
            for each in node.names:
                known = _imported(each.name)
                if known is not None and (each.asname or "." not in each.name):
                    self.names[each.asname or each.name] = known
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            self.names.pop(node.targets[0].id, None)
            try:
                self.names[node.targets[0].id] = self.value(node.value)
            except Exception:  # noqa: BLE001 - a name that is not known is told where it is used
                return False
        else:
            return False
        return True

    def run(self, body):
        for node in body:
            try:
                self._run_one(node)
            except Exception as error:  # noqa: BLE001 - what cannot be read is named, the rest is read
                self.unread.append(getattr(error, "node", node) if isinstance(error, Unread) else node)

    def _run_one(self, node):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_end = isinstance(node, ast.Return) and node.value is None
        if isinstance(node, ast.Pass) or is_text or is_end or self._bind(node):
            return
        if isinstance(node, ast.With) and len(node.items) == 1:
            return self._run_block(node)
        if isinstance(node, ast.Raise):
            raise Unread(node)
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
            raise Unread(node)
        call = node.value
        self.recorder.forced = (self.revision.path, *self.revision.source.span(call), call)
        self._operation(call)
        self.recorder.forced = None

    def _run_block(self, node):
        item = node.items[0]
        place = (self.revision.path, *self.revision.source.span(item.context_expr), item.context_expr)
        self.recorder.forced = place
        if ast.dump(item.context_expr.func) == AUTOCOMMIT and not item.context_expr.args:
            from alembic import op

            with op.get_context().autocommit_block():
                self.run(node.body)
                self.recorder.forced = place
            return
        with self._operation(item.context_expr) as batch:
            if isinstance(item.optional_vars, ast.Name):
                self.names[item.optional_vars.id] = _Batch(batch)
            self.run(node.body)

    def _operation(self, call):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
            raise Unread(call)
        owner = self.names.get(call.func.value.id)
        if not isinstance(owner, (_Operations, _Batch)) or not call.func.attr.startswith(OPERATIONS):
            raise Unread(call)
        return getattr(owner.target(), call.func.attr)(*self._arguments(call), **self._keywords(call))

    def _arguments(self, call):
        return [_plain(self.value(each)) for each in call.args]

    def _keywords(self, call):
        if any(each.arg is None for each in call.keywords):
            raise Unread(call)
        return {each.arg: _plain(self.value(each.value)) for each in call.keywords}

    def value(self, node):
        """The value of an expression of literals, names of SQLAlchemy and what is made of them."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, (ast.List, ast.Tuple)):
            return [self.value(each) for each in node.elts]
        if isinstance(node, ast.Dict) and all(node.keys):
            return {self.value(key): self.value(each) for key, each in zip(node.keys, node.values)}
        if isinstance(node, ast.Name) and node.id in self.names:
            return self.names[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -self.value(node.operand)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = self.value(node.left), self.value(node.right)
            if isinstance(left, str) and isinstance(right, str):
                return left + right
        if isinstance(node, ast.JoinedStr):
            return self._formatted(node)
        if isinstance(node, ast.Attribute):
            return self._member(node)
        if isinstance(node, ast.Call):
            return self._made(node)
        raise Unread(node)

    def _formatted(self, node):
        parts = [self.value(each.value if isinstance(each, ast.FormattedValue) else each) for each in node.values]
        if not all(isinstance(each, (str, int)) for each in parts):
            raise Unread(node)
        return "".join(map(str, parts))

    def _member(self, node):
        owner = self.value(node.value)
        member = owner.member(node.attr) if isinstance(owner, _Module) else None
        if member is None:
            raise Unread(node)
        return member

    def _made(self, node):
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            if isinstance(self.names.get(node.func.value.id), _Operations) and node.func.attr == "f":
                return self._operation(node)
        made = self.value(node.func)
        if not isinstance(made, _Made):
            raise Unread(node)
        return made.function(*self._arguments(node), **self._keywords(node))


class _Operations:
    """`alembic.op`."""

    @staticmethod
    def target():
        from alembic import op

        return op


class _Batch:
    """What `op.batch_alter_table` gives."""

    def __init__(self, batch):
        self._batch = batch

    def target(self):
        return self._batch


class _Made:
    """A type, a part of a table or a function of SQLAlchemy, which may be called."""

    def __init__(self, function):
        self.function = function


def _plain(value):
    """A type that is named and not called, such as `sa.Text`, stands for itself."""
    return value.function if isinstance(value, _Made) else value


class _Module:
    """A module of SQLAlchemy of which only what makes SQL is reached."""

    def __init__(self, module):
        self._module = module

    def member(self, name):
        if self._module is sqlalchemy.func:
            return None if name.startswith("_") else _Made(getattr(sqlalchemy.func, name))
        if name in ("func", "dialects", "types", "schema", "sql"):
            return {"func": _Module(sqlalchemy.func), "dialects": _Module(None), "types": _Module(sqlalchemy),
                    "schema": _Module(sqlalchemy), "sql": _Module(sqlalchemy)}[name]
        if name == "postgresql":
            return _Module(postgresql)
        found = getattr(self._module, name, None)
        is_class = isinstance(found, type)
        if is_class and issubclass(found, (sqltypes.TypeEngine, schema.SchemaItem)):
            return _Made(found)
        return _Made(getattr(sqlalchemy, name)) if name in FUNCTIONS and hasattr(sqlalchemy, name) else None


def _imported(name):
    if name == "alembic.op":
        return _Operations()
    if name.partition(".")[0] != "sqlalchemy":
        return None
    found = _Module(sqlalchemy)
    for part in name.split(".")[1:]:
        found = found.member(part) if isinstance(found, _Module) else None
    return found


AUTOCOMMIT = ast.dump(ast.parse("op.get_context().autocommit_block", mode="eval").body)
