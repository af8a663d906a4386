"""Convert many files to JSON and report what was found: python examples/convert_folder.py FOLDER."""

import sys
import tempfile
from pathlib import Path

import declarations

SUFFIXES = {suffix for format in declarations.formats.FORMATS if format.reader for suffix in format.suffixes}


def convert(source: Path, target: Path) -> str:
    """Write one file as JSON; give a line about it."""
    reading = declarations.examine(source.read_bytes(), format=source.suffix)
    told = [f"{finding.severity}: {finding.code}" for finding in reading.findings]
    if declarations.inspection.FindingCode.UNREADABLE_INPUT in (finding.code for finding in reading.findings):
        return f"{source.name}: {reading.findings[0].message}"
    declarations.write(reading.declaration, target)
    return ", ".join([f"{source.name}: {len(reading.declaration.resolutions)} resolutions", *told])


def main(folder: Path) -> None:
    """Convert every page and text of a folder; one bad file does not stop the others."""
    with tempfile.TemporaryDirectory() as output:
        for source in sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.name != "README.md"):
            print(convert(source, Path(output, f"{source.stem}.json")))
        print(f"{len(list(Path(output).iterdir()))} files written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
