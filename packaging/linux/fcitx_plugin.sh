#!/bin/sh
# fcitx_plugin.sh SOURCES QT: compiles what fcitx_sources.sh left into the plugin folder of PySide6's Qt.
set -eu
sources=$1 libraries=$2/lib include=$1/include/qt6
version=$(cat "$sources/qt-version")
# PySide6 brings Qt's libraries under the names they have when they run, without those for linking.
g++ -std=c++17 -O2 -fPIC -shared -s -fvisibility=hidden -DQT_NO_KEYWORDS -DQT_PLUGIN \
    -I "$sources/plugin" -I "$sources/generated" -I "$sources/include" \
    -isystem "$include" -isystem "$include/QtCore" -isystem "$include/QtGui" -isystem "$include/QtDBus" \
    -isystem "$include/QtCore/$version" -isystem "$include/QtCore/$version/QtCore" \
    -isystem "$include/QtGui/$version" -isystem "$include/QtGui/$version/QtGui" \
    "$sources"/plugin/*.cpp "$sources"/generated/*.cpp \
    "$libraries/libQt6Gui.so.6" "$libraries/libQt6DBus.so.6" "$libraries/libQt6Core.so.6" \
    -l:libxkbcommon.so.0 -Wl,-rpath,'$ORIGIN/../../lib' \
    -o "$2/plugins/platforminputcontexts/libfcitxplatforminputcontextplugin.so"
