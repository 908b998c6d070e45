"""Texts that the tests of reading share: written for them, in the shapes that newsrooms give theirs."""

PROSE = (
    "The delegations of Norvania and the Tamir League met in Lisk on Monday and agreed to free 120 prisoners each, "
    "two officials said.",
    "The League's envoy, Pia Harrow, said that the bodies of 40 soldiers would follow within a week. "
    "No date was set for a third round.",
    "Norvania has said before that it holds 300 prisoners; the League speaks of 410.",
)

NOISY = f"""Talks in Lisk bring a swap | The Courier

Home > World > Norvania

Talks in Lisk bring a swap

By Ada Brandt, Lisk
Published: Friday 3 July 2026, 17:12 | Updated: Friday 3 July 2026, 19:40 | 4 min read

SHARE  TWEET  SAVE

KEY POINTS
• A swap of 120 for 120
• No date for a third round

{PROSE[0]}

PostImage

[Photo: the hall in Lisk. Archive, May 2024]

{PROSE[1]}

THE MORNING BRIEF
5 stories, every weekday. Enter your e-mail address
[ Sign up ]

What the League says
{PROSE[2]}

{PROSE[0]}

READ NEXT
> Prisoner swap of 1,000 for 1,000: how it was done
> 40 dead in ferry accident

Ada Brandt covers the east for the Courier.

LEAVE A COMMENT
Your e-mail address will not be published. Required fields are marked *

joe77, 2 hours ago: Swap them all, 500 for 5.
"""

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Talks in Lisk bring a swap - The Courier</title>
<meta property="og:title" content="Talks in Lisk bring a swap">
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2026-07-03T17:12:00+02:00">
<script>var prisoners = "9,999 prisoners were freed by a script";</script></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Talks in Lisk bring a swap</h1>
<p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p></article>
<div class="comments"><p>joe77: swap them all, 500 for 5 is what they always do, I say!</p></div>
<footer><p>Copyright 2026 The Courier. All rights reserved.</p></footer></body></html>
"""
