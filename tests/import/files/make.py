"""Makes openpyxl.xlsx; README.md says how the others are made."""

import datetime

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

book = Workbook()
sheet = book.active
sheet.title = "実績 (R5)"
sheet["A1"] = "鹿児島市の実績"
sheet.merge_cells("A1:D1")
sheet.append([])
sheet.append(["指標", "年度", "値", "時点", "備考"])
sheet.append(["市内就業人口1人当たりの総生産", "R2", 6600, datetime.date(2023, 3, 31), "a & b <c>"])
sheet.append(["p46", 2023, 0.888, datetime.datetime(2024, 3, 31, 12, 30), "二行\nの文"])
sheet.append(["k2", 2023, 14.25, None, "=1+1 という文"])
sheet.append(["合計", None, "=SUM(C4,C6)", None, None])
sheet.append(["誤り", None, "=NA()", None, True])
sheet.append(["隠した行", 2020, 1e-7, datetime.time(9, 5), None])
sheet["E6"].data_type = "s"
sheet["C5"].number_format = "0.0%"
sheet["D4"].number_format = '[$-411]ggge"年"m"月"d"日"'
sheet["A9"] = CellRichText("隠した", TextBlock(InlineFont(b=True), "行"))
sheet.row_dimensions[9].hidden = True
sheet.column_dimensions["E"].hidden = True
sheet["J12"] = "離れたセル"
hidden = book.create_sheet("控え")
hidden["B2"] = 42
hidden.sheet_state = "hidden"
book.create_chartsheet("グラフ")
empty = book.create_sheet("空")
book.save("openpyxl.xlsx")
