"""Laboratory results over time: the last of each, then one of them with its chart and table."""

from ensdesk.ui.widgets.chart_view import ChartView
from tests.ui.pages.inside import seen


def come(person):
    person.press("Tout mon dossier", "Mes soins et ma famille", "Mes résultats de laboratoire")


def test_each_analysis_is_one_line_with_its_last_result(full_jeanne):
    """Beside it what the laboratory calls usual; nothing says that it is good or bad."""
    come(full_jeanne)
    words = seen(full_jeanne)
    assert "Hémoglobine glyquée (HbA1c) : 7,1 %" in words
    assert "7,2 %" not in words
    assert "valeurs habituelles : 4,0 – 6,0" in words


def test_one_analysis_has_its_chart_and_its_table(full_jeanne):
    """The values stand beside the chart, the latest first, each with its range."""
    come(full_jeanne)
    full_jeanne.press("Hémoglobine glyquée (HbA1c)\u00a0: 7,1\u00a0%")
    words = seen(full_jeanne)
    assert words.index("7,1 %") < words.index("7,2 %") < words.index("7,4 %")
    assert full_jeanne.window.page.findChildren(ChartView)
    assert "Hémoglobine" not in full_jeanne.window.windowTitle()


def test_one_value_needs_no_chart(full_jeanne):
    """A point alone says nothing that the table does not."""
    come(full_jeanne)
    full_jeanne.press("Cholestérol LDL\u00a0: 0,92\u00a0g/L")
    assert not full_jeanne.window.page.findChildren(ChartView)
    full_jeanne.press("Corriger ou retirer", "Cholestérol LDL")
    assert full_jeanne.sees("Retirer")


def test_it_is_printed(full_jeanne):
    """From the list, its own sheet with the charts."""
    come(full_jeanne)
    full_jeanne.press("Imprimer cette liste")
    assert full_jeanne.title == "Mes résultats de laboratoire"
