"""The style sheet of the window, written from the tokens of the theme."""

from __future__ import annotations

from ensdesk.ui.theme import FAMILY, RADIUS, RING, Look


def style_sheet(look: Look) -> str:
    """Return the style sheet for *look*; family and size stand in it or Qt forgets them."""
    colours = look.colours
    pad = look.space(0.6)
    tick = max(28, look.em)
    return f"""
    QWidget {{ font-family: "{FAMILY}"; font-size: {look.points}pt; color: {colours.text}; }}
    #window, #sheet {{ background: {colours.background}; border: 0; }}
    #bar {{ background: {colours.surface2}; border: 0 solid {look.edge}; border-right-width: 2px; }}
    #warning {{ background: {colours.surface}; border: 3px solid {colours.warning};
        border-radius: {RADIUS}px; }}
    #reading {{ background: {colours.surface}; border: 0 solid {colours.primary};
        border-bottom-width: 3px; }}
    #help {{ background: {colours.surface}; border: 0 solid {colours.warning};
        border-bottom-width: 3px; }}
    #keys {{ background: {colours.surface2}; border: 0 solid {look.edge}; border-top-width: 2px; }}
    #strip {{ background: {colours.surface}; border: 2px solid {colours.ok};
        border-radius: {RADIUS}px; }}
    QGroupBox {{ background: transparent; border: 0; margin: 0; padding: 0; }}
    QLabel {{ background: transparent; }}
    QLabel[role="h1"] {{ font-size: {look.title_points:.1f}pt; font-weight: 700; }}
    QLabel[role="h2"] {{ font-size: {look.points * 1.25:.1f}pt; font-weight: 700; }}
    QLabel[role="lead"] {{ font-size: {look.points * 1.15:.1f}pt; }}
    QLabel[role="label"] {{ font-weight: 700; }}
    QLabel[role="example"] {{ color: {colours.text2}; }}
    QLabel[role="explained"] {{ color: {colours.text2}; padding-top: {pad}px;
        border-top: 2px solid {look.edge}; }}
    QLabel[role="error"] {{ color: {colours.danger}; font-weight: 700; }}
    QLabel[role="good"] {{ color: {colours.ok}; font-weight: 700; }}
    QLabel[found="true"] {{ background: #FFE600; color: #1B1B1F;
        border-bottom: 2px solid #6B3F00; }}
    QFrame[role="note"] {{ background: {colours.surface2}; border: 2px solid {look.edge};
        border-radius: {RADIUS}px; }}
    QFrame[role="trouble"] {{ background: {colours.surface}; border: 3px solid {colours.danger};
        border-radius: {RADIUS}px; }}
    QFrame[role="due"] {{ background: {colours.surface}; border: 2px solid {colours.warning};
        border-radius: {RADIUS}px; }}
    QFrame[role="empty"] {{ background: transparent; border: 2px dashed {colours.border};
        border-radius: {RADIUS}px; }}
    QFrame[role="line"] {{ background: {look.edge}; border: 0; }}
    QLineEdit, QPlainTextEdit {{
        background: {colours.surface}; color: {colours.text};
        border: 2px solid {colours.border}; border-radius: {RADIUS // 2}px;
        padding: {pad}px {pad + 2}px; min-height: {look.em + 8}px;
        selection-background-color: {colours.primary};
        selection-color: {colours.on_primary}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: {RING}px solid {colours.focus};
        padding: {pad - RING + 2}px {pad - RING + 4}px; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 3px solid {colours.danger};
        padding: {pad - 1}px {pad + 1}px; }}
    QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {{
        border: {RING + 2}px solid {colours.focus};
        padding: {pad - RING}px {pad - RING + 2}px; }}
    QLineEdit[role="number"] {{ font-size: {look.points * 1.6:.1f}pt;
        min-height: {round(look.em * 1.6) + 8}px; }}
    QCheckBox, QRadioButton {{ padding-left: {look.space(0.7)}px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {tick}px; height: {tick}px; }}
    QScrollArea {{ background: transparent; border: 0; }}
    QScrollArea[role="paper"] {{ border: {RING}px solid {colours.surface2}; }}
    QScrollArea[role="paper"]:focus {{ border-color: {colours.focus}; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QScrollBar:vertical {{ background: {colours.surface2}; width: 20px; margin: 0; }}
    QScrollBar:horizontal {{ background: {colours.surface2}; height: 20px; margin: 0; }}
    QScrollBar::handle {{ background: {colours.border}; border-radius: 6px; margin: 4px;
        min-height: 48px; min-width: 48px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenu {{ background: {colours.surface}; color: {colours.text};
        border: 2px solid {colours.border}; }}
    QMenu::item {{ padding: {pad}px {pad * 2}px; }}
    QMenu::item:selected {{ background: {colours.primary}; color: {colours.on_primary}; }}
    """
