#!/bin/sh
# Enters Reviewer into this user's menu, where the folder lies now; "install.sh --remove" takes it out.
# 把报告评查加入当前用户的菜单；“install.sh --remove”移除。不需要管理员权限。
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/reviewer.desktop
types=$share/mime/packages/reviewer.xml
if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$types"
    find "$share/icons/hicolor" -name reviewer.png -path '*/apps/*' -delete 2>/dev/null || true
else
    mkdir -p "$share/applications" "$share/mime/packages" "$share/icons/hicolor"
    sed "s|^Exec=reviewer|Exec=\"$here/reviewer\"|" "$here/share/applications/reviewer.desktop" >"$entry"
    cp "$here/share/mime/packages/reviewer.xml" "$types"
    cp -r "$here/share/icons/hicolor/." "$share/icons/hicolor/"
fi
for refresh in "update-desktop-database $share/applications" "update-mime-database $share/mime"; do
    if command -v "${refresh%% *}" >/dev/null 2>&1; then $refresh 2>/dev/null || true; fi
done
