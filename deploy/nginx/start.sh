#!/bin/sh
# Start nginx in a container: fill in what only the container knows, then serve. REPLICAS is the
# name that has every replica's address.
set -eu

resolv=${RESOLV_CONF:-/etc/resolv.conf}
resolver=$(awk '$1 == "nameserver" { print $2; exit }' "$resolv")
case $resolver in
    *:*) resolver="[$resolver]" ;; # nginx wants an IPv6 address in brackets
esac

# In Kubernetes the first search domain is the namespace's own, whatever the cluster's is called;
# nginx itself searches none.
domain=$(awk '$1 == "search" { print $2; exit }' "$resolv")
replicas=${REPLICAS:-app.$domain}

# One socket for both kinds of addresses, where the machine has both.
listen=8080
if [ -e /proc/net/if_inet6 ]; then listen="[::]:8080 ipv6only=off"; fi

conf=${TMPDIR:-/tmp}/nginx.conf
sed -e "s/\${RESOLVER}/$resolver/" -e "s/\${REPLICAS}/$replicas/" -e "s/\${LISTEN}/$listen/" \
    "$(dirname "$0")/nginx.conf" >"$conf"
exec nginx -c "$conf" -g 'daemon off;'
