#!/usr/bin/env bash
# Runs Connect from this folder, on a fresh machine too. Arguments go to the app: bash packaging/run.sh people --json
set -euo pipefail
# shellcheck source=packaging/ground.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/ground.sh"

prepare run

if [ "$#" = 0 ] && [ "$platform" = linux ] && [ -z "${QT_QPA_PLATFORM:-}" ] && ! "$python" "$root/packaging/system.py" screen; then
    tour=$root/tour
    say "There is no screen here. Instead of the window you get pictures of every page and a PDF, from a made-up life."
    # The offscreen plug-in would warn at every window that it cannot tell a desktop its smallest size.
    QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="default.warning=false" "$python" -P -m connect_desktop --tour "$tour"
    say "They are in:"
    printf '%s\n' "$tour"
else
    exec "$python" -P -m connect_desktop "$@"
fi
