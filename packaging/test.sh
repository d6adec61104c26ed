#!/usr/bin/env bash
# Checks everything, on a fresh machine too. With arguments only pytest runs, with these: bash packaging/test.sh -k person
set -euo pipefail
# shellcheck source=packaging/ground.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/ground.sh"

prepare test
cd "$root"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

[ "$#" = 0 ] || exec "$python" -m pytest "$@"

failed=
check() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$python" -m "$@" || failed="$failed
    $name"
}

check "style" ruff check
check "formatting" ruff format --check
check "types" mypy
check "tests, import rules and coverage" pytest --cov --cov-report=term:skip-covered

[ -z "$failed" ] || stop "
Not passed:$failed"
say "
All passed."
