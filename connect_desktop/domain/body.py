"""The words of the body scale, by themselves: the first window asks the body and nothing else."""

from connect_desktop.i18n import tr


def body_label(value: int) -> str:
    """Return the words of a body value −3 … +3."""
    return (
        tr("tightened a lot"), tr("tightened"), tr("a little tight"), tr("neither"),
        tr("a little easier"), tr("breathed easier"), tr("breathed freely"),
    )[value + 3]  # fmt: skip
