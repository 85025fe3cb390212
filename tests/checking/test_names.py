"""Villages and matters with names of their own."""

from __future__ import annotations

import pytest

from reviewer.checking.language import read_language
from reviewer.checking.names import Names
from reviewer.checklist import load_checklist


@pytest.fixture(scope="module")
def names() -> Names:
    return read_language(load_checklist("township-annual").language).names


@pytest.mark.parametrize(
    "text",
    ["石桥村调解室", "在李家坳村设点", "永丰社区流动人口多", "还有石桥村、白马村", "到青山村走访"],
)
def test_a_village_with_its_name_is_found(names: Names, text: str) -> None:
    assert list(names.find_places(text))


@pytest.mark.parametrize(
    "text",
    [
        "各村普法不平衡",
        "引导村民自治",
        "农村自建房",
        "偏远村组",
        "每村一名",
        "部分社区",
        "驻村干部",
    ],
)
def test_villages_without_name_are_none(names: Names, text: str) -> None:
    assert not list(names.find_places(text))


@pytest.mark.parametrize(
    "text",
    [
        "对石桥片区旧房改造项目组织论证",
        "参与青溪大桥征地补偿协议谈判",
        "与顺达建材公司土地租赁纠纷一案",
        "亲自部署校园周边环境整治",
    ],
)
def test_a_matter_with_its_name_is_found(names: Names, text: str) -> None:
    assert list(names.find_matters(text))


@pytest.mark.parametrize(
    "text",
    [
        "参与重大行政决策、合同审查",
        "对各类重大项目进行论证",
        "化解信访突出问题",
        "审查政府合同",
        "调解邻里纠纷",
        "签订服务协议",
        "处理历史遗留问题",
    ],
)
def test_kinds_of_matters_are_none(names: Names, text: str) -> None:
    assert not list(names.find_matters(text))
