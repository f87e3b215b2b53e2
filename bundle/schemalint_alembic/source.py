"""A Python file as text, with what is needed to say where something is in it."""

import ast
import io
import re
import tokenize
from bisect import bisect_right

LINE_END = re.compile(r"\r\n|\r|\n")


class Source:
    """The text of a file and its syntax tree. Offsets count code points; `units` converts them for JavaScript."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            raw = file.read()
        encoding = tokenize.detect_encoding(io.BytesIO(raw).readline)[0]
        # The byte order mark stays, so that offsets are those of the file.
        self.text = raw.decode("utf-8" if encoding == "utf-8-sig" else encoding)
        self.mark = 1 if self.text.startswith("\ufeff") else 0
        self.starts = [0] + [match.end() for match in LINE_END.finditer(self.text)]
        self.tree = ast.parse(self.text[self.mark :], filename=path)
        self._literals = None
        self._comments = None
        self._calls = None
        self._calls_by_range = None
        self.positions = {}

    def offset(self, line, column):
        """The offset of a line from 1 and a column that counts bytes of UTF-8, as the syntax tree has them."""
        if line is None or line < 1 or line > len(self.starts):
            return self.mark
        start = self.starts[line - 1] + (self.mark if line == 1 else 0)
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        text = self.text[start:end]
        if text.isascii():
            return min(start + column, end)
        return start + len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))

    def span(self, node):
        """The half-open range of a node."""
        return (self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset))

    def line_of(self, offset):
        return bisect_right(self.starts, offset)

    def line_span(self, line):
        """The text of a line without its indentation and end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        text = self.text[start:end]
        return (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))

    def calls(self):
        """All calls and `with` statements."""
        if self._calls is None:
            self._calls = [node for node in ast.walk(self.tree) if isinstance(node, (ast.Call, ast.With))]
        return self._calls

    def call_in(self, range_):
        """The call that takes just these lines and columns: first line, last line, first column, last column."""
        if self._calls_by_range is None:
            self._calls_by_range = {}
            for node in self.calls():
                key = (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
                self._calls_by_range.setdefault(key, node)
        return self._calls_by_range.get(range_)

    def literals(self):
        """The ranges of all string literals, in order."""
        if self._literals is None:
            self._scan()
        return self._literals

    def comments(self):
        """The ranges of all comments, in order."""
        if self._comments is None:
            self._scan()
        return self._comments

    def _scan(self):
        self._literals, self._comments = [], []
        formatted = []
        started = getattr(tokenize, "FSTRING_START", None)
        ended = getattr(tokenize, "FSTRING_END", None)
        try:
            for token in tokenize.generate_tokens(io.StringIO(self.text[self.mark :], newline="").readline):
                start, end = self._place(token.start), self._place(token.end)
                if token.type == tokenize.COMMENT:
                    self._comments.append((start, end))
                elif token.type == started:
                    formatted.append(start)
                elif token.type == ended:
                    start = formatted.pop()
                    if not formatted:
                        self._literals.append((start, end))
                elif token.type == tokenize.STRING and not formatted:
                    self._literals.append((start, end))
        except (tokenize.TokenError, SyntaxError):
            pass

    def _place(self, place):
        line, column = place
        if line > len(self.starts):
            return len(self.text)
        return self.starts[line - 1] + column + (self.mark if line == 1 else 0)

    def units(self, offset):
        """An offset in UTF-16 units."""
        return units(self.text, offset)


def units(text, offset):
    """An offset of code points as one of UTF-16 units."""
    if text.isascii():
        return offset
    return offset + sum(1 for character in text[:offset] if character > "\uffff")
