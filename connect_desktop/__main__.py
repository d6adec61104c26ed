"""`connect-desktop`: a window without a command, else the command line."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    # Each way in is imported on its own: the window needs no parser, a command needs no Qt.
    if arguments[:1] == ["--typeset"]:
        from connect_desktop.report import typeset  # noqa: PLC0415 - start-up

        return typeset.main()
    if wants_window(arguments):
        gc.disable()  # until the window shows: looking for garbage while nothing is garbage yet takes time
        from connect_desktop import app  # noqa: PLC0415 - start-up

        return app.main(arguments)
    from connect_desktop import cli  # noqa: PLC0415 - start-up

    return cli.main(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Return whether there is no command: nothing at all, or only where the data lies and how to begin."""
    rest = list(arguments)
    while rest and rest[0].startswith(("--data", "--tour", "--hidden")):
        option = rest.pop(0)
        if "=" not in option and option != "--hidden" and rest:
            rest.pop(0)
    return not rest


if __name__ == "__main__":
    sys.exit(main())
