"""The help of the program as a whole, ready to print: it must be there at the speed of bare Python."""

from __future__ import annotations

OVERVIEW = """\
talks-tui: where the talks stand, what is owed, what came, and who says so.

usage: talks-tui [OPTIONS]              open the board (no terminal: print it)
       talks-tui COMMAND [OPTIONS]      talks-tui COMMAND --help tells more

look
  status             print the board; --filter TEXT: only what fits; --json
  show ID            print everything known of one thing, with its evidence
  ledger ID          print the figures of both sides of one commitment, facing
  gates              print what blocks a round, on every reading, and why
  sources [ID]       print the sources, or one with every fact that rests on it
  timeline           print everything that has a day, in the order of time
  drift [ROUND]      print how the date expected for a round moved
  progress ID        print promised against handed over, day by day
  find WORDS         look for words in everything the store holds
  log [ID]           print the journal: who changed what, when and why
  keys               list the keys; --toml begins a file that changes them
  notices            print what is due or overdue, and what is new to you
  copied [N]         print what the dashboard copied last
  when PHRASE        print the days that a date phrase allows, and why

read
  read ARTICLE       propose what an article bears (file, address, - for stdin)
  watch FEED         put the articles of a feed that concern the store there too
  words [KIND]       list the words the reader knows, or add some

write
  set ID STATUS      state a delivery, a verification, an instrument or a round
  claim ABOUT FIGURE add what a source says
  add KIND FIELD=... put something on record: a commitment, a round, an actor
  edit ID FIELD=...  mend what is on record, field by field
  redate SOURCE DAY  correct the day a source was published, and what hung on it
  undo [ENTRY]       take the last change back, or one entry of the journal
  redo               make the change again that was undone last
  import FILE...     read record lines into the store (- reads standard input)
  rebuild            reckon anew what is kept beside the record
  new PATH [FILE...] make a store: empty, of these lines, or the --seed record

options
  --store PATH       the store (else $TALKS_STORE, else the one in your home)
  --as-of DATE       what was known that evening (2025-06-23, 'last week')
  --reading NAME     whose view of what is owed: strict, common, or a party (RU)
  --track LABEL      only this negotiation
  --read-only        change nothing, and make no store
  --theme NAME       dark, light, contrast, colour-blind, mono ($TALKS_THEME)
  --ascii            draw with plain signs ($TALKS_ASCII)
  --fresh            open as if nothing were remembered of the last time
  --version          say which talks-tui and which SQLite this is
  -h, --help         say this

environment
  TALKS_STORE        the store        TALKS_AUTHOR   your name in the journal
  NO_COLOR           no colours       TALKS_DEBUG    show the trace of a crash

exit codes
  0 done   1 a fault of ours   2 the words of a command   3 unknown name
  4 path   5 no store, damaged or newer   6 locked   7 changed meanwhile
  8 bad record lines   130 interrupted
"""
