"""A clock that was set back: said once, for nothing is lost by it."""

from datetime import timedelta

from connect_desktop.i18n import clock, long_date, tr
from connect_desktop.ui.session import Session

MEMO = "clock"
"""name under which the store remembers of which change it was said"""
_SLACK = timedelta(minutes=10)
"""by so much clocks are set right now and then"""


def said(session: Session) -> str:
    """Return what to say when now is before the last change, once for each; else nothing."""
    changed, now = session.store.changed_at, session.now()
    if changed is None or changed - now < _SLACK or session.store.memo(MEMO) == changed.isoformat():
        return ""
    session.remember(MEMO, changed.isoformat())
    last, here = changed.astimezone(now.tzinfo), now
    return tr(
        "The computer’s clock says {now}, but the last change here is of {last}. Nothing is lost, and "
        "moments keep their order. See that date and time of the computer are right before you log.",
        now=f"{long_date(here.date())}, {clock(here)}",
        last=f"{long_date(last.date())}, {clock(last)}",
    )
