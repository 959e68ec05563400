#!/bin/sh
# Install the Debian packages named as arguments if any is missing; without root say what to type.
# Usage: tools/system_packages.sh PACKAGE...
missing=""
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null; then
    echo "Chybí systémové balíky:$missing" >&2
    exit 0
fi
sudo=""
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
        echo "Chybí systémové balíky, napište: sudo apt-get install$missing" >&2
        exit 0
    fi
    sudo="sudo"
fi
echo "Instalují se systémové balíky:$missing" >&2
$sudo apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
