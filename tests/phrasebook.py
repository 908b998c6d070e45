"""A few rules for date phrases, in place of the whole grammar where a test is about something else."""

from datetime import date, timedelta

from store.phrases import Kind, PhraseWindow


def resolve(text: str, reference_date: date, tense: str | None = None, lang: str = "en") -> PhraseWindow | None:
    """Read what source 003 says of its week and of July, "last week", and a weekday by its tense."""
    monday = reference_date - timedelta(days=reference_date.weekday())
    sunday, june = monday + timedelta(days=6), date(reference_date.year, 6, 30)
    week = timedelta(days=7)
    match text.casefold():
        case "this week":
            return PhraseWindow(monday, sunday, Kind.WINDOW, text, "this U", relative=True)
        case "last week":
            return PhraseWindow(monday - week, sunday - week, Kind.WINDOW, text, "last U", relative=True)
        case "by the end of this week":
            return PhraseWindow(None, sunday, Kind.BEFORE, text, "by X", relative=True)
        case "before july" | "by the end of june":
            return PhraseWindow(None, june, Kind.BEFORE, text, "before X", relative=True)
        case "before early july":
            loose = june + timedelta(days=10)
            return PhraseWindow(None, june, Kind.BEFORE, text, "before X", loose_latest=loose, relative=True)
        case "after 22 june 2025":
            return PhraseWindow(date(2025, 6, 23), None, Kind.AFTER, text, "after X")
        case "once it is complete":
            return PhraseWindow(None, None, Kind.CONDITIONAL, text, "an event")
        case "monday":
            day = monday + week if tense == "future" and monday != reference_date else monday
            return PhraseWindow(day, day, Kind.POINT, text, "bare W", relative=True)
    return None
