"""What stands where a chart will be: how much is missing, and what will appear."""

from connect_desktop.charts import lettering
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.sheet import Sheet
from connect_desktop.i18n import tr_n

MOMENTS_NEEDED = 5


def too_few(moments: int) -> bool:
    """Return whether a person has too few moments for any chart."""
    return moments < MOMENTS_NEEDED


def missing(moments: int) -> str:
    """Return how many more moments are wanted."""
    return tr_n("After one more moment", "After {n} more moments", MOMENTS_NEEDED - moments)


def empty_chart(sheet: Sheet, title: str, text: str) -> Chart:
    """Return a chart that only says what will appear."""
    sheet.head(title, "")
    y = sheet.top - sheet.line / 2
    for line in lettering.wrapped(text, sheet.small, sheet.right - sheet.left):
        sheet.write(sheet.left, y, line)
        y -= sheet.line
    return sheet.chart(title, "", text, empty=True)
