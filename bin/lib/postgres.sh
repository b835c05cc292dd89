# shellcheck shell=bash
# shellcheck disable=SC2154 source-path=SCRIPTDIR
# A throw-away PostgreSQL server. Sourced after scratch.sh and install.sh it gives start_postgres and stop_postgres.
# Run by itself it starts a server, prints how to connect, and ends it when its standard input ends.

# PostgreSQL refuses to run as root.
as_server() {
  if ((EUID)); then "$@"; else runuser -u "$(id -un postgres 2>/dev/null || echo nobody)" -- "$@"; fi
}

# From inside its folder: the server's user may not be allowed to stand where we stand.
pg_ctl() {
  (cd "$scratch/postgres" && as_server "$(postgres_programs)/pg_ctl" -D data -w "$@") >/dev/null 2>&1
}

# start_postgres [SETTING=VALUE]...   Sets FIRSTCONTACT_TEST_POSTGRES. Everybody on this machine may connect as superuser.
start_postgres() {
  local dir=$scratch/postgres port setting options
  mkdir "$dir"
  ((EUID)) || chown "$(as_server id -u)" "$dir"
  (cd "$dir" && as_server "$(postgres_programs)/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync) >"$scratch/initdb.log" ||
    { cat "$scratch/initdb.log" >&2 && return 1; }

  options="-c listen_addresses=127.0.0.1 -c unix_socket_directories='$dir' -c max_connections=300 -c shared_buffers=128MB"
  for setting; do options+=" -c $setting"; done
  # Another may take a free port just before we do: so try, and try the next. Below 32768 no outgoing connection is in the way.
  for _ in {1..20}; do
    port=$((20000 + RANDOM % 12000))
    if pg_ctl -l log -o "$options -p $port" start; then
      export FIRSTCONTACT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
      return
    fi
  done
  cat "$dir/log" >&2
  return 1
}

stop_postgres() {
  pg_ctl -m immediate stop || true
  rm -rf "$scratch/postgres"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -euo pipefail
  cd "$(dirname "$0")"
  source ./scratch.sh
  source ./install.sh
  has postgresql || missing postgresql
  start_postgres fsync=off full_page_writes=off
  echo "$FIRSTCONTACT_TEST_POSTGRES"
  while read -r; do :; done
fi
