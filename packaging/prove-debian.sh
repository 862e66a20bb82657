#!/usr/bin/env bash
# Proves that a bare Debian with nothing but python3 and make can `make run` and `make test`. Run as root; needs
# debootstrap and unshare. What is committed is proven, not what lies about.
#
#   packaging/prove-debian.sh [--suite bookworm|trixie] [--work FOLDER] [--keep] [--pytest ARGUMENTS] [SCENARIO ...]
#
# --keep leaves the folders for a look; --pytest hands arguments to the tests.
#
# Scenarios (all when none is named), each in a Debian folder and with a checkout of its own:
#   root      as root: run, run again, another locale and a dead display, a moved checkout, test
#   alone     as an ordinary user who may install nothing: packages are unpacked below .cache/
#   sudo      as an ordinary user whose sudo asks for no password
#   refused   as an ordinary user without sudo and without apt: exit code 3 and the command
#   servers   the installer itself, with database servers: none starts, none makes a cluster, nothing stays changed
#
# The host's package mirror, index address, proxies and certificates are carried in from its own settings.
set -euo pipefail

suite=bookworm
work=/tmp/lapwing-proof
keep=no
pytest=
longest_s=1800
scenarios=()
while [ $# -gt 0 ]; do
    case "$1" in
        --suite) suite=$2; shift ;;
        --work) work=$2; shift ;;
        --keep) keep=yes ;;
        --pytest) pytest=$2; shift ;;
        -*) sed -n '2,17s/^# \{0,1\}//p' "$0"; exit 2 ;;
        *) scenarios+=("$1") ;;
    esac
    shift
done
[ ${#scenarios[@]} -gt 0 ] || scenarios=(root alone sudo refused servers)
[ "$(id -u)" = 0 ] || { echo "This needs root: it makes Debian folders and enters them." >&2; exit 3; }

checkout=$(cd "$(dirname "$0")/.." && pwd)
base=$work/base-$suite
mkdir -p "$work"
failures=0

# --- the host's settings ---------------------------------------------------------------------------------------------

mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v -- -security | head -n 1
}

certificates() {
    local file
    for file in "${PIP_CERT:-}" "${SSL_CERT_FILE:-}" "$(python3 -m pip config get global.cert 2>/dev/null || true)"; do
        if [ -n "$file" ] && [ -r "$file" ]; then echo "$file"; return; fi
    done
}

# Sets the array `carried`: NAME=value for the environment inside.
carried=()
collect_settings() {
    local index name
    if [ -n "$(certificates)" ]; then
        carried+=(SSL_CERT_FILE=/usr/local/share/host-certificates.crt PIP_CERT=/usr/local/share/host-certificates.crt)
    fi
    index=${PIP_INDEX_URL:-$(python3 -m pip config get global.index-url 2>/dev/null || true)}
    [ -z "$index" ] || carried+=("PIP_INDEX_URL=$index")
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || carried+=("$name=${!name}")
    done
}

# --- Debian folders --------------------------------------------------------------------------------------------------

make_base() {
    if [ -e "$base/.whole" ]; then return; fi
    rm -rf "$base"
    echo "Making a minimal $suite in $base"
    debootstrap --variant=minbase --include=python3,make "$suite" "$base" "$(mirror)" >"$work/debootstrap.log"
    apt-config dump | grep '^Acquire::' >"$base/etc/apt/apt.conf.d/99host" || true
    cp /etc/resolv.conf /etc/hosts "$base/etc/"
    if [ -n "$(certificates)" ]; then
        install -D -m 644 "$(certificates)" "$base/usr/local/share/host-certificates.crt"
    fi
    chroot "$base" useradd --create-home --shell /bin/sh person
    touch "$base/.whole"
}

# make_root SCENARIO USER: a folder with a checkout at the user's home; sets `root`, `user` and `home`.
make_root() {
    root=$work/$1
    user=$2
    home=/root
    [ "$user" = root ] || home=/home/$user
    rm -rf --one-file-system "$root"
    cp -a "$base" "$root"
    mkdir -p "$root$home/lapwing"
    git -C "$checkout" archive HEAD | tar -x -C "$root$home/lapwing"
    chroot "$root" chown -R "$user:" "$home/lapwing"
}

# inside USER FOLDER COMMAND [NAME=value ...]: run a shell command there, with mounts and processes that end with it.
# With `in_chroot=yes` the folder is entered by chroot, which keeps the kernel from allowing user namespaces in it.
inside() {
    local who=$1 folder=$2 command=$3
    shift 3
    env -i ROOT="$root" WHO="$who" IN_CHROOT="${in_chroot:-no}" timeout --kill-after=10 "$longest_s" unshare --mount --pid --fork --kill-child /bin/sh -euc '
        export PATH=/usr/sbin:/usr/bin:/sbin:/bin
        mount --bind "$ROOT" "$ROOT"
        cd "$ROOT"
        mount -t proc proc proc
        mkdir -p dev/shm dev/pts
        mount -t tmpfs -o size=64m,mode=1777 shm dev/shm  # what containers have; initdb of PostgreSQL 17 needs 1 MB
        mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
        enter=
        if [ "$IN_CHROOT" = yes ]; then enter="chroot ."; else pivot_root . mnt; umount -l /mnt; fi
        exec $enter setpriv --reuid "$WHO" --regid "$WHO" --init-groups /usr/bin/env -i "$@"' sh \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" TERM=dumb \
        "${carried[@]}" "$@" /bin/sh -c "cd '$folder' && $command"
}

# step NAME EXPECTED-CODE COMMAND [NAME=value ...]: run it, report it, count it when it ended otherwise.
step() {
    local name=$1 expected=$2 command=$3 code=0 began=${EPOCHREALTIME/./} took_ms log
    shift 3
    log=$work/$(basename "$root")-${name// /-}.log
    inside "$user" "${folder:-$home/lapwing}" "$command" "$@" >"$log" 2>&1 </dev/null || code=$?
    took_ms=$(((${EPOCHREALTIME/./} - began) / 1000))
    printf '%-8s %-46s exit %s, %7d ms' "$(basename "$root")" "$name" "$code" "$took_ms"
    if [ "$code" = "$expected" ]; then
        echo
    else
        printf '   WANTED %s; the end of %s:\n' "$expected" "$log"
        tail -n 25 "$log" | sed 's/^/    | /'
        failures=$((failures + 1))
    fi
}

# said NAME PATTERN: whether that step's output holds the pattern.
said() {
    local log=$work/$(basename "$root")-${1// /-}.log
    if grep -qE -- "$2" "$log"; then return; fi
    printf '%-8s %-44s never said: %s\n' "$(basename "$root")" "$1" "$2"
    failures=$((failures + 1))
}

# --- scenarios -------------------------------------------------------------------------------------------------------

bootstrap='python3 -ES packaging/bootstrap.py'  # without make, whose own exit code for any failure is 2

scenario_root() {
    make_root root root
    step "run" 0 "make run"
    said "run" "Installing with apt-get"
    step "run again" 0 "make run"
    step "no trace of the service guard" 0 "test ! -e /usr/sbin/policy-rc.d"
    step "run, LC_ALL=C and a dead display" 0 "make run" LC_ALL=C DISPLAY=:77
    step "run, a locale that is not there" 0 "make run" LANG=de_DE.UTF-8 XDG_RUNTIME_DIR=/nonexistent
    step "move the checkout" 0 "mv /root/lapwing /root/elsewhere; mkdir /root/lapwing"
    folder=/root/elsewhere step "run from another place" 0 "make run"
    said "run from another place" "was made elsewhere; making it again"
    folder=/root/elsewhere step "test" 0 "make test ARGS='$pytest'"
    folder=/root/elsewhere step "pip install ." 0 \
        "python3 -m venv --without-pip /tmp/v && .venv/bin/pip --python /tmp/v/bin/python install . && cd / && /tmp/v/bin/lapwing --help"
    folder=/root/elsewhere step "clean" 0 "make clean && test ! -e .venv -a ! -e .cache"
}

scenario_alone() {
    make_root alone person
    step "run" 0 "make run"
    said "run" "unpacking into .cache/system"
    step "run again" 0 "make run"
    in_chroot=yes step "test where the kernel allows no namespaces" 3 "$bootstrap test"
    said "test where the kernel allows no namespaces" "sudo apt-get install .*xvfb"
    step "test" 0 "make test ARGS='$pytest'"
}

scenario_sudo() {
    make_root sudo person
    inside root / "apt-get -q update && apt-get -q install -y --no-install-recommends sudo" >"$work/sudo-install.log" 2>&1
    echo "person ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/person"
    step "run" 0 "make run"
    said "run" "Installing with sudo apt-get"
    step "run again" 0 "make run"
    step "test" 0 "make test ARGS='$pytest'"
}

scenario_refused() {
    make_root refused person
    rm "$root/usr/bin/apt-get"
    step "run" 3 "$bootstrap run"
    said "run" "sudo apt-get install --no-install-recommends .*libegl1"
    step "test" 3 "$bootstrap test"
    said "test" "xvfb"
    step "make run" 2 "make run"
}

scenario_servers() {
    make_root servers root
    local clusters=/etc/postgresql-common/createcluster.conf
    step "install, and no server runs" 0 "sh packaging/system/install.sh 'no-such-name|postgresql' mariadb-server \\
        && ! grep -lsE '^(postgres|mariadbd|mysqld)' /proc/[0-9]*/comm"
    step "no cluster" 0 "test -z \"\$(pg_lsclusters -h)\" && ! ls -d /var/lib/postgresql/*/main"
    step "no guard is left" 0 "test ! -e /usr/sbin/policy-rc.d -a ! -e $clusters.before-lapwing"
    step "Debian's own setting for clusters" 0 "cmp $clusters /usr/share/postgresql-common/createcluster.conf"
    step "remove the server again" 0 "DEBIAN_FRONTEND=noninteractive apt-get -q purge -y 'postgresql-[0-9]*'"
    step "somebody's own settings" 0 "printf 'ssl = off\\n' >$clusters; printf '#!/bin/sh\\nexit 0\\n' >/usr/sbin/policy-rc.d"
    step "install once more" 0 "sh packaging/system/install.sh postgresql"
    step "still no cluster" 0 "test -z \"\$(pg_lsclusters -h)\""
    step "somebody's own settings are back" 0 \
        "test \"\$(cat $clusters)\" = 'ssl = off' && test \"\$(tail -n 1 /usr/sbin/policy-rc.d)\" = 'exit 0'"
}

collect_settings
make_base
for scenario in "${scenarios[@]}"; do
    "scenario_$scenario"
    [ "$keep" = yes ] || rm -rf --one-file-system "${work:?}/$scenario"
done
echo "$failures failed"
[ "$failures" = 0 ]
