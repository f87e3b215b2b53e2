"""Modules that a revision imports and the interpreter lacks, replaced so that the revision can still be read."""

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types

from sqlalchemy import types as sqltypes
from sqlalchemy.dialects import postgresql

# Types of well-known packages, as PostgreSQL gets them.
KNOWN_TYPES = {
    "GUID": "UUID", "UUIDType": "UUID", "UUIDv7": "UUID", "AutoString": "VARCHAR", "EmailType": "VARCHAR(255)",
    "URLType": "TEXT", "JSONType": "JSON", "TSVectorType": "TSVECTOR", "LtreeType": "LTREE", "CIText": "CITEXT",
    "CITEXT": "CITEXT", "ArrowType": "TIMESTAMP WITHOUT TIME ZONE", "IPAddressType": "VARCHAR(50)",
    "CountryType": "VARCHAR(2)", "CurrencyType": "VARCHAR(3)", "LocaleType": "VARCHAR(10)",
    "PhoneNumberType": "VARCHAR(20)", "TimezoneType": "VARCHAR(50)", "ColorType": "VARCHAR(20)",
    "PasswordType": "BYTEA", "UtcDateTime": "TIMESTAMP WITH TIME ZONE", "DateTimeUTC": "TIMESTAMP WITH TIME ZONE",
    "TIMESTAMPAware": "TIMESTAMP WITH TIME ZONE", "Vector": "vector", "VECTOR": "vector", "HALFVEC": "halfvec",
    "SPARSEVEC": "sparsevec", "EncryptedType": "BYTEA", "StringEncryptedType": "VARCHAR", "Geometry": "geometry", "Geography": "geography",
}
STANDARD = getattr(sys, "stdlib_module_names", frozenset(sys.builtin_module_names))
KEPT = {"sqlalchemy", "alembic", "mako", "markupsafe", "typing_extensions", "greenlet", "schemalint_alembic"}


class StandIn(sqltypes.UserDefinedType):
    """Anything of a module that is not there: called, inherited from, or used as a column's type."""

    cache_ok = True

    def __init__(self, path, report, arguments=()):
        self._path = path
        self._report = report
        self._arguments = arguments

    def get_col_spec(self, **_):
        name = self._path.rpartition(".")[2]
        if name in KNOWN_TYPES:
            numbers = [str(each) for each in self._arguments if isinstance(each, int)]
            known = KNOWN_TYPES[name]
            return "%s(%s)" % (known, ", ".join(numbers)) if numbers and "(" not in known else known
        self._report("type", self._path)
        return name.lower()

    def adapt(self, *_, **__):
        return StandIn(self._path, self._report, self._arguments)

    copy = with_variant = adapt

    def __str__(self):
        self._report("value", self._path)
        return self._path

    __repr__ = __str__

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError("%s has no %s: its module is not there, or breaks when it is imported" % (self._path, name))
        return StandIn("%s.%s" % (self._path, name), self._report)

    def __call__(self, *arguments, **keywords):
        # A decorator leaves what it decorates as it is.
        if len(arguments) == 1 and not keywords and isinstance(arguments[0], (types.FunctionType, type)):
            return arguments[0]
        return StandIn(self._path, self._report, arguments + tuple(keywords.values()))

    def __add__(self, other):
        return str(self) + other if isinstance(other, str) else self

    def __radd__(self, other):
        return other + str(self) if isinstance(other, str) else self

    def __mro_entries__(self, bases):
        first = next(each for each in bases if isinstance(each, StandIn))
        # A second base of the kind adds nothing, and would have no order with the first.
        return (self._class(),) if first is self else ()

    def _class(self):
        return type("Inherited", (_Inherited,), {"_path": self._path, "_report": staticmethod(self._report)})

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __bool__(self):
        return True

    def __getitem__(self, key):
        return StandIn("%s[%s]" % (self._path, key), self._report)

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


class _Inherited(sqltypes.UserDefinedType):
    """A class of a module that is not there, for a class that inherits from it: its objects are made of anything."""

    cache_ok = True

    def __init_subclass__(cls, **_):
        super().__init_subclass__()

    def __init__(self, *arguments, **_):
        self._arguments = arguments

    def get_col_spec(self, **keywords):
        impl = getattr(self, "impl", None)
        if isinstance(impl, sqltypes.TypeEngine) or isinstance(impl, type) and issubclass(impl, sqltypes.TypeEngine):
            return sqltypes.to_instance(impl).compile(dialect=postgresql.dialect())
        return StandIn(self._path, self._report, self._arguments).get_col_spec(**keywords)


class _Module(types.ModuleType):
    """A module all of whose names are stand-ins."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = StandIn("%s.%s" % (self.__name__, name), self.__dict__["__report__"])
        setattr(self, name, value)
        return value


class StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """
    Finds what nobody else finds. A module that is there but breaks while it is imported,
    for want of an environment variable for example, is replaced too; its parts are still tried.
    """

    def __init__(self, report):
        self.report = report
        self._looking = set()

    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in STANDARD or top in KEPT or top.startswith("_") or name in self._looking:
            return None
        self._looking.add(name)
        try:
            spec = importlib.machinery.PathFinder.find_spec(name, path)
            if spec is None:
                spec = next((found for finder in sys.meta_path if finder is not self
                             for found in [finder.find_spec(name, path, target)] if found is not None), None)
        except Exception:  # noqa: BLE001 - another finder's fault is as good as nothing found
            spec = None
        finally:
            self._looking.discard(name)
        if spec is None:
            if not self._may_stand_in(name):
                return None
            self.report("module", name)
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        if spec.loader is not None and hasattr(spec.loader, "exec_module"):
            spec.loader = _Guarded(spec.loader, self.report)
        return spec

    def _may_stand_in(self, name):
        """Nothing stands in for an optional part of a package that is there and whole."""
        parent = name.rpartition(".")[0]
        if parent == "":
            return True
        return isinstance(sys.modules.get(parent), _Module)

    def create_module(self, spec):
        module = _Module(spec.name)
        module.__dict__["__report__"] = self.report
        return module

    def exec_module(self, module):
        module.__path__ = []


class _Guarded(importlib.abc.Loader):
    """Runs a module; where it breaks, what is missing in it becomes stand-ins."""

    def __init__(self, loader, report):
        self.loader = loader
        self.report = report

    def __getattr__(self, name):
        return getattr(self.loader, name)

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        try:
            self.loader.exec_module(module)
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 - SystemExit of a module is no reason to end
            if getattr(error, "is_time_limit", False):
                raise
            self.report("broken", module.__name__, "%s: %s" % (type(error).__name__, error))
            module.__class__ = _Module
            module.__dict__["__report__"] = self.report
