#!/bin/sh
# Run inside a bare Debian 13: leaves in /usr/src/fcitx the source of fcitx's plugin for Qt 6, what
# Qt's tools make of it, and the headers it needs. Debian's archive checks the source.
set -eu
export DEBIAN_FRONTEND=noninteractive
mirror=$(sed -n 's/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list)
echo "deb-src $mirror bookworm main" >/etc/apt/sources.list.d/sources.list
apt-get update -qq
apt-get install -y -qq -o=Dpkg::Use-Pty=0 --no-install-recommends \
    dpkg-dev xz-utils qt6-base-dev qt6-base-private-dev libxkbcommon-dev

mkdir -p /usr/src/fcitx/generated && cd /usr/src/fcitx
apt-get source -qq --download-only --tar-only fcitx-qt5/bookworm
ls fcitx-qt5_*.orig.tar.xz | sed 's/.*_\(.*\)\.orig.*/\1/' >version
tar -xf fcitx-qt5_*.orig.tar.xz --strip-components=1
rm fcitx-qt5_*
cp -rL qt6/platforminputcontext plugin  # links into qt5/ among them

qt=/usr/lib/qt6
include=/usr/include/x86_64-linux-gnu/qt6
$qt/bin/qtpaths6 --qt-version >qt-version
cd plugin
for name in InputContext InputContext1 InputMethod InputMethod1; do
    file=$(echo "$name" | tr '[:upper:]' '[:lower:]' | sed 's/$/proxy/')
    $qt/bin/qdbusxml2cpp -i fcitxqtdbustypes.h -p "../generated/$file" "org.fcitx.Fcitx.$name.xml"
done
private=$include/QtGui/$(cat ../qt-version)
for header in $(grep -l Q_OBJECT ./*.h ../generated/*.h); do
    $qt/libexec/moc -I $include -I $include/QtCore -I $include/QtGui -I $include/QtDBus \
        -I "$private" -I "$private/QtGui" -I . "$header" \
        -o "../generated/moc_$(basename "$header" .h).cpp"
done
mkdir ../include
cp -r $include /usr/include/xkbcommon /usr/include/X11 ../include/
