"""Every check in a fresh environment of its own: `nox`, or one of them with `nox -s tests`."""

import nox

nox.options.sessions = ["tests", "cldr", "lowest", "lint", "types", "imports", "docs"]

BABEL = ["2.16", "2.17", "2.18", "2.19"]  # each has another CLDR, or other code for it


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python="3.11", venv_backend="uv")
@nox.parametrize("babel", BABEL)
def cldr(session: nox.Session, babel: str) -> None:
    """Run the tests with each version of Babel, and so of CLDR."""
    session.install("-e", ".[test]", f"babel=={babel}.*")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python="3.11", venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest version of everything that the project names."""
    session.install("--resolution", "lowest-direct", "-e", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install("ruff>=0.8")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def imports(session: nox.Session) -> None:
    """Check that imports go down only."""
    session.install("-e", ".[dev]")
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; warnings are errors."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed against other libraries, and how exactly dates are read."""
    session.install("-e", ".[test,bench]")
    session.run("python", "-m", "tests.benchmarks", *session.posargs)
    session.run("python", "-m", "tests.benchmarks.dates")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz every target."""
    session.install("-e", ".[fuzz]")
    session.run("python", "-m", "tests.fuzz", *session.posargs)
