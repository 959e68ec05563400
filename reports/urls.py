from django.urls import include, path

from .board.views import Board, BoardList
from .comparison.views import comparison
from .history.views import (
    goal_status_history,
    plan_history,
    status_history,
    text_history,
    title_history,
    value_history,
)
from .registers.views import PlanList, ProjectList
from .texts.views import edit_chapter, edit_title_page, texts
from .views import download, preview, report_list

app_name = "reports"

# /plany/<plan>/<period>/historie/
history_urls = [
    path("hodnota/<int:pk>/", value_history, name="value_history"),
    path("opatreni/<int:pk>/", status_history, name="status_history"),
    path("cil/<int:pk>/", goal_status_history, name="goal_status_history"),
    path("text/<int:pk>/", text_history, name="text_history"),
    path("titulni-strana/<int:pk>/", title_history, name="title_history"),
]

# /plany/<plan>/<period>/zpravy/<layout>/texty/
text_urls = [
    path("", texts, name="texts"),
    path("titulni-strana/", edit_title_page, name="edit_title_page"),
    path("<slug:chapter>/", edit_chapter, name="edit_chapter"),
]

urlpatterns = [
    path("plany/", PlanList.as_view(), name="plans"),
    path("mesta/", Board.as_view(), name="board"),
    path("mesta/<slug:listing>/", BoardList.as_view(), name="board_list"),
    path("srovnani/", comparison, name="comparison"),
    path("projekty/", ProjectList.as_view(), name="projects"),
    path("plany/<slug:plan_slug>/historie/", plan_history, name="history"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/historie/", include(history_urls)),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/", report_list, name="list"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>/", preview, name="preview"),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>/texty/", include(text_urls)),
    path("plany/<slug:plan_slug>/<slug:period_slug>/zpravy/<slug:layout>.pdf", download, name="download"),
]
