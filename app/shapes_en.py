"""Shapes of English that say which way something goes, where no single word does: above that of last year, urged to, at a ten-week high."""

from __future__ import annotations

import re

NUMBER = (
    r"(?:about |around |nearly )?(?:[£$€₩]?\d|(?:a|one) (?:third|quarter|half|dozen|hundred|thousand"
    r"|million|billion)\b"
    r"|(?:half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)\b)"
)
# Over ten years is for so long.
_TIME = (
    r"(?![£$€₩]?[\d,.]*\w* ?(?:\w+ )?"
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)\b)"
)
_SHARE = r"[\d.,]*(?: ?%| per ?cent| (?:[a-z]+ )?points?)"
# Or what is put at a height: above that of last year, below the average.
_LEVEL = (
    r"[”\"’]? (?=that of|those|what\b"
    r"|(?:[\w’'-]+ ){0,3}?(?:averages?|levels?|norms?|targets?|limits?|forecasts?|expect(?:ed|ations?)|estimates?"
    r"|freezing|zero|par|capacity|costs?|inflation|thresholds?|marks?|budget|value|usual|normal)\b)"
)
_SO_LONG = r"(?:day|week|month|quarter|year|decade|season|session|record|all-time|new|fresh|historic)"
_URGE = (
    r"\b(?P<word>(?:urg|encourag|call(?:ed|s|ing)? on|press|persuad|appeal|advis|want|told|tell)\w*)\b[^.,;]{1,40}? to"
)
_IN_TURN = r" (?=time\b|(?:[a-z]+ )?to [a-z]|of (?:its|the|their) )"
_LEFT_AT = re.compile(
    r"\b(?P<word>left|leav(?:e|es|ing)|kept|keep(?:s|ing)?|held|hold(?:s|ing)?|stuck|stick(?:s|ing)?|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?)"
    rf"\b(?: [\w’'-]+){{0,5}}? (?:at|with|to) (?:{NUMBER}|(?:its|the|their|his|her) (?:\w+ )?(?:level|rate|figure|forecast|estimate|target"
    r"|guidance|outlook))",
    re.I,
)
SHAPED: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    # The beginning and the end of a time.
    ("period", True, re.compile(r"\b(?:start|beginning|outset) of\b|\bearly (?:in|this|next|last)\b", re.I)),
    ("period", False, re.compile(r"\b(?:end|close) of\b|\blate (?:in|this|next|last)\b", re.I)),
    # To vote to do something is to be for it.
    (
        "decision",
        True,
        re.compile(r"\b(?:voted|vot(?:e|es|ing) to)\b(?![^.;]{0,60}\b(?:against|down|out|not|no)\b)", re.I),
    ),
    ("timing", True, re.compile(r"\bearlier than (?:planned|expected|scheduled)\b|\bmove[ds]? forward\b", re.I)),
    ("timing", False, re.compile(r"\blater than (?:planned|expected|scheduled)\b", re.I)),
    # Against a plan, and not against a team.
    (
        "decision",
        False,
        re.compile(
            r"\b(?:vot(?:e[sd]?|ing)|signatures?|petition\w*|campaign\w*|protest\w*|argu(?:e[sd]?|ing)|advised|spoke)"
            r"\b[^.;]{0,40}?(?P<word>\bagainst\b)",
            re.I,
        ),
    ),
    # Shares lose 4%, and a team its final.
    ("amount", False, re.compile(rf"\b(?:lost|los(?:e|es|ing)|shed(?:ding|s)?|gave up) (?={NUMBER}{_SHARE})", re.I)),
    ("amount", True, re.compile(rf"\b(?:gain(?:ed|s|ing)?|put on|add(?:ed|s|ing)?) (?={NUMBER}{_SHARE})", re.I)),
    # A watchdog clears a merger, and a court a man.
    (
        "decision",
        True,
        re.compile(
            r"\bclear(?:ed|s|ing)? (?=(?:[\w’'-]+ ){0,4}(?:mergers?|plans?|deals?|takeovers?|way|drugs?|vaccines?|bids?"
            r"|sales?|projects?|use)\b)",
            re.I,
        ),
    ),
    # A claim is dismissed, and so is a worker; a line is cut, and so is a price.
    (
        "decision",
        False,
        re.compile(
            r"\bdismiss(?:ed|es|ing|al of)? (?=(?:[\w’'-]+ ){0,4}(?:appeals?|claims?|(?:law)?suits?|cases?|complaints?"
            r"|motions?|petitions?|charges?|ideas?|allegations?|criticism|concerns?|calls?|demands?|requests?)\b)",
            re.I,
        ),
    ),
    (
        "link",
        False,
        re.compile(
            r"\bcut(?:s|ting)? (?=(?:[\w’'-]+ ){0,3}(?:links?|(?:hot)?lines?|ties|power|supply|connections?|services?"
            r"|routes?|contacts?)\b)",
            re.I,
        ),
    ),
    # To be urged to join is to be asked for it; to be urged to leave, against it.
    (
        "decision",
        True,
        re.compile(rf"{_URGE} (?:join|back|support|accept|approve|adopt|stay|vote for|side with|take part)\b", re.I),
    ),
    (
        "decision",
        False,
        re.compile(rf"{_URGE} (?:leave|quit|reject|oppose|drop|boycott|vote against|stay away)\b", re.I),
    ),
    # A hundred dollars on the bill, or off it.
    (
        "amount",
        False,
        re.compile(rf"\b(?:knock|tak|shav|slic|cut|wip|chop|lop)\w* {NUMBER}[^,.;]{{0,25}}? (?P<word>off)\b", re.I),
    ),
    ("amount", True, re.compile(rf"\b(?:add|put|tack)\w* {NUMBER}[^,.;]{{0,25}}? (?P<word>to|onto|on)\b", re.I)),
    # To leave a price at 40 is to leave it as it was.
    ("steady", False, _LEFT_AT),
    # What the first one does, and the last one.
    ("order", True, re.compile(rf"\b(?:the|its|his|her|their) (?P<word>first){_IN_TURN}", re.I)),
    ("order", False, re.compile(rf"\b(?:the|its|his|her|their) (?P<word>last|final){_IN_TURN}", re.I)),
    # The highest in so long: to a six-week high.
    ("extreme", True, re.compile(rf"\b{_SO_LONG}[- ](?:high|peak)s?\b(?!-)", re.I)),
    ("extreme", False, re.compile(rf"\b{_SO_LONG}[- ](?:low|trough)s?\b(?!-)", re.I)),
    # Prepositions compare where a figure follows: over 50 people, and not over the weekend.
    ("comparison", True, re.compile(rf"\b(?:over|above) (?={NUMBER}){_TIME}|\babove{_LEVEL}", re.I)),
    ("comparison", False, re.compile(rf"\b(?:under|below) (?={NUMBER}){_TIME}|\bbelow{_LEVEL}", re.I)),
)
# What only looks like a pole, or is one of something else: over the weekend, declined to say, no more,
# raised concerns, 300 won. Who is gone to a place is there; what is left remains.
