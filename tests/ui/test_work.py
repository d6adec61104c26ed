import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from connect_desktop.domain.errors import Cancelled, NotWritten
from connect_desktop.ui.work import Work, collect_again


def test_work_runs_elsewhere_and_tells_here(qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    work = Work(lambda _work: threading.current_thread().ident)
    work.done.connect(lambda result: told.append((result, QThread.currentThread() is work.thread())))
    with qtbot.waitSignal(work.done):
        work.start()
    ((ident, here),) = told
    assert ident != threading.current_thread().ident
    assert here


def test_an_error_of_the_users_world_is_told_as_such(qtbot: QtBot) -> None:
    def refuse(_work: Work) -> None:
        raise NotWritten("The folder is read-only.")

    work = Work(refuse)
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    assert str(told.args[0]) == "The folder is read-only."


def test_a_bug_is_raised_where_the_window_lives(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        Work(lambda _work: 1 // 0).start()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_cancelled_work_tells_only_that_it_was_left(qtbot: QtBot) -> None:
    begun = threading.Event()

    def wait(work: Work) -> str:
        begun.set()
        work._cancelled.wait()
        return "late"

    work, told = Work(wait), []
    work.done.connect(told.append)
    work.start()
    begun.wait()
    with qtbot.waitSignal(work.left):
        work.cancel()
    assert told == []


def test_work_that_raises_cancelled_was_left(qtbot: QtBot) -> None:
    def stop(_work: Work) -> None:
        raise Cancelled("Stopped.")

    work = Work(stop)
    with qtbot.waitSignal(work.left), qtbot.assertNotEmitted(work.failed):
        work.start()


def test_progress_is_told_on_the_way(qtbot: QtBot) -> None:
    def walk(work: Work) -> None:
        work.progressed.emit(0.5)

    work = Work(walk)
    with qtbot.waitSignals([work.progressed, work.done]):
        work.start()


def test_no_garbage_is_collected_while_work_is_under_way(qtbot: QtBot) -> None:
    go_on = threading.Event()
    longer, shorter = Work(lambda _work: go_on.wait()), Work(lambda _work: gc.isenabled())
    with qtbot.waitSignal(shorter.done) as told:
        longer.start()
        shorter.start()
    assert told.args == [False]
    collect_again()
    assert not gc.isenabled()
    with qtbot.waitSignal(longer.done):
        go_on.set()
    qtbot.waitUntil(gc.isenabled)


class InACircle(QObject):
    """Only the garbage collector lets go of it; says in which thread that was."""

    died_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        self.died_in.append(threading.get_ident())


def test_nothing_of_the_window_is_collected_in_another_thread(qtbot: QtBot) -> None:
    assert gc.isenabled()
    InACircle.died_in.clear()
    for _ in range(5):
        InACircle()

    def ask_for_memory(_work: Work) -> int:
        return len([[n] for n in range(200_000)])

    works = [Work(ask_for_memory) for _ in range(3)]
    with qtbot.waitSignals([work.done for work in works]):
        works[0].start()
        works[1].start()
        works[2].start_aside()
    assert gc.isenabled()
    gc.collect()
    assert set(InACircle.died_in) == {threading.get_ident()}


def test_work_that_ended_is_gone(qtbot: QtBot) -> None:
    work = Work(lambda _work: None)
    with qtbot.waitSignal(work.destroyed):
        work.start()
