# shellcheck shell=bash
# The ground under run.sh and test.sh, sourced by both: a Python, the system's libraries, an environment of the project's own.
# Everything is said on standard error, so that the app's own output stays clean. Works with the bash 3.2 of macOS.

unset CDPATH PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
environment=$root/.venv

case $(uname -s) in
    Linux) platform=linux ;;
    Darwin) platform=macos ;;
    MINGW* | MSYS* | CYGWIN*) platform=windows ;;
    *) platform=other ;;
esac
if [ "$platform" = windows ]; then python=$environment/Scripts/python.exe; else python=$environment/bin/python; fi

say() { printf '%s\n' "$*" >&2; }

# Says each argument on a line of its own, and ends.
stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

package_manager() {
    local name
    for name in apt-get dnf pacman zypper; do
        if command -v "$name" >/dev/null 2>&1; then
            echo "${name%-get}"
            return
        fi
    done
    echo other
}

# How a person would install $2… with package manager $1.
install_command() {
    local manager=$1
    shift
    case $manager in
        apt) echo "sudo apt-get install $*" ;;
        dnf) echo "sudo dnf install $*" ;;
        pacman) echo "sudo pacman -S $*" ;;
        zypper) echo "sudo zypper install $*" ;;
        *) echo "what holds these, with your package manager: $*" ;;
    esac
}

# Runs a command as root: as it is, through sudo, or through sudo with a password where somebody can type one.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        sudo "$@"
    fi
}

may_become_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

# Installs packages $1… where this needs no guessing: with apt, as root or through sudo.
install_packages() {
    [ "$(package_manager)" = apt ] && may_become_root || return 1
    say "Installing from your system's packages: $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 || say "The list of packages could not be brought up to date."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" >&2
}

usable() {
    "$@" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Sets `chosen`: the newest Python that fits, rather one that can make an environment as it is.
choose_python() {
    local candidate fallback=
    for candidate in "${PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3 python; do
        if [ -z "$candidate" ] || ! usable "$candidate"; then continue; fi
        chosen=$candidate
        can_make_environments && return
        [ -n "$fallback" ] || fallback=$candidate
    done
    chosen=$fallback
    [ -n "$chosen" ] && return
    case $platform in
        macos) stop "Connect needs Python 3.11 or newer, and this Mac has none. Install it with: brew install python@3.13" ;;
        windows) stop "Connect needs Python 3.11 or newer, and none was found. Install it with: winget install Python.Python.3.13" ;;
        *) stop "Connect needs Python 3.11 or newer, and none was found. Install it with your package manager and run this again." ;;
    esac
}

# The environment's own Python runs, is the one its packages were put in, and has pip.
sound() { [ -x "$python" ] && usable "$python" && "$python" -c 'import pip' >/dev/null 2>&1; }

can_make_environments() { "$chosen" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# What the system lacks, one package a line. Debian keeps what makes environments in a package of its own.
lacking_packages() {
    sound || can_make_environments || "$chosen" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    [ "$platform" != linux ] || "$chosen" "$root/packaging/system.py" lacking "$(package_manager)"
}

complete_system() {
    local lacking
    lacking=$(lacking_packages | tr '\n' ' ')
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086 # one word each
    install_packages $lacking || true
    lacking=$(lacking_packages | tr '\n' ' ')
    [ -n "$lacking" ] || return 0
    stop "Connect needs some packages of your system. Install them, then run this again:" \
        "    $(install_command "$(package_manager)" "$lacking")"
}

# What the environment was made from; a change of any of it makes a new one.
wanted() {
    printf '%s\n' "$1" "$root"
    "$python" -c 'import sys; print(sys.version)' 2>/dev/null
    cksum <"$root/pyproject.toml"
}

fresh() { [ -f "$environment/made-for-$1" ] && [ "$(cat "$environment/made-for-$1")" = "$(wanted "$1")" ]; }

# Makes the environment for $1, "run" or "test"; returns at once when it is there.
prepare() {
    local purpose=$1 extras=
    fresh test && return
    if [ "$purpose" = run ]; then fresh run && return; else extras='[dev]'; fi
    choose_python
    complete_system
    if ! sound; then
        say "Making an environment for Connect in $environment"
        "$chosen" -m venv --clear "$environment" >&2 || stop "The environment could not be made; see above. Nothing else was changed."
    fi
    say "Fetching the packages Connect is built on; the first time this takes a minute or two."
    rm -f "$environment"/made-for-*
    (cd "$root" && "$python" -m pip install --quiet --editable ".$extras") >&2 ||
        stop "The packages could not be installed; see above. Nothing outside $environment was changed. Is there a connection?"
    wanted "$purpose" >"$environment/made-for-$purpose"
}
