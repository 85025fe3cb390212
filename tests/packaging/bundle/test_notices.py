"""Licences and the list of software: of what was taken, and of nothing else."""

from __future__ import annotations

from pathlib import Path

from bundle.notices import copy_licences, describe, shipped_packages


def package(site: Path, name: str, metadata: str, *files: str) -> Path:
    info = site / f"{name}-1.0.dist-info"
    (info / "licenses" / "deep").mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n{metadata}\n", encoding="utf-8")
    (info / "LICENCE.rst").write_text("may be used", encoding="utf-8")
    (info / "licenses" / "deep" / "part.txt").write_text("part", encoding="utf-8")
    rows = [f"{file},sha256=x,1" for file in (*files, f"{info.name}/METADATA")]
    (info / "RECORD").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return info


def test_a_package_counts_as_shipped_when_one_of_its_files_was_taken(tmp_path: Path) -> None:
    taken = package(tmp_path, "taken", "License: MIT", "taken/__init__.py", "taken/a.pyd")
    package(tmp_path, "tool", "License: MIT", "tool/__init__.py")
    table = tmp_path / "COLLECT-00.toc"
    table.write_text(
        "[('taken\\\\a.pyd', 'Z:\\\\x\\\\site-packages\\\\taken\\\\a.pyd', 'EXTENSION'),\n"
        " ('tool', '/y/site-packages/toolbox/__init__.py', 'PYMODULE')]",
        encoding="utf-8",
    )
    assert shipped_packages(tmp_path, [table]) == [taken]


def test_the_licence_is_what_the_metadata_say(tmp_path: Path) -> None:
    both = package(tmp_path, "Both.Names", "License-Expression: BSD-3-Clause\nLicense: other")
    shipped = describe(both)
    assert (shipped.name, shipped.version, shipped.licence) == ("both-names", "1.0", "BSD-3-Clause")
    old = package(tmp_path, "old", "Classifier: License :: OSI Approved :: MIT License")
    assert describe(old).licence == "MIT License"
    silent = package(tmp_path, "silent", "Summary: nothing said")
    assert describe(silent).licence == "see its licence file"


def test_hashes_come_from_the_lock_files(tmp_path: Path) -> None:
    assert len(describe(package(tmp_path, "lxml", "License: BSD")).hashes) == 2


def test_all_licence_texts_are_copied(tmp_path: Path) -> None:
    info = package(tmp_path, "some", "License: MIT")
    copy_licences(info, tmp_path / "target")
    copied = sorted(path.name for path in (tmp_path / "target").rglob("*") if path.is_file())
    assert copied == ["LICENCE.rst", "part.txt"]
