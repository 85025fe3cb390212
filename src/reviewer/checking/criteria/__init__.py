"""One file per kind of criterion; `read_criterion` picks the one a checklist asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.checking.criteria.addressee import Addressee
from reviewer.checking.criteria.causes import Causes
from reviewer.checking.criteria.consistency import Consistency
from reviewer.checking.criteria.deadline import Deadline
from reviewer.checking.criteria.fields import Fields
from reviewer.checking.criteria.local_facts import LocalFacts
from reviewer.checking.criteria.numbering import Numbering
from reviewer.checking.criteria.pairing import Pairing
from reviewer.checking.criteria.part import Part
from reviewer.checking.criteria.person import Person
from reviewer.checking.criteria.plan_year import PlanYear
from reviewer.checking.criteria.repetition import Repetition
from reviewer.checking.criteria.self_name import SelfName
from reviewer.checking.criteria.shortcomings import Shortcomings
from reviewer.checking.criteria.signature import Signature
from reviewer.checking.criteria.slogan import Slogan
from reviewer.checking.criteria.tasks import Tasks
from reviewer.checking.criteria.title import Title
from reviewer.checking.criteria.topic import Topic
from reviewer.checking.criteria.two_facts import TwoFacts
from reviewer.checking.criteria.wording import Wording
from reviewer.checking.criteria.years import Years
from reviewer.checking.judgement import Criterion
from reviewer.checklist.source import Node

KINDS: Mapping[str, Callable[[Node], Criterion]] = {
    "addressee": Addressee.read,
    "causes": Causes.read,
    "consistency": Consistency.read,
    "deadline": Deadline.read,
    "fields": Fields.read,
    "local-facts": LocalFacts.read,
    "numbering": Numbering.read,
    "pairing": Pairing.read,
    "part": Part.read,
    "person": Person.read,
    "plan-year": PlanYear.read,
    "repetition": Repetition.read,
    "self-name": SelfName.read,
    "shortcomings": Shortcomings.read,
    "signature": Signature.read,
    "slogan": Slogan.read,
    "tasks": Tasks.read,
    "title": Title.read,
    "topic": Topic.read,
    "two-facts": TwoFacts.read,
    "wording": Wording.read,
    "years": Years.read,
}


def read_criterion(node: Node) -> Criterion:
    """Compile the criterion of an element. Raises ChecklistError for unknown kinds and fields."""
    kind = node.require("kind").choice(tuple(KINDS))
    return KINDS[kind](node)
