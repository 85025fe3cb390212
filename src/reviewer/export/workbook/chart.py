"""The bar chart below the summary: every unit's share of the points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList

from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_BARS = 60  # more cannot be told apart on a page
_HEIGHT, _WIDTH_OF_BAR, _LEAST_WIDTH, _MOST_WIDTH = 10.0, 1.6, 20.0, 40.0  # centimetres
_BAR_COLOUR = "5B84B1"


def add_chart(sheet: Worksheet, *, units: str, shares: str, row: int, messages: Messages) -> None:
    """Draw `shares` (0 to 1) of `units`, ranges of one column each, from `row` on.

    Nothing is drawn where there are more than MOST_BARS units.
    """
    names, values = (Reference(sheet, range_string=_on(sheet, cells)) for cells in (units, shares))
    count = names.max_row - names.min_row + 1
    if count > MOST_BARS:
        return
    chart = BarChart()
    chart.type = "col"
    chart.style = 10
    chart.title = messages.say("chart-title")
    chart.legend = None
    chart.add_data(values)
    chart.set_categories(names)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.number_format = "0%"
    chart.x_axis.delete = chart.y_axis.delete = False
    series = chart.series[0]
    series.graphicalProperties.solidFill = _BAR_COLOUR
    series.dLbls = DataLabelList(showVal=True, numFmt="0%")
    for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(series.dLbls, other, False)
    chart.gapWidth = 60
    chart.height = _HEIGHT
    chart.width = min(max(_LEAST_WIDTH, _WIDTH_OF_BAR * count), _MOST_WIDTH)
    sheet.add_chart(chart, f"A{row}")


def _on(sheet: Worksheet, cells: str) -> str:
    return f"'{sheet.title}'!{cells}"
