"""English words of dates."""

from __future__ import annotations

from store.phrases.lexicon import Language, Table, listed, tree
from store.phrases.spans import Unit

_NUMBERS: Table = {
    "W": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "a couple of | a couple | couple of | couple | couple more | the couple of": 2, "a dozen | dozen": 12,
        "a single | a full | one full": 1, "hundred | a hundred | one hundred": 100,
    },
    "TENS": {
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
    "OW": {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    },
    "A": "a | an",
    "FEW": "few | a few | several | some | a handful of | a number of | a few more | several more | various",
    "HALFA": "half a | half an | a half | half",
}  # fmt: skip
_CALENDAR: Table = {
    "MONTH": {
        "january | jan": 1, "february | feb": 2, "march | mar": 3, "april | apr": 4, "may": 5, "june | jun": 6,
        "july | jul": 7, "august | aug": 8, "september | sept | sep": 9, "october | oct": 10, "november | nov": 11,
        "december | dec": 12,
    },
    "WEEKDAY": {
        "monday | mon": 0, "tuesday | tues | tue": 1, "wednesday | weds | wed": 2, "thursday | thurs | thur | thu": 3,
        "friday | fri": 4, "saturday | sat": 5, "sunday | sun": 6,
    },
    "SEASON": {
        "spring | springtime": "spring", "summer | summertime": "summer", "autumn | fall | autumntime": "autumn",
        "winter | wintertime": "winter",
    },
    "UNIT": {
        "decade": Unit.DECADE, "century": Unit.CENTURY, "hour | hr": Unit.HOUR, "minute | min": Unit.MINUTE,
        "season": Unit.SEASON,
    },
    "DAYWORD": {"day | calendar day": Unit.DAY}, "WEEKWORD": {"week | calendar week": Unit.WEEK},
    "WEEKENDWORD": {"weekend | wkend | week - end": Unit.WEEKEND}, "MONTHWORD": {"month | calendar month": Unit.MONTH},
    "QUARTERWORD": {"quarter | qtr": Unit.QUARTER}, "YEARWORD": {"year | yr | calendar year": Unit.YEAR},
    "UNITS": {
        "days | calendar days | nights": Unit.DAY, "weeks": Unit.WEEK, "weekends": Unit.WEEKEND, "months": Unit.MONTH,
        "quarters": Unit.QUARTER, "years | yrs": Unit.YEAR, "decades": Unit.DECADE, "centuries": Unit.CENTURY,
        "hours | hrs": Unit.HOUR, "minutes | mins": Unit.MINUTE,
    },
    "FORTNIGHT": "fortnight | fortnights",
    "MIDWEEK": "midweek",
    "RDAY": {
        "today | tonight | this time today | this morning | this afternoon | this evening | this very day | "
        "this day": 0,
        "later today | earlier today | earlier tonight | later tonight": 0,
        "this time tomorrow | tomorrow | tmrw | tmw": 1,
        "yesterday | last night | yesterday evening | yesterday night": -1,
        "the day after tomorrow | day after tomorrow | overmorrow": 2,
        "the day before yesterday | day before yesterday | the night before last": -2,
    },
    "OVERNIGHT": "overnight",
    "NOW": "now | right now | this moment | the present | present day",
    "HOLIDAY": {
        "christmas | christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
        "new year 's day | new year's day | new years day": "01-01", "new year's eve | new years eve": "12-31",
        "new year | the new year | new year's": "01-01", "valentine's day | valentines day": "02-14",
        "halloween": "10-31", "easter | easter sunday": "easter+0", "good friday": "easter-2",
        "easter monday": "easter+1", "orthodox easter": "pascha+0", "orthodox christmas": "01-07",
        "palm sunday": "easter-7", "ash wednesday": "easter-46", "pentecost": "easter+49",
        "victory day": "05-09", "thanksgiving | thanksgiving day": "11-thu-4", "st patrick's day": "03-17",
        "may day": "05-01", "bastille day": "07-14", "international women's day": "03-08",
        "martin luther king day | mlk day": "01-mon-3", "labor day": "09-mon-1", "memorial day": "05-mon--1",
        "mother's day | mothers day": "05-sun-2", "father's day | fathers day": "06-sun-3",
    },
    "DAYPART": "morning | afternoon | evening | night | noon | midday | midnight | lunchtime | dawn | dusk | "
    "daybreak | nightfall | sunset | sunrise | nighttime | daytime | early morning | late evening | late night | "
    "late afternoon | early evening | early afternoon | mid morning | mid afternoon | the early hours | "
    "the early hours of | the small hours of | the night | the morning | the evening | the afternoon | at night | "
    "in the morning | in the afternoon | in the evening | at noon | at midnight | at midday | at dawn | at dusk | "
    "local time | moscow time | kyiv time | gmt | utc | est | edt | pst | pdt | cet | cest | close of business | "
    "cob | eod | end of day | end of business | close of play | o'clock | in the early hours | in the early hours of",
    "ERA": "ad | ce",
}  # fmt: skip
_POINTERS: Table = {
    "THIS": "this | current | the current | the present | the ongoing | this very | this same | this current",
    "NEXT": "next | subsequent",
    "LAST": "last | previous | preceding | prior",
    "COMING": "coming | upcoming | forthcoming | approaching | this coming | this upcoming | the upcoming | "
    "ensuing | this forthcoming",
    "PASTA": "past | this past | trailing",
    "RECENT": "recent",
    "ENDED": "ended | ending", "EITHERSIDE": "either side of | on either side of",
    "PASSED": "has passed | have passed | passes | has elapsed | elapses | has gone | is past | is behind",
    "AGO": "ago | back",
    "FROMNOW": "hence | time | away | down the road | down the line",
    "INTO": "into", "IN": "in | in the course of | "
    "over the course of", "ON": "on", "AT": "at", "OF": "of", "THE": "the",
    "AND": "and",
    "OR": "or | or else | if not", "BUT": "but",
    "FOR": "for", "OUT": "is out | is over | are out | is up | ends | is through | comes to an end | "
    "expires | draws to a close | draws to an end | finishes | concludes | comes to a close",
    "DURING": "during | throughout | all through",
    "OVER": "over",
    "WITHIN": "within | inside | inside of | in no more than | in at most | in up to | in not more than | "
    "in the space of | within no more than | within at most | within the space of",
    "INUNDER": "in less than | in under | in fewer than | in just under | in little under | within less than | "
    "within under",
    "INOVER": "in more than | in over | in at least | in no less than | in not less than | not for another | "
    "in no fewer than",
    "MATTEROF": "in a matter of | within a matter of | in the matter of",
    "AND_A": "and a half",
}  # fmt: skip
_PARTS: Table = {
    "EARLY": "early | early on | early in | early on in | very early | the early part of | early part of | early into",
    "MID": "mid | middle | midpoint | the middle part of | midway through | halfway through | mid way through | "
    "middle part of | the midpoint of | middle days of | the middle days of | the midst of",
    "LATE": "late | late on | late in | late on in | very late | the latter part of | latter part of | "
    "the late part of | the later part of | the tail end of | tail end of | toward the end of | "
    "towards the end of | toward end of | towards end of | the closing stages of | the back end of | late into | "
    "the final part of | the last part of | the closing part of",
    "START": "start | outset | onset | very beginning | very start",
    "END": "end | close | conclusion | very end",
    "OPENINGDAYS": "first days | early days | opening days | initial days | first few days | first several days | "
    "opening few days",
    "CLOSINGDAYS": "final days | concluding days | closing days | final few days | dying days | waning days",
    "LASTDAYS": "last days | last few days | last couple of days",
    "FINALA": "final | closing",
    "OPENA": "opening | initial",
    "PENULT": "penultimate",
    "FIRSTHALF": "first half | early half | front half | opening half | 1st half",
    "SECONDHALF": "second half | latter half | back half | later half | last half | 2nd half | closing half",
    "REST": "rest | what remains | remainder | remaining part | balance | remaining days | what is left | what's left",
    "LATER": "later | later on",
    "EARLIER": "earlier | earlier on",
    "SOFAR": "so far | thus far",
    "TODATE": "to date | to now | till now | until now | up to now | to the present | to today | until today",
}
_BOUNDS: Table = {
    "BY": "by | on or prior to | not a day later than | not one day later than | not a moment later than | nlt | "
    "nor after | and not after | but not after | by and including | until and including | not later than by | "
    "no later than | not later than | by no later than | at the latest by | not after | no later then | "
    "on or before | up to and including | at latest by | by or before | at or before | as late as | not beyond | "
    "ending | ending on | ending in | concluding | ends on | finishing | and no later than | but no later than | "
    "and not later than | but not later than | before or on | no later as | no later than by | not any later than | "
    "latest by",
    "UNTIL": "until | till | 'til | til | up until | up till | right up to | all the way to | up through | "
    "and until | through to | right through to",
    "UPTO": "up to",
    "THROUGH": "through | thru | right through",
    "BEFORE": "before | up to but not including | up to and not including | until but not including | prior to | "
    "ahead of | in advance of | earlier than | sooner than | well before | some time before | sometime before | "
    "well ahead of | in the run-up to | in the run up to | in the lead-up to | in the lead up to | by before | "
    "until before | any time before | anytime before | leading up to | pre | no later than before | long before | "
    "only before",
    "AFTER": "after | later than | post | beyond | immediately following | sometime after | some time after | "
    "any time after | anytime after | only after | until after | well after | long after | from after | "
    "subsequent to | no sooner than after | shortly following | starting after | beginning after | "
    "not until after | no earlier than after | not earlier than after | not before after",
    "FOLLOWING": "following | follow",
    "SOONBEFORE": "shortly before | just before | right before | immediately before | minutes before | hours before",
    "SOONAFTER": "shortly after | soon after | just after | right after | immediately after | minutes after | "
    "hours after",
    "FROM": "from | not a day before | not one day before | not a day earlier than | net | w . e . f . | wef | "
    "on and after | not prior to | from and including | not any earlier than | and from | starting | "
    "starting from | starting on | beginning on | beginning from | effective | effective from | effective as of | "
    "effective on | as of | as from | with effect from | on or after | no earlier than | not earlier than | "
    "no sooner than | not sooner than | not before | only from | as early as | commencing | commencing on | "
    "from as early as | starting in | beginning in | in effect from | after or on | in force from | valid from | "
    "dating from | at or after | only on or after | running from | starting with | beginning with | "
    "until at least | till at least | no earlier than from | not any earlier than | not any sooner than | "
    "from as soon as | and not before | but not before",
    "BEGINNING": "beginning",
    "SINCE": "since | since as far back as | from as far back as | ever since | dating back to | going back to | "
    "since at least",
    "ONWARDS": "onward | onwards | forward | forwards | or later | and later | and beyond | or beyond | "
    "and onwards | and onward | and thereafter | or thereafter | on out",
    "LATEST": "at the latest | at latest | at the very latest | or earlier | or sooner | and earlier | latest",
    "EARLIEST": "at the earliest | at earliest | at the very earliest | at the soonest | at soonest | earliest",
    "INCLUSIVE": "inclusive | included | incl",
    "TO": "to",
    "BETWEEN": "between | in between | any time between | anytime between | sometime between | somewhere between",
    "ABOUT": "around | about | roughly | approximately | circa | on or about | on or around | somewhere around | "
    "sometime around | some time around | in or around | at around | at about | approx | near | close to | nearly | "
    "almost | some time about | just about | more or less | somewhere near",
    "ORSO": "or so | or thereabouts | give or take",
    "ATLEAST": "at least | no less than | not less than | more than | a minimum of | minimum | no fewer than | "
    "not fewer than | upward of | upwards of | in excess of | longer than | no shorter than | well over | "
    "not shorter than | just over | a little over | at a minimum | or more | or longer | and more | no fewer | "
    "slightly more than | slightly over",
    "ATMOST": "at most | less than | under | a maximum of | maximum | at the most | no longer than | "
    "not longer than | fewer than | not exceeding | shorter than | as much as | just under | a little under | "
    "or less | or fewer | or shorter | not to exceed | slightly less than | slightly under",
    "NOMORE": "no more than | not more than | within no more than",
    "OLD": "old | of age | aged",
    "MORE": "more | full | consecutive | straight | additional | further | whole | entire | extra | calendar | "
    "long | solid | other",
    "ANOTHER": "another",
    "COME": "come",
    "NEW": "new",
    "JUSTENDED": "just ended | just gone | just past | just finished",
    "AHEAD": "ahead | to come | that lie ahead | lying ahead | to follow",
    "EVE": "the eve of | eve of | the day before | the day prior to | the night before",
    "MORROW": "the day after | the day following | the morning after",
    "WEEKOF": "the week beginning | week beginning | the week starting | week starting | the week commencing | "
    "week commencing | the week that includes | the week containing | the week that begins on | "
    "the week that begins | the week that starts on | the week that starts | the week that contains | "
    "the week ending | week ending | the week ended | the week holding | the week beginning on | "
    "the week starting on | the week that holds | the week including | the week ending on | "
    "the week which begins on | the week which starts on | the same week as | w / c | wc | the calendar week of",
    "YEAROF": "the year of",
}
_SKIP: Table = {
    "QUARTER": {"q1 | 1q": 1, "q2 | 2q": 2, "q3 | 3q": 3, "q4 | 4q": 4},
    "HALFYEAR": {"h1 | 1h": 0, "h2 | 2h": 1},
    "EOP": {"eoy": Unit.YEAR, "eom": Unit.MONTH, "eow": Unit.WEEK, "eoq": Unit.QUARTER},
    "ASSOONAS": "as soon as",
    "NOTUNTIL": "not until",
    "ASLONGAS": "as long as | so long as",
    "UPON": "upon",
    "EVERY": "every | each",
    "SKIP": "perhaps | possibly | probably | likely | maybe | sometime | some time | at some point | "
    "at some stage | anytime | any time | exactly | precisely | already | tentatively | presumably | apparently | "
    "hopefully | reportedly | say | sometime around the | most likely | very likely | initially | again | only | "
    "just | even | officially | formally | at a time | some point | any day | either | local",
}
_REFUSED: Table = {
    "X": "will last | would last | to last | could last | can last | may last | might last | should last | "
    "must last | shall last | and last | saturday night live | at the end of the day | in the first place | "
    "good friday agreement | black friday | bloody sunday | sunday times | 24 7 | the day after day | "
    "day after day | day by day | day to day | day in day out | week after week | year after year | "
    "month after month | year on year | year over year | month on month | from day one | to this day | some day | "
    "these days | those days | the other day | every day | each day | all day | day and night | days on end | "
    "day of the week | man of the year | person of the year | time of year | time of the year | half way | "
    "second half of the match | first half of the match | first half of the game | once upon a time | "
    "mail on sunday | at this time | so far as | d day | may day parade | all year | all week | all month | "
    "year round | all day long | nine to five | year to year | week in week out | year in year out | half day | "
    "end to end | to no end | to that end | to this end | to an end | an end to | in the end | the end of the war | "
    "dead end | every week | each week | every month | each month | every year | each year | mid air | mid table | "
    "late president | the late president | friday prayers | friday prayer | sunday mass | super tuesday | "
    "cold spring | a year earlier | a month earlier | a day earlier | a week earlier | the day before that | "
    "prague spring | arab spring | hot spring | hot springs | man friday | last minute | last second | next door | "
    "the minute | second hand | end of the world | days of old | early days yet | early days | day job | "
    "the day of | the days of | may not | may or may not | may well | may have | may also | may yet | may still | "
    "may be | may never",
}
_CONDITIONS: Table = {
    "COND": "once | when | if | whenever | pending | unless | provided | provided that | contingent on | "
    "contingent upon | subject to | depending on | conditional on | conditional upon | in case | in the event of | "
    "in the event that | on condition that | on the condition that | so long as | assuming | "
    "following completion of | on completion of | upon completion of | only when | only once | only if | "
    "until such time as | immediately upon | in the event | awaiting | dependent on | dependent upon | "
    "the day when | the day that | no later than when | by the time | as and when | if and when | when and if | "
    "the moment that",
}
_NOTHING: Table = {
    "NONE": "no specific timeline | no timeline | no specific date | no date | no date yet | no dates | "
    "no timetable | no deadline | no time frame | no timeframe | no specific timeframe | no schedule | "
    "no set date | no fixed date | no exact date | no firm date | no concrete date | no date has been set | soon | "
    "shortly | at a later date | at a later stage | at a later time | as soon as possible | "
    "as quickly as possible | in due course | in the near future | in the future | in the foreseeable future | "
    "before long | at some point | any day now | at an unspecified date | at a date to be announced | "
    "to be announced | to be determined | to be confirmed | tbd | tba | tbc | until further notice | indefinitely | "
    "immediately | without delay | promptly | eventually | sooner or later | in time | on time | at an early date | "
    "at the earliest opportunity | at the earliest possible | at a mutually convenient time | for now | "
    "for the time being | in the long term | in the short term | in the medium term | recently | lately | "
    "previously | formerly | now | currently | at present | at the moment | nowadays | long ago | a long time ago | "
    "some time ago | for some time | not long ago | asap | open-ended | undated | no specific time | "
    "no agreed date | without a date | without setting a date | not yet been set | date unknown | date not set | "
    "at an unspecified time | sometime soon | in the coming period | in the coming time | "
    "in the not too distant future | once and for all | some day | someday",
}

LANGUAGE = Language(
    words=tree(_REFUSED, _NOTHING, _SKIP, _CONDITIONS, _NUMBERS, _PARTS, _BOUNDS, _POINTERS, _CALENDAR),
    dotted=listed(
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun approx"
    ),
    ordinal_endings=listed("st nd rd th"),
    number_endings=frozenset(),
    weak=listed(
        "may march jan feb mar apr jun jul aug sep sept oct nov dec sat sun mon wed fri thu tue spring fall summer "
        "winter "
        "autumn"
    ),
    homonyms=listed("may march sat sun fall spring"),
    adverbs=frozenset(),
    capitals_are_names=False,
    hesitant=listed("april june august"),
    superlatives=listed("first only best worst most least time -est best-ever more fewer"),
    points_in_dates=False,
)
