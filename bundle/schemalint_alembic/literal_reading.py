"""Reads revisions where there is no Alembic: what `op.execute` is given in a literal, and nothing else."""

import ast


def read_literals(places, ordered):
    """The halves of each revision by path; what is not a literal statement is named."""
    return {
        revision.path: {key: _half(places, revision, name) for key, name in (("up", "upgrade"), ("down", "downgrade"))}
        for revision in ordered
    }


def _half(places, revision, name):
    function = revision.function(name)
    statements, unread = [], []
    for node in function.body if function is not None else []:
        if isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            continue
        call = node.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
        sql = _literal(call) if call is not None else None
        if sql is None:
            unread.append(node)
        else:
            statements.append(places.statement(sql.strip(), (revision.path, *revision.source.span(call), call)))
    half = {"statements": statements, "reads": []}
    if not unread:
        return half
    source = revision.source
    start = source.span(unread[0])[0]
    end = source.line_span(source.line_of(start))[1]
    return {**half, "fault": {
        "message": "%d statements of it cannot be read without Alembic" % len(unread),
        "file": revision.path, "start": source.units(start), "end": source.units(end)}}


def _literal(call):
    if ast.dump(call.func) != EXECUTE or len(call.args) != 1:
        return None
    argument = call.args[0]
    if isinstance(argument, ast.Call) and getattr(argument.func, "attr", getattr(argument.func, "id", "")) == "text":
        argument = argument.args[0] if argument.args else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


EXECUTE = ast.dump(ast.parse("op.execute", mode="eval").body)
