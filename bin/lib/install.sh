# shellcheck shell=bash
# Sourced. `need NAME...` makes sure that a program is there, and installs it from Debian or Ubuntu packages if it is not.

die() { echo "$*" >&2; exit 1; }

# The folder of the newest PostgreSQL server programs; nothing when there are none from version 15 on.
postgres_programs() {
  local postgres
  for postgres in $(printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -rV); do
    [[ -x $postgres && $postgres =~ /([0-9]+)/bin/ && ${BASH_REMATCH[1]} -ge 15 ]] || continue
    dirname "$postgres"
    return
  done
  return 1
}

# The headless shell is the same engine without the windows around it, and takes half the processor. Ubuntu's chromium-browser may be a stub that only asks for a snap: a browser is one that tells its version.
chromium_program() {
  local browser
  for browser in ${FIRSTCONTACT_TEST_CHROMIUM:-chromium-headless-shell chromium chromium-browser google-chrome-stable}; do
    "$browser" --version >/dev/null 2>&1 && command -v "$browser" && return
  done
  return 1
}

# Debian puts it where only root looks. Its settings changed their form with version 2.4.
dovecot_program() {
  local dovecot
  for dovecot in dovecot /usr/sbin/dovecot; do
    [[ $("$dovecot" --version 2>/dev/null) == 2.3.* ]] && command -v "$dovecot" && return
  done
  return 1
}

# No `grep -q`: it leaves early, and what writes to it then fails.
has() {
  case $1 in
    dotnet) dotnet --list-sdks 2>/dev/null | grep '^10\.' ;;
    icu) /sbin/ldconfig -p | grep libicuuc ;;
    postgresql) postgres_programs ;;
    chromium) chromium_program && fc-list 2>/dev/null | grep . ;;
    exim) [[ -x /usr/sbin/exim4 ]] ;;
    dkim) /usr/bin/python3 -c 'import dkim, nacl' 2>/dev/null ;;
    dovecot) dovecot_program && command -v openssl ;;
    node) command -v npm && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ;;
    *) command -v "$1" ;;
  esac >/dev/null
}

packages() {
  case $1 in
    icu) echo '^libicu[0-9]+$' ;; # apt-get reads a pattern: the number differs from release to release
    chromium)
      if apt-cache show chromium-headless-shell >/dev/null 2>&1; then echo chromium-headless-shell
      elif grep -qs '^ID=ubuntu' /etc/os-release; then echo chromium-browser
      else echo chromium; fi
      echo fontconfig fonts-liberation
      ;;
    dovecot) echo dovecot-imapd openssl ;;
    node) echo nodejs npm ;;
    exim) echo exim4-daemon-light ;;
    dkim) echo python3-dkim python3-nacl ;;
    *) echo "$1" ;;
  esac
}

missing() {
  case $1 in
    dotnet) die "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download" ;;
    postgresql) die "PostgreSQL 15 or newer is missing, and this system's packages are older: https://www.postgresql.org/download" ;;
    chromium) die "No chromium that runs was found: install Chrome or Chromium and set FIRSTCONTACT_TEST_CHROMIUM to its path" ;;
    dovecot) die "Dovecot 2.3 with IMAP is missing, and this system's packages have another: https://doc.dovecot.org/2.3" ;;
    node) die "Node 18 or newer with npm is missing, and this system's packages are older: https://nodejs.org/en/download" ;;
    *) die "$1 is missing and could not be installed" ;;
  esac
}

# One at a time on a machine (a second apt-get would fail on the lists' lock), silent unless it fails.
as_root() {
  local log
  log=$(mktemp)
  if "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive flock -o /var/lib/dpkg "$@" >"$log" 2>&1; then rm "$log"; else
    cat "$log" >&2
    rm "$log"
    die "Failed: $*"
  fi
}

# A database or a mail server that is installed for the tests starts no service of its own on this machine (policy-rc.d of
# Debian's invoke-rc.d); where somebody has such a policy already, it stays as it is.
# shellcheck disable=SC2016
quietly='policy=/usr/sbin/policy-rc.d
[ -e $policy ] || { printf "#!/bin/sh\nexit 101\n" >$policy; chmod 755 $policy; trap "rm -f $policy" EXIT; }
"$@"'

need() {
  local name wanted=() sudo=()
  # The SDK itself does not start without ICU, so ICU comes before it.
  [[ " $* " != *" dotnet "* ]] || set -- icu "$@"
  for name; do
    has "$name" || { [[ $name == dotnet ]] && ((${#wanted[@]})); } || wanted+=("$name")
  done
  ((${#wanted[@]})) || return 0
  [[ " ${wanted[*]} " != *" dotnet "* ]] || missing dotnet

  command -v apt-get >/dev/null || die "Please install: ${wanted[*]} (this script knows only Debian's and Ubuntu's apt-get)"
  if ((EUID)); then
    command -v sudo >/dev/null || die "Please install: ${wanted[*]} (there is no sudo here, so run this once as root)"
    sudo=(sudo)
  fi
  echo "Installing ${wanted[*]}"
  as_root apt-get update -q
  # shellcheck disable=SC2046
  as_root sh -c "$quietly" - apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 $(for name in "${wanted[@]}"; do packages "$name"; done)
  for name; do has "$name" || missing "$name"; done
}
