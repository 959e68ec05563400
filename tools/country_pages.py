"""The pages whose costs must not grow with the country: at most ten questions beside signing in."""

from dataclasses import dataclass

from django.urls import reverse

from tools.country_people import SIGN_IN

PLAN, PERIOD = "zkusebni-plan-0", "2024"
BOARD = reverse("reports:board")
COMPARISON = reverse("reports:comparison")
QUERIES = 10
# The table of values also reads targets, parts, remarks and what the cells remember.
GRID_QUERIES = 15 - SIGN_IN


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    queries: int = QUERIES  # beside signing in
    is_file: bool = False  # takes all rows and not one page of them
    adds_up: bool = False  # all towns of the selection, not only those in its rows

    @classmethod
    def of_town(cls, name: str, view: str, queries: int = QUERIES) -> "Page":
        return cls(name, reverse(f"indicators:{view}", args=[PLAN, PERIOD]), queries)

    @classmethod
    def comparison(cls, name: str, chosen: str) -> "Page":
        return cls(name, f"{COMPARISON}?{chosen}&do=2024", adds_up=True)

    @classmethod
    def listing(cls, slug: str) -> "Page":
        return cls(f"board, {slug}", reverse("reports:board_list", args=[slug]))


PAGES = (
    Page("board", BOARD),
    Page("board, radit=uplnost", f"{BOARD}?radit=uplnost"),
    Page("board, radit=-zmena", f"{BOARD}?radit=-zmena"),
    Page("board, uplnost=chybi", f"{BOARD}?uplnost=chybi"),
    Page("board, maji=pripominky", f"{BOARD}?maji=pripominky"),
    Page("board, maji=zpravy", f"{BOARD}?maji=zpravy"),
    Page("board, maji=po-schvaleni", f"{BOARD}?maji=po-schvaleni"),
    Page("board, maji=beze-zmeny", f"{BOARD}?maji=beze-zmeny"),
    Page.listing("opatreni"),
    Page.listing("bez-realizatora"),
    Page.listing("nesledovana"),
    Page.listing("koncici-projekty"),
    Page.listing("opozdene-zpravy"),
    Page("board as a workbook", f"{BOARD}?soubor=xlsx", is_file=True),
    Page.comparison("comparison", "ukazatel=isv"),
    Page.comparison("comparison of shares", "ukazatel=statistic_2"),
    Page.comparison("comparison per thousand", "ukazatel=statistic_3&na_tisic=on"),
    Page.comparison("comparison, public figures", "ukazatel=statistic_2&hodnoty=verejne"),
    Page("register of plans", reverse("reports:plans")),
    Page("register of projects", reverse("reports:projects")),
    Page.of_town("town page", "period"),
    Page.of_town("town page, grid of values", "values", GRID_QUERIES),
)
