"""The settings of an Alembic project, read without running any of it."""

import ast
import configparser
import os
import re
import sys

from .modules import DRIVER, assigned_in, drivers_in, naming_convention_in, project_trees
from .source import Source


class Trouble(Exception):
    """Something that the user can mend, with a hint how."""

    def __init__(self, message, hint=None):
        super().__init__(message)
        self.hint = hint


class Settings:
    """What alembic.ini, or pyproject.toml, says; and what env.py says in literals."""

    def __init__(self, path, name="alembic"):
        self.path = os.path.abspath(path)
        self.name = name
        self.folder = os.path.dirname(self.path)
        self.root = self.folder
        options = self._read()
        self.options = options
        self.script_folder = self._script_folder(options)
        self.version_folders = self._version_folders(options)
        self.recursive = options.get("recursive_version_locations", "").lower() == "true"
        # The application is most often installed where Alembic is, or in the folder it is started in.
        self.prepended = self._search_path(options)
        self.search_path = list(dict.fromkeys([*self.prepended, *_homes(self.folder)]))
        self.environment = _Environment(os.path.join(self.script_folder, "env.py"), [self.root, *self.search_path])
        named = self.environment.drivers | set(DRIVER.findall(options.get("sqlalchemy.url", "")))
        # Of several, the one that the migrations use is not known.
        self.driver = named.pop() if len(named) == 1 else None

    def _read(self):
        if self.path.endswith(".toml"):
            return _from_toml(self.path, self.folder)
        if os.path.isdir(self.path):
            self.folder = self.path
            return {"script_location": self.path}
        parser = configparser.ConfigParser({"here": self.folder}, interpolation=None)
        try:
            with open(self.path, encoding="utf-8-sig") as file:
                parser.read_file(file)
        except (configparser.Error, UnicodeError, OSError) as error:
            raise Trouble("%s cannot be read" % self.path, str(error).splitlines()[0]) from None
        if not parser.has_section(self.name):
            raise Trouble("%s has no section [%s]" % (self.path, self.name))
        options = {**dict(parser.items("DEFAULT")), **dict(parser.items(self.name))}
        for _ in range(3):
            options = {key: _interpolated(value, options) for key, value in options.items()}
        options = {key: value.replace("%%", "%") for key, value in options.items()}
        if not options.get("script_location"):
            beside = os.path.join(self.folder, "pyproject.toml")
            options = {**(_from_toml(beside, self.folder) if os.path.isfile(beside) else {}), **options}
        return options

    def _script_folder(self, options):
        location = options.get("script_location")
        if not location:
            # Flask-Migrate keeps alembic.ini inside the script folder and leaves the option out.
            if os.path.isdir(os.path.join(self.folder, "versions")):
                return self.folder
            raise Trouble("%s says no script_location" % self.path)
        # Alembic means the folder it is started in: most often that of alembic.ini, or one above it.
        above = [self.folder, os.getcwd(), os.path.dirname(self.folder), os.path.dirname(os.path.dirname(self.folder))]
        candidates = [os.path.join(base, location) for base in above]
        for candidate in candidates:
            if os.path.isdir(candidate):
                self.root = next((base for base in above if os.path.join(base, location) == candidate), self.folder)
                return os.path.realpath(candidate)
        if ":" in location and not os.path.isabs(location):
            package, *rest = location.split(":")
            inner = os.path.join(*package.split("."), *rest)
            # The package is most often the project's own, around alembic.ini or beside it.
            for base in [*_upwards(self.folder), *self._search_path(options), *sys.path]:
                found = next((each for each in (base, os.path.join(base, "src")) if os.path.isdir(os.path.join(each, inner))), None)
                if found is not None:
                    self.root = found
                    return os.path.realpath(os.path.join(found, inner))
        raise Trouble("script_location names %s, and there is no such folder" % location)

    def _version_folders(self, options):
        text = options.get("version_locations")
        if not text:
            return [_for_postgres(os.path.join(self.script_folder, "versions"))]
        if isinstance(text, list):
            parts = text
        else:
            separator = options.get("path_separator") or options.get("version_path_separator")
            character = {"os": os.pathsep, "space": " ", "newline": "\n", ":": ":", ";": ";"}.get(separator)
            parts = re.split(r", *|(?: +)|\n+", text) if character is None else text.split(character)
        folders = []
        for part in (each.strip() for each in parts):
            if part == "":
                continue
            package, _, rest = part.partition(":")
            inner = os.path.join(package.replace(".", os.sep), rest) if rest and not os.path.isabs(part) else part
            bases = [self.root, self.folder, os.getcwd(), *self._search_path(options)]
            found = next((os.path.join(base, inner) for base in bases if os.path.isdir(os.path.join(base, inner))), None)
            if found is None:
                raise Trouble("version_locations names %s, and there is no such folder" % part)
            folders.append(os.path.realpath(found))
        return folders

    def _search_path(self, options):
        text = options.get("prepend_sys_path") or ""
        parts = text if isinstance(text, list) else re.split(r"[,;\n ]+|:(?!\\)", text)
        return [os.path.normpath(os.path.join(self.root, part.strip())) for part in parts if part.strip()]


def _for_postgres(folder):
    """The folder itself; where it holds folders for several databases and no file, the one of PostgreSQL, or the only one."""
    if not os.path.isdir(folder) or any(name.endswith(".py") and name != "__init__.py" for name in os.listdir(folder)):
        return folder
    inner = [each for each in sorted(os.listdir(folder)) if os.path.isdir(os.path.join(folder, each)) and each[0] not in "_."]
    named = [each for each in inner if re.match(r"postgres|pg\b|psql\b", each, re.I)]
    chosen = named if len(named) == 1 else inner
    return os.path.join(folder, chosen[0]) if len(chosen) == 1 else folder


def _upwards(folder):
    """A folder and those above it, up to the top of the repository."""
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if os.path.exists(os.path.join(folder, ".git")) or parent == folder:
            return
        folder = parent


def _homes(folder):
    """The folders of a repository around another in which its packages may be."""
    homes = list(_upwards(folder))
    if not os.path.exists(os.path.join(homes[-1], ".git")):
        return []
    around = [inner for home in homes for inner in (home, os.path.join(home, "src")) if os.path.isdir(inner)]
    return [each for each in around if not os.path.isfile(os.path.join(each, "__init__.py"))]


def _interpolated(value, options):
    return re.sub(r"(?<!%)%\((\w+)\)s", lambda match: options.get(match.group(1), match.group()), value)


def _from_toml(path, folder):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    try:
        import tomllib
    except ImportError:
        table = _plain_table(text)
    else:
        try:
            table = tomllib.loads(text).get("tool", {}).get("alembic", {})
        except tomllib.TOMLDecodeError as error:
            raise Trouble("%s is not TOML" % path, str(error)) from None
    show = lambda value: _interpolated(value, {"here": folder}).replace("%%", "%") if isinstance(value, str) else value  # noqa: E731
    return {key: [show(each) for each in value] if isinstance(value, list) else
            (str(value).lower() if isinstance(value, bool) else show(value)) for key, value in table.items()}


def _plain_table(text):
    """The strings and lists of strings of [tool.alembic], for Pythons that read no TOML."""
    section = re.search(r"^\[tool\.alembic\]\s*$(.*?)(?=^\[|\Z)", text, re.M | re.S)
    table = {}
    for match in re.finditer(r"^(\w+)\s*=\s*(\[.*?\]|\"[^\"]*\"|'[^']*')", section.group(1) if section else "", re.M | re.S):
        table[match.group(1)] = ast.literal_eval(match.group(2))
    return table


class _Environment:
    """What env.py says in literals: the transaction model, the version table, the naming convention."""

    WANTED = ("transaction_per_migration", "version_table", "version_table_schema")

    def __init__(self, path, search_path):
        self.path = path
        self.said = {}
        self.span = None
        self.naming_convention = None
        self.drivers = set()
        if not os.path.isfile(path):
            return
        try:
            self.source = Source(path)
        except (SyntaxError, ValueError, UnicodeError):
            return
        self._read_configure()
        trees = list(project_trees(self.source.tree, search_path, set(), 0))
        self.naming_convention = next((each for each in map(naming_convention_in, trees) if each is not None), None)
        self.drivers = {name for tree in trees for name in drivers_in(tree)}

    def _read_configure(self):
        assigned = assigned_in(self.source.tree)
        for node in ast.walk(self.source.tree):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") != "configure":
                continue
            self.span = self.source.span(node)
            for keyword in node.keywords:
                if keyword.arg in self.WANTED:
                    value = assigned.get(getattr(keyword.value, "id", None), keyword.value)
                    if isinstance(value, ast.Constant):
                        self.said[keyword.arg] = value.value
