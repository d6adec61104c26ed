"""Sentences about backups and what else keeps a store safe."""

from datetime import UTC, datetime

from connect_desktop.i18n import begun, clock, plain_date, relative_day, tr, tr_n
from connect_desktop.store.health import Holdings
from connect_desktop.store.keeping import Kept
from connect_desktop.ui import clipboard
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.steps import Step


def ago(at: datetime, now: datetime) -> str:
    """Return how long ago something was: "2 h ago"."""
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr_n("{n} min ago", "{n} min ago", minutes)
    if minutes < 48 * 60:
        return tr_n("{n} h ago", "{n} h ago", minutes // 60)
    return tr_n("{n} day ago", "{n} days ago", minutes // (24 * 60))


def when(at: datetime, session: Session) -> str:
    """Return the day and time of something: "yesterday, 19:05"."""
    local = at.astimezone(session.now().tzinfo) if at.tzinfo else at
    day = relative_day(local.date(), session.now().date())
    return tr("{day}, {time}", day=begun(day), time=clock(local))


def size(count: int) -> str:
    """Return a number of bytes as a person says it: "2.1 MB"."""
    if count < 1_000_000:
        return tr("{n} KB", n=max(1, round(count / 1000)))
    return tr("{n} MB", n=f"{count / 1_000_000:.1f}" if count < 10_000_000 else round(count / 1_000_000))


def last_backup(kept: Kept, newest: datetime | None, now: datetime) -> str:
    """Return the sentence on the last backup: when, that it was checked, how much is in it."""
    if newest is None:
        return tr("There is no backup yet. The first is made by itself, soon after you save something.")
    if kept.made == newest.astimezone(UTC):
        return tr_n("Last backup {ago}, checked; {n} moment.", "Last backup {ago}, checked; {n} moments.",
                    kept.moments, ago=ago(newest, now))  # fmt: skip
    return tr("Last backup {ago}; it is still being checked.", ago=ago(newest, now))


def failure(kept: Kept) -> str:
    """Return why the last backup could not be made; empty where it was."""
    if not kept.failed:
        return ""
    return tr("The last backup could not be made. {why} Connect tries again by itself.", why=kept.why)


def trial(kept: Kept) -> str:
    """Return the sentence on the last time that a restore was tried."""
    if kept.tried is None:
        return tr(
            "Once a month one is unpacked, read whole and taken away again, to be sure it can be restored."
        )
    on = plain_date(kept.tried)
    if kept.not_tried:
        return tr("On {day} a backup was tried and could not be restored: {why} A new one was made at once.",
                  day=on, why=kept.not_tried)  # fmt: skip
    return tr_n("On {day} one was unpacked and read whole to be sure it can be restored: {n} moment.",
                "On {day} one was unpacked and read whole to be sure it can be restored: {n} moments.",
                kept.tried_moments, day=on)  # fmt: skip


def second(kept: Kept, here: bool, now: datetime) -> str:
    """Return the sentence on the second place."""
    if not kept.second:
        return tr(
            "A stick or another disk keeps a copy of each finished backup, should this computer be lost or "
            "break. The copies open as the store itself does: with your passphrase, where it has one."
        )
    if kept.not_copied:
        return tr(
            "The last backup could not be copied there. {why} Connect tries again.", why=kept.not_copied
        )
    if not here:
        last = tr(" The last copy was made {ago}.", ago=ago(kept.copied, now)) if kept.copied else ""
        return tr("It is not here now. Copies go there as soon as it is back.") + last
    if kept.copied is None:
        return tr("Each finished backup is copied there from now on.")
    return tr("Last copied there {ago}, checked.", ago=ago(kept.copied, now))


def holdings(held: Holdings) -> str:
    """Return what is in a store: "3 people, 412 moments, 8 reflections, from … to …"."""
    parts = [
        tr_n("{n} person", "{n} people", held.people),
        tr_n("{n} moment", "{n} moments", held.moments),
        tr_n("{n} reflection", "{n} reflections", held.reflections),
        tr_n("{n} hope", "{n} hopes", held.hopes),
    ]
    if held.first and held.last:
        first, last = plain_date(held.first.date()), plain_date(held.last.date())
        parts.append(
            tr("of {day}", day=last)
            if first == last
            else tr("from {first} to {last}", first=first, last=last)
        )
    return ", ".join(parts)


def protection(kept: bool, protected: bool) -> str:
    """Return what opens the store."""
    if protected:
        return tr("Protected: one encrypted file, opened by your passphrase or your recovery code.")
    if not kept:
        return tr("You are looking around the sample life. Nothing is kept here.")
    return tr(
        "Not protected: it opens without a passphrase, for anyone who uses your account on this computer or "
        "copies this folder."
    )


def keyring(*, on: bool, there: bool) -> str:
    """Return how things stand with the keyring of the operating system."""
    if on:
        return tr(
            "This computer’s keyring opens it, too: whoever uses your account while you are logged in can "
            "open Connect with one button. Your passphrase and recovery code go on opening it."
        )
    if there:
        return tr(
            "This computer’s keyring could open it, too, with one button instead of the passphrase. Whoever "
            "uses your account while you are logged in could press it. It is off."
        )
    return tr(
        "This computer has no keyring that Connect can use, or the optional part “keyring” is not installed."
    )


def honest() -> tuple[Step, ...]:
    """Return what all this protects from, and what it does not."""
    return (
        Step(
            heading=tr("It protects"),
            rule=tr("Once there is a passphrase, what you write is unreadable without it."),
            here=(
                tr("Someone opens Connect after you walked away: they see a lock."),
                tr("Someone copies the file and tries passphrases: it is as strong as your passphrase, and "
                   "each try costs them about a second of work."),
                tr("A crash, a power cut, a full disk: nothing that was saved is lost."),
                tr("Someone damages or deletes the file: it is noticed, and a backup in a second place "
                   "brings it back."),
                tr("Text that you copy out of Connect: it leaves the clipboard after {n} seconds. What you "
                   "cut leaves it when Connect locks.", n=clipboard.SECONDS),
            ),
        ),
        Step(
            heading=tr("It does not protect"),
            rule=tr("No program on your computer can promise these, and Connect does not."),
            here=(
                tr("Spyware or someone who controls this computer from elsewhere: they can read along."),
                tr("Being made to unlock it."),
                tr("Someone seeing that Connect is installed here."),
                tr("Old copies: whoever knew an old passphrase and kept a copy of the file or a backup can "
                   "still read that copy."),
                tr("What you saved outside of it: PDFs, exports and pictures are ordinary files."),
            ),
        ),
    )  # fmt: skip
