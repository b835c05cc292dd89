# shellcheck shell=bash
# shellcheck disable=SC2154 source-path=SCRIPTDIR
# A throw-away mail server (Exim) on loopback. Sourced after scratch.sh and install.sh it gives start_smtpd and stop_smtpd.
# Run by itself it starts a server, prints its place, and ends it when its standard input ends.

# It takes mail for anybody and puts it into files; no message ever leaves it. Names before the '@' make it refuse:
#   refused  550 5.1.1   full  452 4.2.2   later  451 4.7.1   slow  answers after three seconds
smtpd_settings() {
  cat <<END
primary_hostname = smtpd.test
exim_user = $(id -un Debian-exim 2>/dev/null || echo exim)
spool_directory = $1/spool
log_file_path = $1/log/%slog
pid_file_path = $1/spool/exim.pid
never_users =
local_interfaces = 127.0.0.1
daemon_smtp_ports = $2 : $3
tls_on_connect_ports = $3
tls_advertise_hosts = *
tls_certificate = $1/server.pem
tls_privatekey = $1/server.key
smtputf8_advertise_hosts = *
message_size_limit = 20M
smtp_accept_max = 200
smtp_accept_max_per_connection = 10000
smtp_accept_queue_per_connection = 0
queue_only = false
host_lookup =
rfc1413_query_timeout = 0s
smtp_enforce_sync = true
acl_smtp_rcpt = rcpt
acl_smtp_data = accept
acl_smtp_mail = accept
begin acl
rcpt:
  deny  local_parts = refused
        message = 550 5.1.1 There is nobody of this name
  defer local_parts = full
        message = 452 4.2.2 The mailbox is full
  defer local_parts = later
        message = 451 4.7.1 Come again later
  warn  local_parts = slow
        delay = 3s
  accept
begin routers
all:
  driver = accept
  transport = file
begin transports
file:
  driver = appendfile
  maildir_format
  directory = $1/mail
  create_directory
  delivery_date_add
  envelope_to_add
  return_path_add
  user = $(id -un Debian-exim 2>/dev/null || echo exim)
  mode = 0644
  directory_mode = 0755
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and {{eq{\$auth2}{desk}}{eq{\$auth3}{secret}}}}
  server_set_id = \$auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if and {{eq{\$auth1}{desk}}{eq{\$auth2}{secret}}}}
  server_set_id = \$auth1
END
}

# Mail servers start as root, to become somebody else.
as_mail_root() {
  if ((EUID)); then sudo -n "$@"; else "$@"; fi
}

smtpd_listens() {
  local line
  for _ in {1..50}; do
    if { exec {wire}<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; then
      read -r -t 5 line <&"$wire" || line=
      exec {wire}>&-
      [[ $line == *smtpd.test* ]] && return
    fi
    sleep 0.1
  done
  return 1
}

# start_smtpd   Sets FIRSTCONTACT_TEST_SMTP: where it listens, where its mail lies, and who vouches for its certificate.
start_smtpd() {
  local dir=$scratch/smtpd port
  mkdir -p "$dir"/{spool,log,mail}
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$dir/server.key" -out "$dir/server.pem" 2>/dev/null
  chmod 755 "$dir"
  for _ in {1..20}; do
    port=$((20000 + RANDOM % 12000))
    smtpd_settings "$dir" "$port" "$((port + 1))" >"$dir/exim.conf"
    as_mail_root chown -R "$(id -un Debian-exim 2>/dev/null || echo exim)" "$dir"/{spool,log,mail,server.key,server.pem}
    as_mail_root chown root:root "$dir/exim.conf"
    # It goes into the background before it listens; a port that is taken shows as one that never answers with our name.
    if as_mail_root /usr/sbin/exim4 -C "$dir/exim.conf" -bd 2>"$dir/wrong" && smtpd_listens "$port"; then
      export FIRSTCONTACT_TEST_SMTP="Host=127.0.0.1;Port=$port;Tls=$((port + 1));Mail=$dir/mail;Authority=$dir/server.pem"
      return
    fi
  done
  cat "$dir/wrong" >&2
  return 1
}

stop_smtpd() {
  local pid
  if pid=$(as_mail_root cat "$scratch/smtpd/spool/exim.pid" 2>/dev/null); then as_mail_root kill "$pid" || true; fi
  as_mail_root rm -rf "$scratch/smtpd"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -euo pipefail
  cd "$(dirname "$0")"
  source ./scratch.sh
  source ./install.sh
  has exim || missing exim
  start_smtpd
  echo "$FIRSTCONTACT_TEST_SMTP"
  while read -r; do :; done
fi
