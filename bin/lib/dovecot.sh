# shellcheck shell=bash
# shellcheck disable=SC2154 source-path=SCRIPTDIR
# A throw-away IMAP server (Dovecot 2.3). Sourced after scratch.sh and install.sh it gives start_dovecot and stop_dovecot.
# Run by itself it starts a server, prints how to connect, and ends it when its standard input ends.

# Never as root: who starts this as root gets a server that is nobody.
as_nobody() {
  if ((EUID)); then "$@"; else runuser -u nobody -- "$@"; fi
}

# Every name may sign in with the password, and with a token (RFC 7519) that is signed with the key below and says the name.
# Each name has a mailbox of its own, made when it first signs in.
dovecot_settings() {
  local dir=$1 port=$2 user group
  user=$(as_nobody id -un) group=$(as_nobody id -gn)
  cat <<SETTINGS
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$dir/certificate.pem
ssl_key = <$dir/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
default_internal_user = $user
default_login_user = $user
default_internal_group = $group
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:$dir/mail/%u
mail_max_userip_connections = 100
# A test asks often, and how fast what is new is seen is not what it tests.
mailbox_idle_check_interval = 1 secs
mail_fsync = never
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $dir/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=secret
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$dir/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  service_count = 0
  client_limit = 2000
  process_min_avail = 1
  inet_listener imap {
    address = 127.0.0.1
    port = $port
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = $((port + 1))
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
SETTINGS
}

# start_dovecot   Sets FIRSTCONTACT_TEST_IMAP; the next port speaks TLS from the first byte.
start_dovecot() {
  local dir=$scratch/dovecot port
  mkdir "$dir" "$dir/run" "$dir/state" "$dir/mail" "$dir/keys" "$dir/keys/default" "$dir/keys/default/HS256"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=imap.test -addext subjectAltName=DNS:imap.test,DNS:localhost \
    -keyout "$dir/key.pem" -out "$dir/certificate.pem" 2>"$scratch/openssl.log" || { cat "$scratch/openssl.log" >&2 && return 1; }
  printf firstcontact-tests-sign-with-this | base64 >"$dir/keys/default/HS256/default"
  cat >"$dir/oauth2.conf" <<SETTINGS
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$dir/keys/
username_attribute = sub
SETTINGS
  ((EUID)) || chown -R nobody "$dir"

  # Another may take a free port just before we do: so try, and try the next two.
  for _ in {1..20}; do
    port=$((20000 + RANDOM % 6000 * 2))
    dovecot_settings "$dir" "$port" >"$dir/dovecot.conf"
    if (cd "$dir" && as_nobody "$(dovecot_program)" -c "$dir/dovecot.conf") >"$scratch/dovecot.log" 2>&1; then
      export FIRSTCONTACT_TEST_IMAP="127.0.0.1:$port"
      return
    fi
  done
  cat "$scratch/dovecot.log" "$dir/log" >&2
  return 1
}

stop_dovecot() {
  local dir=$scratch/dovecot pid
  if pid=$(cat "$dir/run/master.pid" 2>/dev/null); then
    kill "$pid" 2>/dev/null || true
    # It ends its own processes first, and its folder must not go from under them.
    for _ in {1..50}; do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
  fi
  rm -rf "$dir"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -euo pipefail
  cd "$(dirname "$0")"
  source ./scratch.sh
  source ./install.sh
  has dovecot || missing dovecot
  start_dovecot
  echo "$FIRSTCONTACT_TEST_IMAP"
  while read -r; do :; done
fi
