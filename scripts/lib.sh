# Shared by scripts/*: where things are, how to say how far we are, how to
# install what is missing. Source it; it changes to the project's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
BUILD=$ROOT/build
JOBS=$(nproc)
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

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
  "$@" >"$BUILD/logs/$name.log" 2>&1 || {
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
# stamp_of FILE...: one hash over the files' contents and the given words.
stamp_of() { cat -- "$@" 2>/dev/null | sha256sum | cut -c1-16; }
