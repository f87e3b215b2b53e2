"""Where in the string literals of a file the characters of a statement stand."""

import re
import unicodedata

ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"',
    "a": "\a", "b": "\b", "f": "\f", "v": "\v",
}
PLACEHOLDER = re.compile(r"%\(\w+\)s|%s|\{\w*\}|(?<!:):\w+")
WORD = re.compile(r"\S+")
# Fewer characters than these could stand anywhere.
LEAST = 3
MOST_TRIES = 40


def chunks_of(source, start, end):
    """The values of the literals within a range, as runs of characters with the offset of each."""
    for first, last in source.literals():
        if start <= first and last <= end:
            yield from decode(source.text, first, last)


def decode(text, start, end):
    """The value of one literal in runs: an f-string ends a run at each replacement field."""
    quote = start
    while text[quote] not in "'\"":
        quote += 1
    prefix = text[start:quote].lower()
    if "b" in prefix:
        return
    width = 3 if text[quote : quote + 3] in ('"""', "'''") else 1
    position, limit = quote + width, end - width
    run = []
    while position < limit:
        character = text[position]
        if "f" in prefix and character in "{}":
            if text[position + 1] == character:
                run.append((character, position))
                position += 2
                continue
            if run:
                yield run
            run = []
            position = _after_field(text, position, limit)
            continue
        if character == "\\" and "r" not in prefix:
            value, after = _escape(text, position)
        elif text.startswith("\r\n", position):
            value, after = "\n", position + 2
        else:
            value, after = character, position + 1
        run.extend((each, position) for each in value)
        position = after
    if run:
        yield run


def _after_field(text, position, limit):
    depth = 0
    while position < limit:
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        position += 1
        if depth == 0:
            break
    return position


def _escape(text, position):
    follower = text[position + 1]
    if follower in "\r\n":
        return "", position + (3 if text.startswith("\r\n", position + 1) else 2)
    if follower in ESCAPES:
        return ESCAPES[follower], position + 2
    octal = re.compile(r"[0-7]{1,3}").match(text, position + 1)
    if octal:
        return chr(int(octal.group(), 8)), octal.end()
    digits = {"x": 2, "u": 4, "U": 8}.get(follower)
    if digits is not None:
        end = position + 2 + digits
        return chr(int(text[position + 2 : end], 16)), end
    if follower == "N":
        end = text.index("}", position)
        return unicodedata.lookup(text[position + 3 : end]), end + 1
    return "\\", position + 1


def align(sql, chunks):
    """
    Regions (start and end in the statement, start and end in the file), each of characters
    that are the same in both. Blanks may differ, as after `dedent`; what was put in for a
    placeholder has no region.
    """
    regions, position = [], 0
    for chunk in chunks:
        found = _find(sql, position, chunk)
        parts = [found] if found is not None else [
            match for part in _split(chunk) for match in [_find(sql, position, part)] if match is not None
        ]
        for pairs in parts:
            if pairs[0][0] < position:
                continue
            regions.extend(_runs(pairs))
            position = pairs[-1][0] + 1
    return regions


def _split(chunk):
    text = "".join(character for character, _ in chunk)
    start = 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > start:
            yield chunk[start : match.start()]
        start = match.end()
    if 0 < start < len(chunk):
        yield chunk[start:]


def _find(sql, position, chunk):
    text = "".join(character for character, _ in chunk)
    first = WORD.search(text)
    if first is None or len(text.strip()) < LEAST:
        return None
    # An escaped colon is a plain one in the statement.
    anchor = re.split(r"[\\%]", first.group())[0]
    if anchor == "":
        return None
    for _ in range(MOST_TRIES):
        at = sql.find(anchor, position)
        if at < 0:
            return None
        pairs = _walk(sql, at, chunk, first.start())
        if pairs is not None:
            return pairs
        position = at + 1
    return None


def _walk(sql, at, chunk, index):
    pairs = []
    while index < len(chunk):
        character = chunk[index][0]
        if character.isspace():
            while index < len(chunk) and chunk[index][0].isspace():
                index += 1
            if index == len(chunk):
                break
            if at >= len(sql) or not sql[at].isspace():
                return None
            while at < len(sql) and sql[at].isspace():
                at += 1
            continue
        follower = chunk[index + 1][0] if index + 1 < len(chunk) else ""
        if at < len(sql) and sql[at] == character:
            pairs.append((at, chunk[index][1]))
            at += 1
            # A doubled percent sign of the literal may be a single one in the statement.
            if character == "%" and follower == "%" and sql[at : at + 1] != "%":
                index += 1
        elif not (character == "\\" and follower == ":" and sql[at : at + 1] == ":"):
            return None
        index += 1
    return pairs or None


def _runs(pairs):
    runs = []
    for at, place in pairs:
        if runs and at == runs[-1][1] and place == runs[-1][3]:
            runs[-1][1] += 1
            runs[-1][3] += 1
        else:
            runs.append([at, at + 1, place, place + 1])
    # A blank between two runs that are as far apart in both is the same blank.
    joined = []
    for run in runs:
        if joined and run[0] - joined[-1][1] == run[2] - joined[-1][3] and run[2] - joined[-1][3] <= 2:
            joined[-1][1], joined[-1][3] = run[1], run[3]
        else:
            joined.append(run)
    return joined
