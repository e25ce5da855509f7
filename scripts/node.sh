# Node.js and the npm packages of package-lock.json. Source it after lib.sh.
command -v node >/dev/null && command -v npm >/dev/null || install_packages nodejs npm
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge 18 ] || fail "Node.js 18 or newer is needed, this is $(node --version)"
npm_stamp="$(stamp_of package.json package-lock.json) $node_major"
if [ ! -f node_modules/.stamp ] || [ "$(cat node_modules/.stamp)" != "$npm_stamp" ]; then
  say "installing the npm packages"
  quiet npm-ci npm ci --no-audit --no-fund --ignore-scripts=false
  printf '%s' "$npm_stamp" >node_modules/.stamp
fi
