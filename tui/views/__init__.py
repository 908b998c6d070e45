"""The views: what takes the whole screen in place of the dashboard and shows one matter in full.

`openers.py` names them all; `office.py` stands behind them; `viewer.py` is all that their screens know of it.
"""
