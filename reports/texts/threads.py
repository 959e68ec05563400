"""Open threads of remarks at the texts of a period."""

from collections import defaultdict

from plans.models import Remark, ReportingPeriod


def threads_at_texts(period: ReportingPeriod) -> dict[int, list[Remark]]:
    """First remarks of the threads by the number of the chapter they are about."""
    found = defaultdict(list)
    roots = period.remarks.open().roots().filter(about=Remark.About.CHAPTER)
    for remark in roots.select_related("written_by"):
        found[remark.subject_id].append(remark)
    return found
