"""A report of a bug holds no value of the person."""

from ensdesk.ui.bug import report_of


def broken(secret: str) -> None:
    """Fails with a value in its hands and in its message."""
    try:
        int(secret)
    except ValueError as error:
        raise KeyError(secret) from error


def test_the_report_says_where_and_never_what():
    """Types, files, lines and functions; the cause too."""
    try:
        broken("Pénicilline")
    except KeyError as error:
        report = report_of(error)
    assert "Pénicilline" not in report
    assert {"KeyError", "ValueError"} <= set(report.split())
    assert "test_bug.py:" in report
    assert "broken" in report
