"""The reasons each kind of criterion can give, and what their sentences may mention.

A checklist puts them into words; all may mention the element's {name}.
"""

from __future__ import annotations

from collections.abc import Mapping

_NOTHING: tuple[str, ...] = ()
_DATES = ("date", "deadline")


def _plain(*codes: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(codes, _NOTHING)


CODES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "addressee": _plain("no-addressee", "addressee", "addressee-incomplete"),
    "causes": _plain(
        "no-shortcomings", "cause", "circular-cause", "cause-in-heading-only", "no-cause"
    ),
    "consistency": _plain(
        "consistent",
        "placeholder",
        "own-name-placeholder",
        "rate-over-100",
        "odd-vague-figure",
        "two-values",
        "wrong-sum",
        "wrong-rate",
    ),
    "deadline": _plain("no-date")
    | {"published-late": _DATES, "late": _DATES, "early": ("date",), "in-time": _DATES},
    "fields": _plain("no-plan", "one-sentence")
    | {
        "too-few-fields": ("count", "fields"),
        "no-key-field": ("fields",),
        "fields": ("count", "fields"),
    },
    "local-facts": _plain("no-shortcomings", "local-fact", "field-only", "nothing-local"),
    "numbering": _plain(
        "numbered-through",
        "number-lost",
        "number-gap",
        "number-repeated",
        "number-start",
        "number-unreadable",
        "half-bracket",
    ),
    "pairing": _plain("nothing-to-pair") | {"unpaired": ("count",), "paired": ("count",)},
    "part": _plain(
        "heading",
        "told",
        "told-only",
        "no-own-heading",
        "shared-heading",
        "sentence-only",
        "no-part",
        "empty-part",
        "praise-only",
        "too-few-measures",
    ),
    "person": _plain("deed", "duty-only", "requirement-only", "joint-subject", "no-person"),
    "plan-year": _plain("no-plan", "next-year-in-words", "no-year")
    | {"next-year": ("year",), "wrong-year": ("year",)},
    "repetition": _plain("no-repetition", "same-passage", "same-paragraphs")
    | {"alike-sentences": ("count",)},
    "self-name": _plain("own-name", "foreign-name"),
    "shortcomings": _plain("no-shortcomings", "higher-level")
    | {
        "too-few": ("count", "least"),
        "stock-phrases": ("count", "least"),
        "particular": ("count",),
    },
    "signature": _plain(
        "signature",
        "no-signature",
        "no-signing-organ",
        "no-signature-date",
        "date-without-day",
        "date-form",
    ),
    "slogan": _plain("slogan", "filled", "not-found"),
    "tasks": _plain("no-plan", "one-task", "no-task") | {"tasks": ("count",)},
    "title": _plain(
        "title",
        "no-title",
        "title-organ",
        "title-year",
        "title-subject",
        "title-document",
        "title-wording",
        "title-doubled",
    ),
    "topic": _plain(
        "fact",
        "no-fact",
        "requirement-only",
        "slogan-only",
        "copied-wording",
        "no-figure",
        "no-own-figure",
        "no-case",
        "no-subject",
        "no-date-given",
        "unusual-words",
        "unusual-fact",
        "elsewhere-only",
        "names-only",
        "not-found",
    )
    | {"found-elsewhere": ("where",)},
    "two-facts": _plain("both", "both-unproved", "first-only", "second-only", "neither"),
    "wording": _plain("no-wrong-wording") | {"wrong-wording": ("names", "count")},
    "years": _plain("no-report-year", "years-fit", "wrong-years"),
}
