"""Whole fictional reports, judged by hand by the checklist's rules before the program was asked.

Cells on which the rules allow two opinions are left out.
"""

from __future__ import annotations

import pytest

from reviewer.checklist import Verdict
from reviewer.readers import text_report
from reviewer.review import Pipeline, load_pipeline

LETTERS = {
    "P": Verdict.PRESENT,
    "W": Verdict.WEAK,
    "M": Verdict.MISSING,
    "U": Verdict.UNDETERMINED,
}

# Numbered run-in headings, no first-responsible part, no addressee, half-width punctuation.
WILLOW = (
    """\
柳坪乡2025年度法治政府建设工作报告
2025年,在县委、县政府的坚强领导下,柳坪乡坚持以习近平新时代中国特色社会主义思想为指导,扎实推进依法行政,现将有关情况报告如下。
一、主要工作情况
(一)强化理论武装。乡党委把学习习近平法治思想作为必修课,年内安排中心组集体学法5次,邀请县委党校教师授课一场。组织乡村干部观看警示教育片3部。
(二)健全工作机制。成立以书记、乡长为双组长的法治建设领导小组,把法治建设纳入各站所年终考核。
(三)优化政务服务。便民服务中心实行“周末不打烊”,为群众提供低保、医保、户籍等一站式服务。乡村两级代办员主动上门,让群众少跑腿。
(四)规范决策行为。严格落实重大事项集体研究制度,凡大额资金使用、工程发包一律上会。乡政府签订的采砂权出让协议、村道养护合同均先交司法所过目,司法所提出的修改意见全部采纳。聘请县城一家律师事务所担任常年法律顾问。
(五)严格执法监管。乡综合行政执法队现有队员8人,全部取得执法证件。全年出动巡查210人次,制止乱搭乱建14处,对3起违法占地依法立案。推行说理式执法,轻微违法首次不罚。
(六)化解矛盾纠纷。坚持和发展新时代“枫桥经验”,开展矛盾纠纷大走访,各村调委会化解婚姻家庭、山林土地纠纷97起。落实领导接访制度,群众来访有人接、有人管。
(七)深化法治宣传。围绕民法典、反有组织犯罪法、信访工作条例、森林防火等内容,在赶场天设点宣传9次,发放资料2400余份。创新打造“火塘夜话”普法品牌,用民族语言讲法。
(八)强化应急处突。修订完善森林防火、防汛抗旱、地质灾害应急预案,组织村民开展避险演练。
(九)接受各方监督。主动接受人大监督和纪检监察监督,办理县乡两级人大代表建议11件。
二、存在的问题及原因
一是执法队员多由其他岗位转任,办案经验不足,全年没有办理过一件一般程序案件。二是山高路远,村组分散,普法难以到户。三是少数干部依法办事意识不强,主要是平时学习抓得不紧。
三、下步打算
(一)抓队伍。选派执法队员到县局跟班学习不少于20天。
(二)抓普法。继续办好“火塘夜话”,推动普法到组到户。
(三)抓学习。落实会前学法制度,提高干部依法办事能力。
柳坪乡人民政府
2026年2月25日
""",
    "A01P A02P A03P A04M A05W A06M A07M A08W A09P A10W A11P A12P A13P A14P A15W A16M A17P A18M "
    "A19M A20P A21M A22P B01P B02P B03W B05M C01M C02M C03M C04M C05M C06M D01P D02W D03P D04W "
    "E01W E02M E03P E04P E05U E06P E07P E08P E09P E10P E11P",
)

# Published too late, first-responsible part first, no heading over the results or shortcomings.
STONE_BRIDGE = (
    """\
发布日期：2026-04-10　来源：石桥街道
云岭市石桥街道办事处关于2025年法治政府建设情况的报告
市委、市政府：
现将石桥街道2025年度推进法治政府建设情况报告如下：
一、党政主要负责人履行第一责任人职责情况
党工委书记坚持每季度主持召开法治工作例会，全年召开4次，对物业纠纷、违建治理等难题现场拍板。办事处主任落实行政执法责任制，带头出庭应诉1件。二人均在年终述职时一并述法。全年没有领导干部插手案件办理。
二、健全依法决策机制
编制重大行政决策目录2项，老旧小区加装电梯补贴方案经过公众参与、风险评估和集体讨论。街道法律顾问出具意见书18份。清理街道文件，未制定行政规范性文件。
三、提升行政执法质效
全面落实行政执法三项制度，配备执法记录仪22台。规范涉企检查，推行“综合查一次”，全年减少入企检查31次。
四、打造便捷政务服务
街道便民服务中心受理事项1.6万件，12345工单办结率99.6%。对照权责清单，做到法定职责必须为。
五、深化基层依法治理
建成公共法律服务工作室9个，解答法律咨询480人次。持续推进信访积案化解，包案领导带案下访，化解积案两件。在社区宣传栏张贴海报，营造普法氛围。政务公开栏及时更新。石桥社区“楼栋议事会”获评省级民主法治示范社区培育对象。
在肯定成绩的同时，我们也清醒认识到工作中还存在一些不足：执法人员缺口6名；新就业形态劳动者普法覆盖不到位；部分社区矛盾纠纷预警不及时。
六、2026年工作安排
一是由综合行政执法中心牵头，6月底前补齐执法人员。二是联合快递、外卖企业开展普法12场。三是建立矛盾纠纷周研判制度。
石桥街道办事处
2026年1月30日
""",
    "A01W A02M A03P A04W A05P A06P A07P A08P A09M A10P A11M A13M A15P A16P A17W A18P A19W A20M "
    "A21W A22P B01W B02P B03M B04P B05M C01P C02P C03P C04M C05W C06P D01P D02P D03P D04P D05P "
    "E01P E02P E03P E04P E05W E06P E07P E08P E09P E10P E11P",
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.mark.parametrize(("text", "verdicts"), [WILLOW, STONE_BRIDGE], ids=["乡", "街道"])
def test_the_program_agrees_with_the_hand(pipeline: Pipeline, text: str, verdicts: str) -> None:
    findings = pipeline.review(text_report(text, "whole")).findings
    wanted = {cell[:3]: LETTERS[cell[3]] for cell in verdicts.split()}
    found = {name: findings[name].verdict for name in wanted}
    assert found == wanted
