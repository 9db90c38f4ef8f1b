"""Two candidates to features: what speaks for and against their being one, and for a candidate's being new.

In: the candidates of a page with their traits. Out: short strings that the scorer has weights for. Which candidates are
compared at all is said here too; what follows from the scores is the matter of linking.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.language.coreference.agreement import fits
from rashomon.language.coreference.candidates import NOBODY, Candidate
from rashomon.language.coreference.columns import OUTSIDE, Columns
from rashomon.language.coreference.traits import Traits, speakers
from rashomon.records import Entity

_FAR = {"he": 24, "she": 24, "it": 16, "they": 20, "this": 10, "i": 6, "we": 10, "you": 6}
"""So many candidates before a pronoun are looked at."""
_NEAR = 12
_FAR_SENTENCES = 5
_SAME_HEAD = 4
_SPEECH = frozenset({"i", "we", "you"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPEN = frozenset({"the", "this", "own", "name"})
_DISTANCES = ("0", "1", "2", "3", "4", "4", "4")
_BEHIND = re.compile(r"[,(]| (?:of|to|for|at|in|from|with|who) ")
_LONG = ("prep", "relcl", "acl")
_LIGHT = frozenset({"DET", "PRON", "ADJ", "NUM", "ADV"})


class Pairs:
    """The candidates of one page as the scorer sees them."""

    def __init__(self, columns: Columns, candidates: Sequence[Candidate], traits: Sequence[Traits],
                 entities: Sequence[Entity]) -> None:  # fmt: skip
        self.columns, self.candidates, self.traits = columns, candidates, traits
        self._speakers = speakers(columns, candidates)
        self._sizes = [min(len(entity.mentions), 5) for entity in entities]
        self._called = _called(entities)
        self._before: list[list[int]] = []
        """For each candidate the earlier ones with its head word, the nearest first."""
        self._seen: list[int] = []
        self._named: dict[int, list[int]] = defaultdict(list)
        """For each entity the candidates that name it."""
        same: dict[str, list[int]] = defaultdict(list)
        texts: dict[str, int] = defaultdict(int)
        for at, (each, trait) in enumerate(zip(candidates, traits, strict=True)):
            key = each.sort if each.form == "pronoun" else trait.lemma
            self._before.append(same[key][: -_SAME_HEAD - 1 : -1])
            same[key].append(at)
            self._seen.append(min(texts[trait.text], 2))
            texts[trait.text] += 1
            if each.entity != NOBODY:
                self._named[each.entity].append(at)
        self._texts = texts
        self._role = [self._group(trait) for trait in traits]
        self._word = [self._said(each, trait) for each, trait in zip(candidates, traits, strict=True)]

    def _said(self, each: Candidate, trait: Traits) -> str:
        """The word that has a weight of its own: a pronoun or a common noun, of names only that they are names."""
        if each.form == "pronoun":
            return self.columns.lower[each.head]
        return trait.lemma if self.columns.pos[each.head] == "NOUN" and each.form == "nominal" else "Name"

    @staticmethod
    def _group(trait: Traits) -> str:
        dep = trait.dep
        return "s" if dep in _SUBJECTS else "o" if dep in {"dobj", "dative"} else "p" if dep == "pobj" else dep

    def antecedents(self, at: int) -> list[int]:
        """The earlier candidates that may mean the same, the nearest first."""
        each, trait = self.candidates[at], self.traits[at]
        reach = _FAR[each.sort] if each.form == "pronoun" else _NEAR if each.sort in _OPEN else 0
        found = dict.fromkeys(self._before[at])
        low = max(0, at - 60)
        taken = 0
        for other in range(at - 1, low - 1, -1):
            if taken >= reach or trait.sentence - self.traits[other].sentence > _FAR_SENTENCES:
                break
            if self.fits(other, at):
                found[other] = None
                taken += 1
        if each.form != "pronoun":
            tied = self.tied(at)
            if tied is not None:
                found[tied] = None
        if each.sort in _SPEECH and trait.quote != OUTSIDE and trait.quote in self._speakers:
            speaker = self._speakers[trait.quote]
            if speaker < at:
                found[speaker] = None
        return sorted((other for other in found if self.fits(other, at)), reverse=True)

    def tied(self, at: int) -> int | None:
        """The candidate that this one stands beside in apposition or is said to be."""
        columns, head = self.columns, self.candidates[at].head
        above = columns.head[head]
        if columns.dep[head] == "appos":
            return self._with_head(above, at)
        if columns.dep[head] in {"attr", "oprd"}:
            subject = next((child for child in columns.children[above] if columns.dep[child] in _SUBJECTS), None)
            return None if subject is None else self._with_head(subject, at)
        return None

    def _with_head(self, head: int, before: int) -> int | None:
        for other in range(before - 1, max(-1, before - 40), -1):
            if self.candidates[other].head == head:
                return other
        return None

    def speaker(self, at: int) -> int:
        """The candidate that speaks the quotation in which another stands, itself where none is plain."""
        return self._speakers.get(self.traits[at].quote, at)

    def called(self, head: str, words: frozenset[str]) -> list[int]:
        """The numbers of the people of whom a description has the head and all the words before it."""
        return [*dict.fromkeys(number for number, title in self._called.get(head, ()) if words <= title)]

    def named(self, number: int, before: int) -> Iterator[int]:
        """The names of an entity before a candidate, the last first."""
        places = self._named.get(number, [])
        return (places[at] for at in range(bisect_left(places, before) - 1, -1, -1))

    def fits(self, other: int, at: int) -> bool:
        """Whether nothing forbids that two candidates be one."""
        return fits(self.columns, (self.candidates[other], self.traits[other]), (self.candidates[at], self.traits[at]))

    def alone(self, at: int) -> list[str]:
        """What speaks for and against a candidate's being new."""
        each, trait, columns = self.candidates[at], self.traits[at], self.columns
        sort = each.sort
        out = [
            f"N {sort}",
            f"N {sort} {trait.dep}",
            f"N {sort} {trait.kind}",
            f"N {sort} h{min(len(self._before[at]), 2)} t{self._seen[at]}",
            f"N {sort} s{min(trait.sentence, 2)}",
            f"N l {self._word[at]}",
        ]
        if each.form == "pronoun":
            above = columns.head[each.head]
            out.append(f"N {sort} v {columns.lemma[above]}")
            if sort in {"it", "this"}:
                kinds = {columns.dep[child] for child in columns.children[above]}
                out.append(f"N {sort} c{'ccomp' in kinds}{'acomp' in kinds}{'xcomp' in kinds}{'advcl' in kinds}")
        else:
            light = each.start < each.head and columns.pos[each.start] in _LIGHT
            first = columns.lower[each.start] if light else ""
            out.append(f"N w {first}")
            kinds = {columns.dep[child] for child in columns.children[each.head]}
            out.append(f"N {sort} m {next((dep for dep in _LONG if dep in kinds), '')} n{min(len(trait.words), 3)}")
        return out

    def together(self, other: int, at: int) -> list[str]:
        """What speaks for and against two candidates' being one."""
        one, two = self.candidates[other], self.candidates[at]
        first, second = self.traits[other], self.traits[at]
        pair = f"{one.sort}>{two.sort}"
        distance = second.sentence - first.sentence
        far = _DISTANCES[distance] if distance < 7 else "7" if distance < 15 else "15"
        out = [f"P {pair}", f"P {pair} d{far}"]
        columns = self.columns
        nested = one.start <= two.start and two.end <= one.end
        if nested or (two.start <= one.start and one.end <= two.end):
            out.append(f"P i {two.sort} {columns.dep[two.head]}")
        tie = self._tie(one, two)
        if tie:
            out.append(f"P {tie} {two.form} {one.form}")
            out.append(f"P {tie}")
        quotes = "o" if second.quote == OUTSIDE else "s" if second.quote == first.quote else "d"
        quotes += "o" if first.quote == OUTSIDE else ""
        if two.form == "pronoun":
            out += self._of_pronoun(other, at, far, quotes)
        else:
            out += self._of_noun(other, at, pair, far)
        if one.form == "name":
            out.append(f"P z{self._sizes[one.entity]} {two.sort}")
        return out

    def _of_pronoun(self, other: int, at: int, far: str, quotes: str) -> list[str]:
        one, two = self.candidates[other], self.candidates[at]
        first, second = self.traits[other], self.traits[at]
        sort = two.sort
        between = at - other
        out = [
            f"P {sort} q{quotes} {one.sort}",
            f"P {sort} r{self._role[other]}>{self._role[at]} {'0' if far == '0' else '1'}",
            f"P {sort} k{first.kind}{first.number}",
            f"P {sort} g{first.gender}",
            f"P {sort} b{min(between, 4) if between < 5 else 8 if between < 9 else 16}",
            f"P {sort} l {self._word[other]}",
            f"P {sort} t{min(self._texts[first.text], 4)} {one.form}",
            f"P {sort} B{min(second.block - first.block, 2)}",
        ]
        if sort in _SPEECH and second.quote != OUTSIDE:
            out.append(f"P {sort} S{self._speakers.get(second.quote) == other}")
        if one.form == "pronoun" and self.columns.lower[one.head] == self.columns.lower[two.head]:
            out.append(f"P {sort} same word")
        return out

    def _of_noun(self, other: int, at: int, pair: str, far: str) -> list[str]:
        one, two = self.candidates[other], self.candidates[at]
        first, second = self.traits[other], self.traits[at]
        head = first.lemma == second.lemma and one.form != "pronoun"
        if head:
            if first.text == second.text:
                match = "text"
            elif second.words <= first.words:
                match = "less"
            elif first.words <= second.words:
                match = "more"
            else:
                match = "other"
        elif second.lemma in first.words:
            match = "inside"
        elif first.words & second.words:
            match = "word"
        else:
            match = "none"
        out = [
            f"P m{match} {pair}",
            f"P m{match} {two.sort} d{far}",
            f"P m{match} n{first.number}{second.number} {two.form}",
            f"P m{match} o{one.sort == 'own'}{two.sort == 'own'}",
        ]
        if match in {"less", "text", "more"}:
            out.append(f"P m{match} {two.sort} l{min(len(second.words), 3)} {min(len(first.words), 3)}")
        if not head:
            out.append(f"P k {first.kind}>{second.kind} {two.sort} {one.form}")
            out.append(f"P L {first.kind if one.form == 'name' else self._word[other]}>{self._word[at]}")
        else:
            out.append(f"P H {self._word[at]}")
        return out

    def _tie(self, one: Candidate, two: Candidate) -> str:
        """How the parse ties two heads: apposition, predicate, or both with one verb."""
        columns = self.columns
        first, second = columns.head[one.head], columns.head[two.head]
        if columns.dep[two.head] == "appos" and second == one.head:
            return "appos"
        if first == second and one.head != two.head:
            if columns.dep[two.head] in {"attr", "oprd"} and columns.dep[one.head] in _SUBJECTS:
                return "pred " + ("be" if columns.lemma[second] == "be" else "")
            return "beside"
        if second == one.head or first == two.head:
            return "under"
        return ""


def _called(entities: Sequence[Entity]) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """By the heads of their descriptions, the numbers of the people with the words of these."""
    out: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for text in entity.descriptions if entity.type == "person" else ():
            words = _BEHIND.split(text.lower())[0].split()
            if words:
                out[words[-1]].append((number, frozenset(words)))
    return out
