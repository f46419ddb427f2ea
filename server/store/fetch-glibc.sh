#!/bin/bash
# usage: fetch-glibc.sh DIRECTORY
# Fetches Debian 13's libc6, libstdc++6 and libgcc-s1 into DIRECTORY/root from the Debian mirror that this machine's apt is
# already set up with. Changes nothing of the system, needs no root, keeps apt's signature checks. Prints the loader's path.
set -euo pipefail
target=$(readlink -m "$1")
for tool in apt-get dpkg dpkg-deb; do
  command -v "$tool" > /dev/null || { echo "fetch-glibc: $tool is not installed" >&2; exit 1; }
done
arch=$(dpkg --print-architecture)
# The mirror of the plain (not security) Debian archive, whatever its host.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' | awk '$2=="Debian" && $3=="Debian" {print $1; exit}')
mirror=${mirror:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -E '/debian/?$' | head -n 1 || true)}
[ -n "$mirror" ] || { echo "fetch-glibc: apt has no Debian mirror set up (run apt-get update first)" >&2; exit 1; }
mkdir -p "$target"/{lists/partial,cache/archives/partial,deb,root}
touch "$target/status"
echo "deb [arch=$arch signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$target/sources.list"
options=(-qq -o Dir::Etc::sourcelist="$target/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
  -o Dir::State::lists="$target/lists" -o Dir::State::status="$target/status" -o Dir::Cache="$target/cache"
  -o Acquire::Languages=none -o Acquire::Retries=2 -o Acquire::http::Timeout=20 -o APT::Sandbox::User="" -o Debug::NoLocking=1)
apt-get "${options[@]}" update >&2
(cd "$target/deb" && apt-get "${options[@]}" download libc6 libstdc++6 libgcc-s1 >&2)
for deb in "$target"/deb/*.deb; do dpkg-deb -x "$deb" "$target/root"; done
# Only the libraries are needed.
rm -rf "$target/lists" "$target/cache" "$target/deb" "$target/root/usr/share"
find "$target/root" -name 'ld-linux-*' -path '*linux-gnu*' | head -n 1
