"""The version resource of the two programs, as Windows shows it under Properties, Details."""

from __future__ import annotations

from typing import Any

from bundle.facts import COMMAND, PROGRAM, version

CHINESE, ENGLISH, UNICODE = 0x0804, 0x0409, 1200


def version_resource(file: str) -> Any:
    """Return the resource for the program `file`, in Chinese and English."""
    from PyInstaller.utils.win32 import versioninfo as parts

    numbers = (*(int(number) for number in version().split(".")), 0)
    texts = {
        CHINESE: (PROGRAM, f"{PROGRAM}：对照清单评查法治政府建设年度报告"),
        ENGLISH: ("Reviewer", "Reviewer: checks annual reports against a checklist"),
    }
    tables = [
        parts.StringTable(
            f"{language:04x}{UNICODE:04x}",
            [
                parts.StringStruct("FileDescription", description),
                parts.StringStruct("FileVersion", version()),
                parts.StringStruct("InternalName", COMMAND),
                parts.StringStruct("LegalCopyright", "MIT"),
                parts.StringStruct("OriginalFilename", file),
                parts.StringStruct("ProductName", product),
                parts.StringStruct("ProductVersion", version()),
            ],
        )
        for language, (product, description) in texts.items()
    ]
    codes = [code for language in texts for code in (language, UNICODE)]
    translation = parts.VarFileInfo([parts.VarStruct("Translation", codes)])
    fixed = parts.FixedFileInfo(filevers=numbers, prodvers=numbers, mask=0x3F, OS=0x40004)
    return parts.VSVersionInfo(ffi=fixed, kids=[parts.StringFileInfo(tables), translation])
