"""A project on a share is worked on as a copy, which goes home whole and is never forgotten."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer.project import Place, PlaceKind, Project, WorkingCopy, open_anywhere
from reviewer.project.lock import Lock
from reviewer.review import Review
from reviewer.support.errors import StoreError

ReviewIn = Callable[..., Review]
SHARE = Place(PlaceKind.NETWORK, r"\\server\share")


@pytest.fixture
def home(tmp_path: Path, review_in: ReviewIn) -> Path:
    path = tmp_path / "share" / "评查.review"
    with Project.open(path) as project:
        review_in(project)
    return path


@contextmanager
def opened(home: Path, own: Path) -> Iterator[WorkingCopy]:
    copy = WorkingCopy.open(home, SHARE, own)
    with copy.project:
        yield copy


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def comment_at(path: Path) -> str:
    with Project.open(path) as project:
        rulings = project.history.rulings(project.entries[0].key)
        return next((ruling.said.text for ruling in rulings.values()), "")


def comment_of(copy: WorkingCopy) -> str:
    rulings = copy.project.history.rulings(copy.project.entries[0].key)
    return next((ruling.said.text for ruling in rulings.values()), "")


def comment(copy: WorkingCopy, review_in: ReviewIn, text: str) -> None:
    review_in(copy.project).decide("A01", comment=text)


def test_what_is_ruled_goes_home_on_closing(home: Path, own: Path, review_in: ReviewIn) -> None:
    with opened(home, own) as copy:
        assert copy.project.path != home
        assert not copy.changed
        before = home.read_bytes()
        comment(copy, review_in, "第一天")
        assert copy.changed
        assert home.read_bytes() == before
        copy.write_back()
        assert not copy.changed
        comment(copy, review_in, "第一天晚上")
    assert comment_at(home) == "第一天晚上"
    assert [path.name for path in home.parent.iterdir()] == [home.name]


def test_a_new_project_is_begun_on_a_share(tmp_path: Path, own: Path, review_in: ReviewIn) -> None:
    home = tmp_path / "new.review"
    with opened(home, own) as copy:
        comment(copy, review_in, "新")
    assert comment_at(home) == "新"


def test_work_that_never_got_home_is_found_again(
    home: Path, own: Path, review_in: ReviewIn
) -> None:
    copy = WorkingCopy.open(home, SHARE, own)
    comment(copy, review_in, "断电之前")
    copy.project.copy_of = None
    copy.project.close()  # the program ended here
    copy.let_go()
    with opened(home, own) as again:
        assert again.newer
        codes = [notice.code for notice in again.project.notices]
        assert codes == ["project-network", "project-newer-copy"]
    assert comment_at(home) == "断电之前"
    with opened(home, own) as third:
        assert not third.newer


def test_a_file_that_others_changed_is_fetched_anew(
    home: Path, own: Path, review_in: ReviewIn
) -> None:
    WorkingCopy.open(home, SHARE, own).project.close()
    with Project.open(home) as project:
        review_in(project).decide("A01", comment="别人")
    with opened(home, own) as copy:
        assert comment_at(copy.project.path) == "别人"


def test_where_both_were_changed_none_is_lost(home: Path, own: Path, review_in: ReviewIn) -> None:
    copy = WorkingCopy.open(home, SHARE, own)
    comment(copy, review_in, "我的")
    other = home.with_name("other.review")
    shutil.copyfile(home, other)
    with Project.open(other) as project:
        review_in(project).decide("A01", comment="别人的")
    other.replace(home)
    copy.project.close()
    assert copy.apart is not None
    assert [n.code for n in copy.notices] == ["project-network", "project-apart"]
    assert (comment_at(home), comment_at(copy.apart)) == ("我的", "别人的")


def test_a_second_window_looks_at_a_copy_of_its_own(
    home: Path, own: Path, review_in: ReviewIn
) -> None:
    with opened(home, own) as copy:
        comment(copy, review_in, "第一个窗口")
        with opened(home, own) as second:
            assert second.project.holder is not None
            assert second.project.notices[-1].code == "project-held"
            assert second.project.path != copy.project.path
            with pytest.raises(StoreError, match="project-held"):
                second.project.history.undo()
        assert not second.project.path.exists()
        assert copy.changed
    assert comment_at(home) == "第一个窗口"


@pytest.fixture
def cut_off(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[WorkingCopy], None]:
    """A function that ends a day's work on a copy while the share cannot be reached."""

    def unreachable(*arguments: object) -> None:
        raise OSError(errno.ENETUNREACH, "unreachable")

    def close(copy: WorkingCopy) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("reviewer.project.working.copy_whole", unreachable)
            with pytest.raises(StoreError, match="project-not-home"):
                copy.project.close()

    return close


def test_a_share_that_is_gone_keeps_the_copy(
    home: Path, own: Path, review_in: ReviewIn, cut_off: Callable[[WorkingCopy], None]
) -> None:
    copy = WorkingCopy.open(home, SHARE, own)
    comment(copy, review_in, "网络断开")
    cut_off(copy)
    shutil.rmtree(home.parent)
    away = WorkingCopy.open(home, SHARE, own)
    assert away.newer
    assert comment_of(away) == "网络断开"
    with pytest.raises(StoreError, match="project-not-home"):
        away.write_back()
    home.parent.mkdir()
    away.project.close()
    assert comment_at(home) == "网络断开"


def test_a_share_that_may_not_be_written_is_shown(
    home: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Lock.take

    def denied(path: Path) -> object:
        if path == home:
            raise StoreError("project-no-lock", path=path, problem="denied")
        return take(path)

    monkeypatch.setattr("reviewer.project.working.Lock.take", denied)
    with opened(home, own) as copy:
        assert [n.code for n in copy.project.notices] == ["project-network", "project-look-only"]
        with pytest.raises(StoreError, match="project-read-only"):
            copy.project.history.undo()
    assert not copy.project.path.exists()


def test_a_share_that_was_never_reached_is_said(tmp_path: Path, own: Path) -> None:
    with pytest.raises(StoreError, match="project-no-lock"):
        WorkingCopy.open(tmp_path / "away" / "a.review", SHARE, own)


def test_the_copy_goes_home_the_next_time(
    home: Path, own: Path, review_in: ReviewIn, cut_off: Callable[[WorkingCopy], None]
) -> None:
    copy = WorkingCopy.open(home, SHARE, own)
    comment(copy, review_in, "网络断开")
    cut_off(copy)
    assert comment_at(home) == ""
    with opened(home, own) as again:
        assert again.newer
    assert comment_at(home) == "网络断开"


def test_a_file_in_a_cloud_folder_is_not_worked_on_in_place(tmp_path: Path, own: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    home = tmp_path / "Dropbox" / "a.review"
    with open_anywhere(home, own) as project:
        assert project.home == home
        assert project.path != home
        assert [notice.code for notice in project.notices] == ["project-cloud"]
    assert home.exists()
    with open_anywhere(tmp_path / "a.review", own) as project:
        assert project.home == project.path
        assert project.notices == ()
