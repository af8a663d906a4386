"""Files of many declarations as a state machine: whatever interrupts a writing, the file is the old or the new one."""

import io
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

import declarations
from declarations import Clause, Declaration, DeclarationsError, Limits
from declarations.errors import EmptyInputError, LimitError

INTERRUPTS = (KeyboardInterrupt, SystemExit, MemoryError, OSError, ValueError, GeneratorExit)


def make(title: str) -> Declaration:
    """Make a declaration that every format gives back as it is."""
    return Declaration(title=title, language="en", resolutions=[Clause(paragraphs=[f"Asks for {title}."])])


NUMBERS = st.lists(st.integers(0, 99), max_size=6)


class Streams(RuleBasedStateMachine):
    """Two files that are written, interrupted and written from one another, beside what they must hold."""

    suffix = ""

    def __init__(self) -> None:
        super().__init__()
        self.keeper = tempfile.TemporaryDirectory()
        self.folder = Path(self.keeper.name)
        self.held: dict[Path, list[Declaration]] = {}

    def teardown(self) -> None:
        """Take the folder away."""
        self.keeper.cleanup()

    @property
    def paths(self) -> Sequence[Path]:
        """The two files that there can be."""
        return [self.folder / f"{name}.{self.suffix}" for name in ("one", "two")]

    @rule(place=st.integers(0, 1), numbers=NUMBERS)
    def write(self, place: int, numbers: list[int]) -> None:
        """Write a file anew."""
        self.held[self.paths[place]] = made = [make(f"bridge {number}") for number in numbers]
        declarations.write_all(made, self.paths[place])

    @rule(place=st.integers(0, 1), numbers=NUMBERS, error=st.sampled_from(INTERRUPTS))
    def interrupt(self, place: int, numbers: list[int], error: type[BaseException]) -> None:
        """Interrupt a writing after some declarations: nothing has changed."""

        def fail() -> Iterator[Declaration]:
            yield from (make(f"well {number}") for number in numbers)
            raise error

        with pytest.raises(error):
            declarations.write_all(fail(), self.paths[place])

    @rule(source=st.integers(0, 1), to=st.integers(0, 1), is_joined=st.booleans(), is_cut=st.booleans())
    def copy(self, source: int, to: int, *, is_joined: bool, is_cut: bool) -> None:
        """Write a file out of another or itself, joined with itself or without its first."""
        if not self.held.get(self.paths[source]):
            return
        taken = list(self.held[self.paths[source]])

        def take() -> Iterator[Declaration]:
            readings = declarations.read_all(self.paths[source])
            if is_cut:
                next(readings)
            yield from readings
            if is_joined:
                yield from declarations.read_all(self.paths[source])

        declarations.write_all(take(), self.paths[to])
        self.held[self.paths[to]] = taken[is_cut:] + taken * is_joined

    @rule(source=st.integers(0, 1), to=st.integers(0, 1), part=st.floats(0.1, 0.9))
    def copy_what_is_broken(self, source: int, to: int, part: float) -> None:
        """Write a file out of one that is cut: it is told of, or the cut was between two, and nothing is in between."""
        if not self.held.get(self.paths[source]):
            return
        data = self.paths[source].read_bytes()
        cut = self.folder / f"cut.{self.suffix}"
        cut.write_bytes(data[: int(len(data) * part)])
        try:
            declarations.write_all(declarations.read_all(cut), self.paths[to])
        except DeclarationsError:
            pass
        else:
            self.held[self.paths[to]] = list(declarations.read_all(cut))
        finally:
            cut.unlink()

    @rule(place=st.integers(0, 1), taken=st.integers(0, 3))
    def read_a_part(self, place: int, taken: int) -> None:
        """Read some declarations and no more: the file can be read and written afterwards."""
        if held := self.held.get(self.paths[place]):
            readings = declarations.examine_all(self.paths[place])
            assert [one.declaration for one in islice(readings, taken)] == held[:taken]
            readings.close()

    @invariant()
    def files_hold_what_was_written(self) -> None:
        """Each file holds what was last written to it, whole, by path and as an open file; nothing stands beside."""
        assert {*self.folder.iterdir()} == set(self.held)
        for path, held in self.held.items():
            for file in (path, io.BytesIO(path.read_bytes())):
                if held:
                    assert list(declarations.read_all(file, format=self.suffix)) == held
                else:
                    self.hold_nothing(file)

    def hold_nothing(self, file: Path | io.BytesIO) -> None:
        """See that a file has no declaration, which some formats tell as an error."""
        try:
            found = list(declarations.read_all(file, format=self.suffix))
        except EmptyInputError:
            found = []
        assert found == []


class JsonLines(Streams):
    """Files of JSON Lines."""

    suffix = "jsonl"

    @rule(place=st.integers(0, 1))
    def read_with_a_limit(self, place: int) -> None:
        """A declaration that is larger than the limit is refused, and the file stays."""
        if self.held.get(self.paths[place]):
            with pytest.raises(LimitError):
                list(declarations.read_all(self.paths[place], limits=Limits(max_bytes=5)))


class AkomaNtoso(Streams):
    """Collections of Akoma Ntoso."""

    suffix = "akn"


class Edoxen(Streams):
    """Collections of edoxen."""

    suffix = "yaml"


STEPS = settings(max_examples=20, stateful_step_count=15)
TestJsonLines = JsonLines.TestCase
TestJsonLines.settings = STEPS
TestAkomaNtoso = AkomaNtoso.TestCase
TestAkomaNtoso.settings = STEPS
TestEdoxen = Edoxen.TestCase
TestEdoxen.settings = STEPS
