#!/bin/sh
# Does what a third party does: builds the example against api and testkit alone, runs its contracts,
# drops the jar into a plug-ins folder, and sees it listed, counted and swept.
# Run by './hamt test' after the build; needs the jars of api and testkit.
set -eu

cd "$(dirname "$0")/.."
root=$PWD
work=$root/target/acme
repository=$work/repository
cached=${HOME:-/nonexistent}/.m2/repository

fail() {
  echo "examples/check.sh: $*" >&2
  exit 1
}

# A local repository that shares everything with the user's except hamtlab's own artifacts, so that
# nothing of this build stays behind there.
share() {
  for entry in "$1"/*; do
    name=${entry##*/}
    if [ -d "$entry" ] && [ "$name" != "$3" ]; then
      ln -s "$entry" "$2/$name"
    fi
  done
}

rm -rf "$work"
mkdir -p "$repository/org" "$work/plugins"
share "$cached" "$repository" org
share "$cached/org" "$repository/org" hamtlab

maven() {
  mvn -B -q -Dmaven.repo.local="$repository" "$@"
}

publish() {
  maven org.apache.maven.plugins:maven-install-plugin:3.2.0:install-file "$@"
}

version=0.1.0
publish -Dfile=pom.xml -DpomFile=pom.xml -Dpackaging=pom
for module in api testkit; do
  publish -Dfile="$module/target/hamtlab-$module-$version.jar" -DpomFile="$module/pom.xml"
done

maven -f examples/acme-strategies/pom.xml clean package
cp examples/acme-strategies/target/acme-strategies-1.0.jar "$work/plugins/"

export HAMT_PLUGINS="$work/plugins"
./hamt list hash | grep -q 'hash=acme.xorshift-multiply' || fail "the mixer is not listed"
./hamt list allocator | grep -q 'allocator=acme.last-stack' || fail "the allocator is not listed"

phrase='hash=acme.xorshift-multiply allocator=acme.last-stack{remembered=4}'

# Counts the branches of 1,000 keys; what is expected was computed apart, as the number of prefixes
# of their mixed hashes, of all of them and of those that several keys share.
counts() {
  ./hamt count "$phrase compression=$1 layout=tagged-int{span=5}" --keys sequential:1000 --json \
    >"$work/count.json"
  grep -q '"entries" *: *1000,' "$work/count.json" || fail "not 1000 entries: $work/count.json"
  grep -q "\"internalNodes\" *: *$2," "$work/count.json" || fail "not $2 branches: $work/count.json"
}
counts none 4647
counts lazy-expansion 310

./hamt sweep --profile smoke --add "$phrase" --out "$work/sweep" >"$work/sweep.txt" ||
  fail "the sweep failed: $work/sweep.txt"
grep -q 'acme.last-stack' "$work/sweep/samples.jsonl" || fail "the sweep has no sample of acme"

echo "examples: acme-strategies builds, passes its contracts, is listed, counted and swept"
