#!/bin/sh
# Installs Debian packages; run as root by packaging/bootstrap.py.
#   install.sh PACKAGE|OTHER-NAME ...        of several names the first that this Debian knows is taken
# No service is started by it and no database cluster is made; what it changes for that is put back at the end.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

policy=/usr/sbin/policy-rc.d
clusters=/etc/postgresql-common/createcluster.conf
template=/usr/share/postgresql-common/createcluster.conf
policy_is_ours=no
clusters_are=untouched

put_back() {
    if [ "$policy_is_ours" = yes ]; then rm -f "$policy"; fi
    case "$clusters_are" in
        saved) mv -f "$clusters.before-lapwing" "$clusters" ;;
        new) if [ -e "$template" ]; then cp "$template" "$clusters"; else rm -f "$clusters"; fi ;;
    esac
}
trap put_back EXIT
trap 'exit 130' HUP INT TERM

start_no_services() {
    if [ -e "$policy" ]; then return; fi
    policy_is_ours=yes
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
}

make_no_cluster() {
    mkdir -p "${clusters%/*}"
    if [ -e "$clusters" ]; then
        cp -p "$clusters" "$clusters.before-lapwing"
        clusters_are=saved
    else
        clusters_are=new
    fi
    printf 'create_main_cluster = false\n' >"$clusters"
}

known() {
    apt-cache show --no-all-versions "$1" >/dev/null 2>&1
}

# The first of the names in "$1" (name|name|...) that this Debian knows, else the last of them.
choose() {
    rest=$1
    while [ "$rest" != "${rest#*|}" ] && ! known "${rest%%|*}"; do
        rest=${rest#*|}
    done
    printf '%s\n' "${rest%%|*}"
}

apt-get -q update || echo "The package lists could not be renewed; going on with those that are here." >&2
packages=
for names in "$@"; do
    packages="$packages $(choose "$names")"
done
start_no_services
case "$packages" in *postgresql*) make_no_cluster ;; esac
# shellcheck disable=SC2086  # a list of names
apt-get -q install --yes --no-install-recommends $packages
