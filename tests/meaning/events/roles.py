"""Sentences that test who plays which part in an event, where it was and when; see `tests.handmade.parsed`."""

AUTHORITIES = """
Authorities|NOUN:NNS|2|nsubj||authority arrested|VERB:VBD|0|ROOT||arrest three|NUM|4|nummod \
men|NOUN:NNS|2|dobj||man in|ADP|2|prep Lomar|PROPN:NNP|5|pobj|GPE|Lomar .|PUNCT|2|punct
"""
UNDER_ARREST = """
Two|NUM|2|nummod guards|NOUN:NNS|3|nsubj||guard are|AUX:VBP|0|ROOT||be under|ADP|3|prep arrest|NOUN:NN|4|pobj \
for|ADP|5|prep theft|NOUN:NN|6|pobj .|PUNCT|3|punct
"""
HELD_HOSTAGE = """
She|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be held|VERB:VBN|0|ROOT||hold hostage|NOUN:NN|3|oprd \
by|ADP|4|prep the|DET:DT|7|det rebels|NOUN:NNS|5|pobj||rebel .|PUNCT|3|punct
"""
KILLING_BY = """
The|DET:DT|2|det killing|NOUN:NN|8|nsubj by|ADP|2|prep police|NOUN:NNS|3|pobj of|ADP|4|prep a|DET:DT|7|det \
boy|NOUN:NN|5|pobj shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|8|dobj|PERSON|Lomar .|PUNCT|8|punct
"""
DIED_OF = """
Venn|PROPN:NNP|2|nsubj|PERSON|Venn died|VERB:VBD|0|ROOT||die of|ADP|2|prep cancer|NOUN:NN|3|pobj .|PUNCT|2|punct
"""
RESPONSIBLE = """
The|DET:DT|2|det Front|PROPN:NNP|3|nsubj||Front was|AUX:VBD|0|ROOT||be responsible|ADJ:JJ|3|acomp for|ADP|4|prep \
nine|NUM|7|nummod deaths|NOUN:NNS|5|pobj||death .|PUNCT|3|punct
"""
EX_WIFE = """
He|PRON:PRP|2|nsubj killed|VERB:VBD|0|ROOT||kill his|PRON:PRP$|4|poss ex|NOUN:NN|2|dobj ~-|NOUN:NN|2|dobj \
~wife|NOUN:NN|2|dobj and|CCONJ|6|cc two|NUM|9|nummod guards|NOUN:NNS|6|conj||guard .|PUNCT|2|punct
"""
NO_ONE = """
No|NOUN:NN|5|nsubjpass ~-|NOUN:NN|5|nsubjpass ~one|NOUN:NN|5|nsubjpass was|AUX:VBD|5|auxpass||be \
killed|VERB:VBN|0|ROOT||kill at|ADP|5|prep the|DET:DT|8|det mill|NOUN:NN|6|pobj .|PUNCT|5|punct
"""
EDITOR = """
The|DET:DT|2|det court|NOUN:NN|3|nsubj jailed|VERB:VBD|0|ROOT||jail the|DET:DT|5|det editor|NOUN:NN|3|dobj \
Odo|PROPN:NNP|7|compound|PERSON|Odo Renn|PROPN:NNP|3|dobj|PERSON|Renn for|ADP|3|prep theft|NOUN:NN|8|pobj \
.|PUNCT|3|punct
"""
RAID_IN = """
Soldiers|NOUN:NNS|2|nsubj||soldier killed|VERB:VBD|0|ROOT||kill the|DET:DT|4|det rebel|NOUN:NN|2|dobj \
in|ADP|2|prep a|DET:DT|7|det raid|NOUN:NN|5|pobj on|ADP|7|prep a|DET:DT|10|det house|NOUN:NN|8|pobj \
in|ADP|10|prep Lomar|PROPN:NNP|11|pobj|GPE|Lomar .|PUNCT|2|punct
"""
AT_MEETING = """
At|ADP|12|prep a|DET:DT|3|det meeting|NOUN:NN|1|pobj in|ADP|3|prep the|DET:DT|6|det capital|NOUN:NN|4|pobj \
,|PUNCT|12|punct Lomar|PROPN:NNP|12|npadvmod|GPE|Lomar ,|PUNCT|8|punct the|DET:DT|11|det \
girls|NOUN:NNS|12|nsubj||girl wept|VERB:VBD|0|ROOT||weep .|PUNCT|12|punct
"""
JURY = """
A|DET:DT|2|det jury|NOUN:NN|3|nsubj issued|VERB:VBD|0|ROOT||issue a|DET:DT|6|det death|NOUN:NN|6|compound \
sentence|NOUN:NN|3|dobj for|ADP|6|prep theft|NOUN:NN|7|pobj .|PUNCT|3|punct
"""
SIGNED_WITH = """
Ostia|PROPN:NNP|2|nsubj|PERSON|Ostia signed|VERB:VBD|0|ROOT||sign a|DET:DT|5|det trade|NOUN:NN|5|compound \
agreement|NOUN:NN|2|dobj with|ADP|5|prep Kestrova|PROPN:NNP|6|pobj|PERSON|Kestrova and|CCONJ|7|cc \
Varsana|PROPN:NNP|7|conj|PERSON|Varsana .|PUNCT|2|punct
"""
TARGETING = """
The|DET:DT|2|det rebels|NOUN:NNS|3|nsubj||rebel condemned|VERB:VBD|0|ROOT||condemn an|DET:DT|5|det \
attack|NOUN:NN|3|dobj targeting|VERB:VBG|5|acl||target a|DET:DT|8|det convoy|NOUN:NN|6|dobj .|PUNCT|3|punct
"""
TEAR_GAS = """
Police|NOUN:NNS|2|nsubj||Police fired|VERB:VBD|0|ROOT||fire tear|ADJ:JJ|4|amod gas|NOUN:NN|2|dobj at|ADP|2|prep \
the|DET:DT|7|det crowd|NOUN:NN|5|pobj .|PUNCT|2|punct
"""
SHOT_DOWN = """
The|DET:DT|2|det army|NOUN:NN|3|nsubj shot|VERB:VBD|0|ROOT||shoot down|ADP|3|prt a|DET:DT|6|det \
missile|NOUN:NN|3|dobj .|PUNCT|3|punct
"""
FIRING_OF = """
They|PRON:PRP|2|nsubj condemned|VERB:VBD|0|ROOT||condemn the|DET:DT|4|det firing|NOUN:NN|2|dobj of|ADP|4|prep \
a|DET:DT|7|det missile|NOUN:NN|5|pobj over|ADP|7|prep Lomar|PROPN:NNP|8|pobj|GPE|Lomar .|PUNCT|2|punct
"""
CONNECTION = """
Two|NUM|2|nummod men|NOUN:NNS|4|nsubjpass||man were|AUX:VBD|4|auxpass||be arrested|VERB:VBN|0|ROOT||arrest \
in|ADP|4|prep connection|NOUN:NN|5|pobj with|ADP|6|prep the|DET:DT|9|det theft|NOUN:NN|7|pobj .|PUNCT|4|punct
"""
DEFIANCE = """
Ostia|PROPN:NNP|2|nsubj|PERSON|Ostia tested|VERB:VBD|0|ROOT||test missiles|NOUN:NNS|2|dobj||missile \
in|ADP|2|prep defiance|NOUN:NN|4|pobj of|ADP|5|prep a|DET:DT|8|det ban|NOUN:NN|6|pobj .|PUNCT|2|punct
"""
AGENCY = """
(|PUNCT|2|punct CNN|PROPN:NNP|4|nmod|ORG|CNN )|PUNCT|2|punct Militants|NOUN:NNS|5|nsubj||militant \
killed|VERB:VBD|0|ROOT||kill two|NUM|7|nummod guards|NOUN:NNS|5|dobj||guard .|PUNCT|5|punct
"""
MOB = """
Venn|PROPN:NNP|3|nsubjpass|PERSON|Venn was|AUX:VBD|3|auxpass||be killed|VERB:VBN|0|ROOT||kill by|ADP|3|agent \
a|DET:DT|6|det mob|NOUN:NN|4|pobj in|ADP|6|prep the|DET:DT|9|det center|NOUN:NN|7|pobj of|ADP|9|prep \
Lomar|PROPN:NNP|10|pobj|GPE|Lomar .|PUNCT|3|punct
"""
TO_DEATH = """
Jurors|PROPN:NNP|2|nsubj|PERSON|Jurors sentenced|VERB:VBD|0|ROOT||sentence one|NUM|2|dobj of|ADP|3|prep \
the|DET:DT|6|det robbers|NOUN:NNS|4|pobj||robber to|ADP|6|prep death|NOUN:NN|7|pobj .|PUNCT|2|punct
"""
FLED = """
He|PRON:PRP|2|nsubj fled|VERB:VBD|0|ROOT||flee Lomar|PROPN:NNP|2|dobj|GPE|Lomar on|ADP|2|prep \
foot|NOUN:NN|4|pobj .|PUNCT|2|punct
"""
FOREIGN = """
They|PRON:PRP|2|nsubj condemned|VERB:VBD|0|ROOT||condemn two|NUM|5|nummod Kestrovan|ADJ:JJ|5|amod|NORP|Kestrovan \
airstrikes|NOUN:NNS|2|dobj||airstrike on|ADP|5|prep the|DET:DT|8|det town|NOUN:NN|6|pobj .|PUNCT|2|punct
"""
STRIKES_IN = """
The|DET:DT|2|det raid|NOUN:NN|3|nsubj was|AUX:VBD|0|ROOT||be revenge|NOUN:NN|3|attr for|ADP|4|prep two|NUM|7|nummod \
airstrikes|NOUN:NNS|5|pobj||airstrike last|ADJ:JJ|9|amod|DATE week|NOUN:NN|3|npadvmod|DATE in|ADP|3|prep \
Lomar|PROPN:NNP|10|pobj|GPE|Lomar .|PUNCT|3|punct
"""
JUDGE_IN = """
A|DET:DT|2|det judge|NOUN:NN|5|nsubj in|ADP|2|prep Oskarin|PROPN:NNP|3|pobj|GPE|Oskarin \
ordered|VERB:VBD|0|ROOT||order the|DET:DT|7|det arrest|NOUN:NN|5|dobj of|ADP|7|prep \
Renn|PROPN:NNP|8|pobj|PERSON|Renn .|PUNCT|5|punct
"""
COURT_IN = """
A|DET:DT|2|det court|NOUN:NN|5|nsubj in|ADP|2|prep Oskarin|PROPN:NNP|3|pobj|GPE|Oskarin \
jailed|VERB:VBD|0|ROOT||jail Renn|PROPN:NNP|5|dobj|PERSON|Renn .|PUNCT|5|punct
"""
JOINED_CLAUSE = """
Rebels|NOUN:NNS|2|nsubj||rebel killed|VERB:VBD|0|ROOT||kill two|NUM|4|nummod men|NOUN:NNS|2|dobj||man \
in|ADP|2|prep Lomar|PROPN:NNP|5|pobj|GPE|Lomar on|ADP|2|prep Monday|PROPN:NNP|7|pobj|DATE|Monday and|CCONJ|2|cc \
police|NOUN:NNS|11|nsubj arrested|VERB:VBD|2|conj||arrest Renn|PROPN:NNP|11|dobj|PERSON|Renn .|PUNCT|11|punct
"""
WHERE = """
He|PRON:PRP|2|nsubj visited|VERB:VBD|0|ROOT||visit Lomar|PROPN:NNP|2|dobj|GPE|Lomar ,|PUNCT|3|punct \
where|SCONJ|7|advmod gunmen|NOUN:NNS|7|nsubj||gunman killed|VERB:VBD|3|relcl||kill two|NUM|9|nummod \
men|NOUN:NNS|7|dobj||man .|PUNCT|2|punct
"""
WHEN = """
Two|NUM|2|nummod men|NOUN:NNS|4|nsubjpass||man were|AUX:VBD|4|auxpass||be killed|VERB:VBN|0|ROOT||kill \
when|SCONJ|8|advmod a|DET:DT|7|det bomb|NOUN:NN|8|nsubj exploded|VERB:VBD|4|advcl||explode in|ADP|8|prep \
Lomar|PROPN:NNP|9|pobj|GPE|Lomar on|ADP|8|prep Monday|PROPN:NNP|11|pobj|DATE|Monday .|PUNCT|4|punct
"""
BOTH = """
Both|DET:DT|2|det women|NOUN:NNS|4|nsubjpass||woman were|AUX:VBD|4|auxpass||be killed|VERB:VBN|0|ROOT||kill \
.|PUNCT|4|punct
"""
TOLD_MEETING = """
Renn|PROPN:NNP|2|nsubj|PERSON|Renn told|VERB:VBD|0|ROOT||tell a|DET:DT|5|det news|NOUN:NN|5|compound \
conference|NOUN:NN|2|dobj that|SCONJ|8|mark he|PRON:PRP|8|nsubj was|AUX:VBD|2|ccomp||be ill|ADJ:JJ|8|acomp \
.|PUNCT|2|punct
"""
CO_WORKERS = """
She|PRON:PRP|2|nsubj killed|VERB:VBD|0|ROOT||kill three|NUM|4|nummod co|NOUN:NN|2|dobj ~-|NOUN:NN|2|dobj \
~workers|NOUN:NNS|2|dobj .|PUNCT|2|punct
"""
RECEIVED = """
They|PRON:PRP|2|nsubj discussed|VERB:VBD|0|ROOT||discuss the|DET:DT|5|det bomb|NOUN:NN|5|compound \
threat|NOUN:NN|2|dobj received|VERB:VBN|5|acl||receive by|ADP|6|agent a|DET:DT|9|det bank|NOUN:NN|7|pobj .|PUNCT|2|punct
"""
CAPITAL = """
The|DET:DT|2|det capital|NOUN:NN|4|poss 's|PART|2|case protests|NOUN:NNS|5|nsubj||protest grew|VERB:VBD|0|ROOT||grow \
.|PUNCT|5|punct
"""
WITHIN_HOURS = """
Renn|PROPN:NNP|2|nsubj|PERSON|Renn wept|VERB:VBD|0|ROOT||weep within|ADP|2|prep hours|NOUN:NNS|3|pobj|TIME|hour \
of|ADP|4|prep being|AUX:VBG|7|auxpass||be detained|VERB:VBN|5|pcomp||detain .|PUNCT|2|punct
"""
