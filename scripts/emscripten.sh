# Finds or installs Emscripten: an active emsdk or a newer em++ on the PATH is
# used as it is, else Debian's package. Source it after lib.sh.
command -v em++ >/dev/null || install_packages emscripten
command -v em++ >/dev/null || fail "em++ is not on the PATH after installing Emscripten"
unset CC CXX
# Debian's Emscripten keeps its JavaScript modules here; a Node.js that is not
# Debian's own does not look there.
[ -z "${EMSDK:-}" ] && [ -d /usr/share/nodejs ] && export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
command -v ccache >/dev/null && export EM_COMPILER_WRAPPER=ccache
