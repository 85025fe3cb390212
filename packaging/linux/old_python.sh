#!/bin/sh
# Run inside a bare Debian 11: puts Python 3.11 and SQLite there, built so that they ask for nothing
# newer than the C library of UOS 20 and Kylin V10 (glibc 2.28). Debian's archive checks the sources.
set -eu
export DEBIAN_FRONTEND=noninteractive
install="apt-get install -y -qq -o=Dpkg::Use-Pty=0 --no-install-recommends"

# Debian 11 has no Python 3.11 of its own; the next release has it, with the fixes made since.
mirror=$(sed -n 's/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list)
for release in bullseye bookworm; do
    echo "deb-src $mirror $release main"
done >/etc/apt/sources.list.d/sources.list
apt-get update -qq
$install build-essential zlib1g-dev libffi-dev libbz2-dev liblzma-dev libexpat1-dev libssl-dev \
    libsqlite3-dev tcl uuid-dev "$@"

# glibc 2.29 gave these functions new names, to save a wrapper; the old names are still there.
old=/usr/local/include/glibc-2.28.h
for function in exp exp2 log log2 pow; do
    echo "__asm__(\".symver $function,$function@GLIBC_2.2.5\");"
done >"$old"

# The library alone, made with these names in mind, in the place of Debian's own.
mkdir -p /usr/src/sqlite && cd /usr/src/sqlite
apt-get source -qq sqlite3/bullseye
cd sqlite3-*
./configure -q
make -s sqlite3.c
gcc -O2 -include "$old" -shared -fPIC -Wl,-soname,libsqlite3.so.0 -DSQLITE_THREADSAFE=1 \
    -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -DSQLITE_SECURE_DELETE \
    -o "$(realpath /usr/lib/x86_64-linux-gnu/libsqlite3.so.0)" sqlite3.c -lm -ldl -lpthread

mkdir -p /usr/src/python && cd /usr/src/python
apt-get source -qq --download-only python3.11/bookworm
mkdir source debian
tar -xf python3.11_*.orig.tar.* --strip-components=1 -C source
tar -xf python3.11_*.debian.tar.* --strip-components=1 -C debian
cd source
# The patches before this one fit Python into Debian's own layout, which is not wanted here.
sed -n '/^shutdown-deadlock/,$p' ../debian/patches/series | while read -r patch; do
    patch -p1 -s <"../debian/patches/$patch"
done
# One of them takes pyexpat for a part of the core, which it is in Debian's layout only.
sed -i '1i #define Py_BUILD_CORE_MODULE 1' Modules/pyexpat.c
./configure -q --prefix=/opt/python3.11 --enable-shared --with-system-expat \
    ac_cv_func_sem_clockwait=no \
    CFLAGS="-O2 -include $old" LDFLAGS="-Wl,-rpath,/opt/python3.11/lib"
make -s -j"$(nproc)"
make -s install
