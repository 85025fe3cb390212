"""What belongs to the packaged program."""

from __future__ import annotations

import pytest

from bundle.contents import is_wanted


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\translations\\qtbase_zh_CN.qm",
        "PySide6\\Qt6Core.dll",
        "resources/examples/a.docx",
        "libpython3.11.so.1.0",
        "libxcb-cursor.so.0",
        "python311.dll",
    ],
)
def test_what_the_program_uses_goes_in(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\plugins\\generic\\qtuiotouchplugin.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/imageformats/libqgif.so",
        "PySide6/translations/qtbase_de.qm",
        "PySide6\\Qt6Network.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libQt6Network.so.6",
        "PySide6\\opengl32sw.dll",
        "libgtk-3.so.0",
        "libglib-2.0.so.0",
        "libcrypto-3.dll",
    ],
)
def test_what_it_does_not_use_stays_out(name: str) -> None:
    assert not is_wanted(name)
