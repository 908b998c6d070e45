"""Verbs and their endings that tell whether a sentence speaks of what was or of what is to come, by language.

Each entry is a regular expression over small letters; entries are parted by `|`, blanks beside it do not count.
"""

from __future__ import annotations

ENGLISH_FUTURE = (
    "will | won't | shall | would | 'll | plans? | planned | planning | expect(?:s|ed)? | scheduled? | slated | "
    "due | intends? | hopes? | hoped | could | should | may | might | must | is to | are to | to be | going to | "
    "set (?:to|for) | proposed? | proposes | offered to | agreed to | vow(?:s|ed)? to | promised? to | wants? to | "
    "ready to | pledged to | deadline | upcoming | next round | resumes? | begins? | expires? | ends? | opens? | "
    "starts? | closes? | arrives? | runs? | lasts? | takes? (?:effect|place) | comes? into | apply | applies | "
    "falls | meets? | returns? | leaves? | departs? | convenes? | votes? on | pencill?ed in | earmarked | booked | "
    "tomorrow | likely | can | cannot | to (?!the\\b|an?\\b|his|her|its|their|this|that|it\\b)[a-z]{2,}"
)
ENGLISH_PARTICIPLE = r"(?: (?:be|not|have|also|then|only|likely|soon))*(?: [a-z]+(?:ed|en|own|ent|eld|ade))?"
"""What may follow a word of the future and belongs to it: `will also be shown`."""
ENGLISH_PAST = (
    "(?:failed|refused|declined|managed|tried|helped|forced|unable|able)(?: \\w+)? to [a-z]+ | said | was | were | "
    "had | did | took | held | met | began | came | told | wrote | ended | has | have | gave | sent | made | "
    "spoke | went | saw | beat | won | lost | cut | hit | rose | fell | grew | shot | struck | fought | fled | "
    "broke | spent | paid | built | bought | brought | caught | left | led | put | ran | sold | sank | stood | "
    "threw | sat | kept | knew | drew | flew | lay | laid | swept | became | [^\\W\\d_]{3,}ed"
)
RUSSIAN_FUTURE = (
    "буд(?:ет|ут|ем) | пройд[её]т | пройдут | состо[ия]тся | намерен\\w* | планиру\\w+ | ожида\\w+ | "
    "долж[ен]н?\\w* | предстоит | начн[её]тся | начнутся | заверш[иа]тся | готов\\w* | предлож\\w+ | может | "
    "могут | рассчитыва\\w+ | обеща\\w+ | продолжится | "
    "\\w{2,}(?:ется|ётся|ится|утся|ются|атся|ятся|емся|ёмся|имся|ует|уют|дут|дет|дёт|нет|нут|"
    "нёт|тит|жит|чат|пит|пят|вит|вят|мет|мут|лит|лят|дит|даст|дадут|дадим)"
)
RUSSIAN_PAST = "[^\\W\\d_]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)"
UKRAINIAN_FUTURE = (
    "буд(?:е|уть|емо) | відбуд(?:е|у)ться | намір\\w* | плану\\w+ | очіку\\w+ | ма(?:є|ють) | повин\\w+ | "
    "почн\\w+ться | готов\\w* | запропон\\w+ | може | можуть | обіця\\w+ | [^\\W\\d_]{3,}тиме\\w* | "
    "заверш[иа]ться | продовж[иа]ться | розпочн\\w+ | "
    "(?!\\w*дцять|десять|\\w*сть)\\w{2,}(?:ить|ать|ять|уть|ють|еться|иться|уться|ються|яться|аться|ємося|"
    "емося|имося|імося)"
)
UKRAINIAN_PAST = "[^\\W\\d_]{2,}(?:ав|яв|ив|ув|їв|ла|ло|ли|вся|лася|лось|лося|лися|лись)"
ATTRIBUTION = (
    "said | says | reported | reports | told | added | noted | announced | wrote | stated | сказал\\w* | "
    "сообщил\\w* | заявил\\w* | отметил\\w* | добавил\\w* | рассказал\\w* | уточнил\\w* | сказав | сказала | "
    "повідоми\\w+ | заяви\\w+ | зазначи\\w+ | дода\\w+ | розпові\\w+ | уточни\\w+"
)
"""Verbs that tell who said it: after a phrase they say nothing about its time."""
