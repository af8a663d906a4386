"""Read one statement and print its facts: python examples/read_statement.py."""

from pathlib import Path

import declarations

PAGE = Path(__file__).with_name("harbour-statement.html")


def main() -> None:
    """Print who said what, and when."""
    statement = declarations.read(PAGE)
    print("title:   ", statement.title)
    print("issuer:  ", statement.issuer)
    print("date:    ", statement.date)
    print("language:", statement.language)
    print("formula: ", statement.formula)
    for number, resolution in enumerate(statement.resolutions, 1):
        print(f"{number}. {resolution.action}: {resolution.text}")


if __name__ == "__main__":
    main()
