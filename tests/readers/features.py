"""One fictional text with everything Word can do to it; `python -m tests.readers.features` writes
it as .docx and lets LibreOffice make the other formats of it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.readers.docx_builder import docx, level, numbering, paragraph, run, table

CORPUS = Path(__file__).with_name("features_corpus")
MADE_BY_LIBREOFFICE = ("doc", "rtf", "odt")

_LISTS = numbering(
    {
        0: level(0, "japaneseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3."),
        1: level(0, "decimalEnclosedCircle", "%1"),
        2: level(0, "bullet", "\uf06c"),
    },
    {1: 0, 2: 1, 3: 2},
)
_BLACK = '<w:rFonts w:eastAsia="黑体"/>'
_CHANGE = 'w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"'
_BOX = (
    '<w:r><w:pict><v:shape type="#_x0000_t202" style="width:100pt;height:50pt"><v:textbox>'
    f"<w:txbxContent>{paragraph('框里写着值班电话')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_LINK = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://a.example/" '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'{run("公示栏")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BODY = (
    paragraph(
        run("青禾乡2025年法治建设小结", f'<w:b/>{_BLACK}<w:sz w:val="44"/>'),
        properties='<w:jc w:val="center"/>',
    ),
    paragraph(run("总体情况", _BLACK), number=(1, 0)),
    paragraph(
        run("抓学习。", "<w:b/>")
        + run("全年学法十二次，")
        + f"<w:ins {_CHANGE}>{run('又补两次，')}</w:ins>"
        + f"<w:del {_CHANGE}><w:r><w:delText>少学三次，</w:delText></w:r></w:del>"
        + run("人员到齐。")
        + run("不给人看", "<w:vanish/>"),
        number=(1, 1),
    ),
    paragraph(run("上一行") + "<w:r><w:br/></w:r>" + run("下一行")),
    paragraph(
        run("软") + "<w:r><w:softHyphen/></w:r>" + run("连字2023")
        + "<w:r><w:noBreakHyphen/></w:r>" + run("2025年𠮷祥😀")
    ),
    paragraph(run("详见") + _LINK + run("。")),
    table(("序号", "事项", "次数"), ("1", "培训", "4"), ("2", "调解", "86")),
    paragraph(run("走访"), number=(2, 0)),
    paragraph(run("宣讲"), number=(2, 0)),
    paragraph(run("另有一项"), number=(3, 0)),
    paragraph(run("旁边有框") + _BOX + run("框后还有字")),
    paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run("已办结")),
    paragraph(run("抓执法。"), number=(1, 1)),
    paragraph(run("持证上岗。"), number=(1, 2)),
    paragraph(run("存在问题"), number=(1, 0)),
)  # fmt: skip
LINES = (
    "青禾乡2025年法治建设小结",
    "一、总体情况",
    "（一）抓学习。全年学法十二次，又补两次，人员到齐。",
    "上一行",
    "下一行",
    "软连字2023-2025年𠮷祥😀",
    "详见公示栏。",
    "序号\t事项\t次数",
    "1\t培训\t4",
    "2\t调解\t86",
    "①走访",
    "②宣讲",
    "● 另有一项",
    "旁边有框框后还有字",
    "框里写着值班电话",
    "✓已办结",
    "（二）抓执法。",
    "1.持证上岗。",
    "二、存在问题",
)


def features() -> bytes:
    """The text as .docx."""
    return docx("".join(_BODY), numbering=_LISTS)


def main() -> int:
    """Write features.docx and let soffice convert it."""
    source = CORPUS / "features.docx"
    source.write_bytes(features())
    with tempfile.TemporaryDirectory() as profile:
        for extension in MADE_BY_LIBREOFFICE:
            subprocess.run(
                [
                    *("soffice", "--headless", f"-env:UserInstallation={Path(profile).as_uri()}"),
                    *("--convert-to", extension, "--outdir", str(CORPUS), str(source)),
                ],
                check=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
