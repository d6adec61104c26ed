"""The choices about documents, as asked in settings and while exporting."""

from connect_desktop.i18n import tr
from connect_desktop.report.options import Names, Paper
from connect_desktop.ui.widgets.segmented import SegmentedChoice


def names_choice() -> SegmentedChoice:
    """Return the question how people appear."""
    options = [(Names.FULL, tr("Names")), (Names.INITIALS, tr("Initials")), (Names.LETTERS, tr("A, B, C…"))]
    return SegmentedChoice(options, name=tr("People appear as"))


def paper_choice() -> SegmentedChoice:
    """Return the question which paper."""
    return SegmentedChoice([(Paper.A4, tr("A4")), (Paper.LETTER, tr("Letter"))], name=tr("Paper"))
