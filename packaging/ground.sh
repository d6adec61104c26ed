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

stop() {
    say "$@"
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
        *) echo "(with your package manager, whatever holds) $*" ;;
    esac
}

# Runs apt-get as root, or through sudo; fails where neither is to be had.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ]; then
        say "Your password is asked for so that the packages can be installed."
        sudo "$@"
    else
        return 1
    fi
}

# Installs packages $1… where this is possible without guessing: apt, as root or through sudo.
install_packages() {
    [ "$(package_manager)" = apt ] || return 1
    say "Installing from your system's packages: $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 || return 1
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
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            chosen=$candidate
            return
        fi
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

# Debian keeps the module that makes environments in a package of its own.
complete_python() {
    "$chosen" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    local package
    package=$("$chosen" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install_packages "$package" && return
    stop "This Python cannot make an environment for the app. Install what it lacks, then run this again:" \
        "$(install_command "$(package_manager)" "$package")"
}

lacking_libraries() { "$chosen" "$root/packaging/system.py" lacking "$(package_manager)"; }

complete_libraries() {
    [ "$platform" = linux ] || return 0
    local lacking
    lacking=$(lacking_libraries)
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086 # one word each
    install_packages $lacking || true
    lacking=$(lacking_libraries)
    # shellcheck disable=SC2086 # one word each
    [ -z "$lacking" ] || stop "The window needs some packages of your system. Install them, then run this again:" \
        "$(install_command "$(package_manager)" $lacking)"
}

# What the environment was made from; a change of any of it makes a new one.
wanted() {
    printf '%s\n' "$1" "$root"
    "$python" -c 'import sys; print(sys.version)' 2>/dev/null
    cksum <"$root/pyproject.toml"
}

fresh() { [ -f "$environment/made-for-$1" ] && [ "$(cat "$environment/made-for-$1")" = "$(wanted "$1")" ]; }

# The environment's own Python runs, is the one its packages were put in, and has pip.
sound() { [ -x "$python" ] && usable "$python" && "$python" -c 'import pip' >/dev/null 2>&1; }

# Makes the environment for $1, "run" or "test"; returns at once when it is there.
prepare() {
    local purpose=$1 extras=
    fresh test && return
    if [ "$purpose" = run ]; then fresh run && return; else extras='[dev]'; fi
    choose_python
    complete_python
    complete_libraries
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
