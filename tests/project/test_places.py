"""Network shares and cloud folders are recognised by data, on any computer."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from reviewer.project import Place, PlaceKind, place_of
from reviewer.project.places import Surroundings, look_around, remote_mounts

NOTHING = Surroundings((), {})
CLOUD, NETWORK = PlaceKind.CLOUD, PlaceKind.NETWORK


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PureWindowsPath(r"C:\Users\li\OneDrive\评查.review"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\li\OneDrive - 司法局\2025\评查.review"), "OneDrive"),
        (PureWindowsPath(r"D:\我的坚果云\评查.review"), "坚果云"),
        (PurePosixPath("/users/li/Nutstore Files/评查.review"), "坚果云"),
        (PurePosixPath("/users/li/Dropbox/评查.review"), "Dropbox"),
        (PureWindowsPath(r"D:\BaiduSyncdisk\评查.review"), "百度网盘"),
        (PureWindowsPath(r"C:\Users\li\WPS云文档\评查.review"), "WPS云文档"),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(path: Path, name: str) -> None:
    assert place_of(path, NOTHING) == Place(CLOUD, name)


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath(r"C:\Users\li\Documents\评查.review"),
        PureWindowsPath(r"\\?\C:\Users\li\评查.review"),
        PurePosixPath("/users/li/OneDrive资料/评查.review"),
        PurePosixPath("/users/li/OneDrive"),
        PurePosixPath("/srv/share2/评查.review"),
    ],
)
def test_a_folder_of_this_computer_is_none(path: Path) -> None:
    assert place_of(path, Surroundings(("/srv/share", "Z:\\"), {})) is None


def test_a_cloud_folder_with_another_name_is_known_by_the_environment() -> None:
    around = Surroundings((), {"OneDrive": "/users/li/云"})
    assert place_of(PurePosixPath("/users/li/云/评查.review"), around) == Place(CLOUD, "OneDrive")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PureWindowsPath(r"\\server\评查\2025\a.review"), r"\\server\评查"),
        (PurePosixPath("/srv/share/2025/a.review"), "/srv/share"),
    ],
)
def test_a_file_on_another_machine_is_known(path: Path, name: str) -> None:
    assert place_of(path, Surroundings(("/srv/share",), {})) == Place(NETWORK, name)


def test_remote_mounts_are_read_from_the_systems_table() -> None:
    table = (
        "proc /proc proc rw 0 0\n"
        "//server/x /mnt/bureau\\040files cifs rw 0 0\n"
        "server:/y /mnt/y nfs4 rw 0 0\n"
        "/dev/sda1 / ext4 rw 0 0\n"
        "broken\n"
    )
    assert remote_mounts(table, ["cifs", "nfs4"]) == ("/mnt/bureau files", "/mnt/y")


def test_this_computer_can_be_looked_at(tmp_path: Path) -> None:
    assert look_around().environment
    assert place_of(tmp_path / "a.review") is None
