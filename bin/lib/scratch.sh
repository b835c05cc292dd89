# shellcheck shell=bash
# Sourced first. However the script ends, its children end, its servers stop and its scratch folder goes.

scratch=$(mktemp -d)
chmod 711 "$scratch" # the servers' users must reach their own folders inside

at_exit() {
  local children
  trap '' INT TERM HUP
  children=$(jobs -p)
  # shellcheck disable=SC2086
  [[ -z $children ]] || { kill $children && wait; } 2>/dev/null || true
  [[ ! -d $scratch/postgres ]] || stop_postgres
  [[ ! -d $scratch/smtpd ]] || stop_smtpd
  [[ ! -d $scratch/dovecot ]] || stop_dovecot
  rm -rf "$scratch"
}
trap at_exit EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Bash hears a signal only between commands, but at once while it waits: so what takes long runs as a child that is waited for.
attend() {
  "$@" &
  wait $!
}
