"""Lists across towns, on a page, as a workbook and on paper: the register of plans and the projects."""
