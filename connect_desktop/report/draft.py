"""A document while it is being written: who appears in it, what was chosen, what it says so far."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from connect_desktop.charts.chart import Chart
from connect_desktop.domain import Circle, Moment, Person
from connect_desktop.domain.errors import Cancelled
from connect_desktop.i18n import day_of, tr
from connect_desktop.report import blocks
from connect_desktop.report.blocks import Block
from connect_desktop.report.cast import Cast
from connect_desktop.report.document import Document
from connect_desktop.report.options import Options

Hide = Callable[[str], str]
"""hides the names in a text of the user's"""
ChartsOf = Callable[[Person, str, Hide], Iterable[Chart]]
"""draws a person's charts one after the other, given the name they go by here and what hides names"""

Stop = Callable[[], bool]

_MEASURES = {"drawing", "facts", "lead", "note", "table"}


class Draft:
    """Collects blocks in the order of the pages; every name in them is as the options want it."""

    def __init__(
        self,
        people: Iterable[Person],
        options: Options,
        *,
        circles: Iterable[Circle] = (),
        prompts: Mapping[str, str] | None = None,
        charts: ChartsOf | None = None,
        day_ends: int = 240,
        stop: Stop | None = None,
    ) -> None:
        """`stop` says whether the user wants to stop; it is asked before whatever takes time."""
        self.options = options
        self.cast = Cast(people, options.names)
        self.circles = {circle.id: circle for circle in circles}
        self.prompts = prompts or {}
        self._charts = charts
        self._day_ends = day_ends
        self._stop = stop
        self._body: list[Block] = []
        self._drawings: dict[str, bytes] = {}

    def add(self, *found: Block) -> None:
        """Add blocks as they are."""
        self._body += found

    def go_on(self) -> None:
        """Raise Cancelled where the user wants to stop."""
        if self._stop is not None and self._stop():
            raise Cancelled(tr("Stopped. Nothing was written."))

    def is_empty(self) -> bool:
        """Return whether nothing was added yet."""
        return not self._body

    @contextmanager
    def below(self, heading: Block) -> Iterator[None]:
        """Add a heading, unless nothing comes to stand below it."""
        place = len(self._body)
        self.add(heading)
        yield
        if len(self._body) == place + 1:
            self._body.pop()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is added on one page, where it fits on one."""
        place = len(self._body)
        yield
        self._body[place:-1] = [{**block, "keep": True} for block in self._body[place:-1]]

    def add_charts(self, person: Person, *, named: bool = False) -> None:
        """Add a person's charts, where charts are wanted and those with enough to show.

        `named` says with whom, where no heading does.
        """
        if self._charts is None or not self.options.charts:
            return
        self.go_on()
        name = self.cast.label(person.id)
        for chart in self._charts(person, name, self.cast.hide):
            self.go_on()
            if not chart.empty:
                self._add_chart(chart, name if named else "")
                self.go_on()

    def day(self, moment: Moment) -> date:
        """Return the user's day a moment belongs to."""
        return day_of(moment.at, self._day_ends)

    def hidden(self, found: Iterable[Block]) -> list[Block]:
        """Return blocks of a text of the user's with the names in it hidden."""
        return [self._hidden(block) for block in found]

    def document(self, title: str, dates: str, today: date) -> Document:
        """Return the document as it now is; its foot says what its figures are, if it has any."""
        measured = any(block["kind"] in _MEASURES for block in self._body)
        return Document(
            title=title,
            line=self.cast.hide(self.options.line.strip()),
            dates=dates,
            on=today,
            lang=self.options.lang,
            paper=self.options.paper,
            body=tuple(self._body),
            foot=tr("Self-reported, not a clinical measurement.") if measured else "",
            drawings=dict(self._drawings),
        )

    def _add_chart(self, chart: Chart, person: str) -> None:
        from connect_desktop.charts import save  # noqa: PLC0415 - start-up: matplotlib

        name = f"chart-{len(self._drawings) + 1}"
        title = tr("{name}: {felt}", name=person, felt=chart.title) if person else chart.title
        self._drawings[name] = save.svg(chart)
        self.add(blocks.drawing(name, title, chart.caption, chart.twin))

    def _hidden(self, block: Block) -> Block:
        changed: Block = {}
        if "runs" in block:
            changed["runs"] = self.cast.hide_runs(block["runs"])
        if "blocks" in block:
            changed["blocks"] = self.hidden(block["blocks"])
        if "items" in block:
            changed["items"] = [self.hidden(entry) for entry in block["items"]]
        return {**block, **changed}
