# Shared by scripts/*: where things are, how to say how far we are, how to
# install and configure what is missing. Source it; it changes to the project's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
BUILD=$ROOT/build
JOBS=$(nproc)
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
# Compiled objects are shared between checkouts: paths are taken relative to the root.
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1

say() { printf '\n== %s (%ds)\n' "$*" "$SECONDS"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
# quiet NAME COMMAND...: runs it with its output in build/logs, shown only on failure.
quiet() {
  local name=$1
  shift
  mkdir -p "$BUILD/logs"
  "$@" </dev/null >"$BUILD/logs/$name.log" 2>&1 || {
    tail -n 40 "$BUILD/logs/$name.log" >&2
    fail "$name failed; the whole output is in build/logs/$name.log"
  }
}
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -E "$@"; else
    fail "root or sudo is needed to run: $*"
  fi
}
# install_packages NAME...: Debian packages that are not there yet.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || fail "not Debian: install these yourself: ${missing[*]}"
  say "installing ${missing[*]}"
  quiet apt-update as_root apt-get update -q
  quiet apt-install as_root apt-get install -y -q --no-install-recommends "${missing[@]}"
}
# install_command COMMAND PACKAGE...: the packages, unless the command is already there.
install_command() {
  command -v "$1" >/dev/null && return
  shift
  install_packages "$@"
}
# stamp_of FILE...: one hash over the files' contents.
stamp_of() { cat -- "$@" 2>/dev/null | sha256sum | cut -c1-16; }

# configure DIR COMMAND...: runs cmake for build/DIR, once per set of arguments;
# after that ninja itself notices what changed.
configure() {
  local dir=$BUILD/$1 name=$1
  shift
  [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/configured" 2>/dev/null)" = "$*" ] && return
  rm -f "$dir/CMakeCache.txt"
  quiet "$name-configure" "$@" -S . -B "$dir" -G Ninja
  printf '%s' "$*" >"$dir/configured"
}
# build_targets DIR TARGET...
build_targets() {
  local dir=$1
  shift
  quiet "$dir-build" cmake --build "$BUILD/$dir" -j "$JOBS" --target "$@"
}
