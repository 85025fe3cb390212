"""What goes into the packaged program and what stays out; asked by the spec on every system."""

from __future__ import annotations

from pathlib import PurePosixPath

# Modules that libraries import without need. socket itself is replaced, see packaging/offline.
EXCLUDED = (
    *("_socket", "_ssl", "ssl", "asyncio", "_asyncio", "_overlapped", "http", "ftplib", "smtplib"),
    *("urllib.request", "urllib.error", "xmlrpc", "socketserver", "webbrowser", "nturl2path"),
    *("tkinter", "unittest", "doctest", "pydoc", "pdb", "curses", "readline", "test", "lib2to3"),
    *("setuptools", "pkg_resources", "distutils", "pip", "PIL", "numpy", "hatchling", "defusedxml"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
)
# Qt's plugins by folder; a folder that is not named here stays out wholly.
PLUGINS = {
    "platforms": ("qwindows", "qoffscreen", "qxcb"),
    "styles": ("qmodernwindowsstyle",),
    "imageformats": ("qsvg",),
    "iconengines": ("qsvgicon",),
    "platforminputcontexts": ("ibus", "compose", "fcitx"),
    "xcbglintegrations": (),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
}
UNWANTED_LIBRARIES = (
    *("opengl32sw", "d3dcompiler", "qt6network", "qt6qml", "qt6quick", "qt6opengl", "qt6pdf"),
    *("qt6virtualkeyboard", "qt6eglfs", "qt6wayland", "libcrypto", "libssl"),
)
TRANSLATIONS = ("qtbase_zh_CN.qm",)
# Of the libraries a Linux system has, only these are brought along: Python's own, Qt's, and the
# smaller parts of X that some desktops lack. The rest must be the desktop's, see linux.py.
BROUGHT_ALONG = (
    *("libpython3", "libffi", "libsqlite3", "libbz2", "liblzma", "libexpat", "libmpdec", "libuuid"),
    *("libQt6", "libicu", "libpyside6", "libshiboken6", "libxkbcommon", "libxcb-cursor"),
    *("libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util", "libxcb-util"),
)


def is_wanted(name: str) -> bool:
    """Tell whether the file with this path inside the program belongs to it."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    if "plugins" in path.parts:
        folder = path.parts[path.parts.index("plugins") + 1]
        return any(plugin in path.name.lower() for plugin in PLUGINS.get(folder, ()))
    of_system = len(path.parts) == 1 and path.name.startswith("lib") and ".so" in path.name
    if of_system and not path.name.startswith(BROUGHT_ALONG):
        return False
    library = path.name.lower().removeprefix("lib")
    return not library.startswith(tuple(word.removeprefix("lib") for word in UNWANTED_LIBRARIES))
