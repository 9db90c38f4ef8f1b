"""Sentences with their parses, for the tests of disputes."""

DENIED = """
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia accused|VERB:VBD|0|ROOT||accuse Marland|PROPN:NNP|2|dobj|GPE|Marland \
of|ADP:IN|2|prep||of arming|VERB:VBG|4|pcomp||arm the|DET:DT|7|det||the rebels|NOUN:NNS|5|dobj||rebel \
.|PUNCT|2|punct||.
Marland|PROPN:NNP|2|nsubj||Marland denied|VERB:VBD|0|ROOT||deny the|DET:DT|4|det||the \
accusations|NOUN:NNS|2|dobj||accusation .|PUNCT|2|punct||.
"""
LIKE_NAMES = """
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia accused|VERB:VBD|0|ROOT||accuse Lomaria|PROPN:NNP|2|dobj|GPE|Lomaria \
of|ADP:IN|2|prep||of arming|VERB:VBG|4|pcomp||arm the|DET:DT|7|det||the rebels|NOUN:NNS|5|dobj||rebel \
.|PUNCT|2|punct||.
Lomar|PROPN:NNP|2|nsubj|GPE|Lomar accused|VERB:VBD|0|ROOT||accuse Ostia|PROPN:NNP|2|dobj|GPE|Ostia \
of|ADP:IN|2|prep||of arming|VERB:VBG|4|pcomp||arm thieves|NOUN:NNS|5|dobj||thief .|PUNCT|2|punct||.
"""
PEOPLE = """
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia accused|VERB:VBD|0|ROOT||accuse the|DET:DT|4|det||the \
Lomarians|PROPN:NNPS|2|dobj|NORP|Lomarians of|ADP:IN|2|prep||of arming|VERB:VBG|5|pcomp||arm \
the|DET:DT|8|det||the rebels|NOUN:NNS|6|dobj||rebel .|PUNCT|2|punct||.
Lomar|PROPN:NNP|2|nsubj|GPE|Lomar accused|VERB:VBD|0|ROOT||accuse Ostia|PROPN:NNP|2|dobj|GPE|Ostia \
of|ADP:IN|2|prep||of arming|VERB:VBG|4|pcomp||arm thieves|NOUN:NNS|5|dobj||thief .|PUNCT|2|punct||.
"""
FALSELY = """
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia accused|VERB:VBD|0|ROOT||accuse Marland|PROPN:NNP|2|dobj|GPE|Marland \
of|ADP:IN|2|prep||of arming|VERB:VBG|4|pcomp||arm the|DET:DT|7|det||the rebels|NOUN:NNS|5|dobj||rebel \
.|PUNCT|2|punct||.
Renko|PROPN:NNP|2|nsubj|PERSON|Renko said|VERB:VBD|0|ROOT||say Ostia|PROPN:NNP|5|nsubj|GPE|Ostia \
falsely|ADV:RB|5|advmod||falsely accused|VERB:VBD|2|ccomp||accuse Marland|PROPN:NNP|5|dobj|GPE|Marland \
of|ADP:IN|5|prep||of arming|VERB:VBG|7|pcomp||arm rebels|NOUN:NNS|8|dobj||rebel .|PUNCT|2|punct||.
"""
ENTRY = """
Police|NOUN:NNS|2|nsubj||Police said|VERB:VBD|0|ROOT||say the|DET:DT|4|det||the rebels|NOUN:NNS|5|nsubj||rebel \
entered|VERB:VBD|2|ccomp||enter Lomar|PROPN:NNP|5|dobj|GPE|Lomar .|PUNCT|2|punct||.
Guards|NOUN:NNS|2|nsubj||guard denied|VERB:VBD|0|ROOT||deny the|DET:DT|5|det||the \
rebels|NOUN:NNS|5|compound||rebel entry|NOUN:NN|2|dobj||entry .|PUNCT|2|punct||.
"""
HUB = """
Analysts|NOUN:NNS|2|nsubj||analyst said|VERB:VBD|0|ROOT||say the|DET:DT|4|det||the camp|NOUN:NN|5|nsubj||camp \
remains|VERB:VBZ|2|ccomp||remain the|DET:DT|7|det||the centre|NOUN:NN|5|attr||centre of|ADP:IN|7|prep||of \
the|DET:DT|10|det||the rebels|NOUN:NNS|8|pobj||rebel .|PUNCT|2|punct||.
Villagers|NOUN:NNS|2|nsubj||villager said|VERB:VBD|0|ROOT||say the|DET:DT|4|det||the camp|NOUN:NN|5|nsubj||camp \
is|AUX:VBZ|2|ccomp||be not|PART:RB|5|neg||not the|DET:DT|9|det||the main|ADJ:JJ|9|amod||main \
hub|NOUN:NN|5|attr||hub of|ADP:IN|9|prep||of the|DET:DT|12|det||the rebels|NOUN:NNS|10|pobj||rebel \
.|PUNCT|2|punct||.
"""
TRAINED = """
Renko|PROPN:NNP|2|nsubj|PERSON|Renko said|VERB:VBD|0|ROOT||say Vale|PROPN:NNP|4|nsubj|PERSON|Vale \
received|VERB:VBD|2|ccomp||receive training|NOUN:NN|4|dobj||training from|ADP:IN|5|prep||from \
the|DET:DT|8|det||the rebels|NOUN:NNS|6|pobj||rebel .|PUNCT|2|punct||.
Police|NOUN:NNS|2|nsubj||Police said|VERB:VBD|0|ROOT||say no|DET:DT|4|det||no \
evidence|NOUN:NN|6|nsubjpass||evidence was|AUX:VBD|6|auxpass||be found|VERB:VBN|2|ccomp||find \
that|SCONJ:IN|10|mark||that Vale|PROPN:NNP|10|nsubj|PERSON|Vale had|AUX:VBD|10|aux||have \
received|VERB:VBN|6|ccomp||receive training|NOUN:NN|10|dobj||training .|PUNCT|2|punct||.
"""
MEETS = """
Renko|PROPN:NNP|2|nsubj|PERSON|Renko said|VERB:VBD|0|ROOT||say Vale|PROPN:NNP|4|nsubj|PERSON|Vale \
met|VERB:VBD|2|ccomp||meet traders|NOUN:NNS|4|dobj||trader .|PUNCT|2|punct||.
Police|NOUN:NNS|2|nsubj||Police said|VERB:VBD|0|ROOT||say Vale|PROPN:NNP|6|nsubj|PERSON|Vale \
did|AUX:VBD|6|aux||do not|PART:RB|6|neg||not meet|VERB:VB|2|ccomp||meet ministers|NOUN:NNS|6|dobj||minister \
.|PUNCT|2|punct||.
"""
NIGHT = """
Police|NOUN:NNS|2|nsubj||Police said|VERB:VBD|0|ROOT||say 26|NUM:CD|4|nummod|CARDINAL|26 \
people|NOUN:NNS|6|nsubjpass||people were|AUX:VBD|6|auxpass||be killed|VERB:VBN|2|ccomp||kill \
in|ADP:IN|6|prep||in the|DET:DT|10|det||the Marland|PROPN:NNP|10|compound|GPE|Marland \
strikes|NOUN:NNS|7|pobj||strike .|PUNCT|2|punct||.
A|DET:DT|2|det||a doctor|NOUN:NN|3|nsubj||doctor put|VERB:VBD|0|ROOT||put the|DET:DT|6|det||the \
death|NOUN:NN|6|compound||death toll|NOUN:NN|3|dobj||toll from|ADP:IN|3|prep||from the|DET:DT|10|det||the \
Marland|PROPN:NNP|10|compound|GPE|Marland strikes|NOUN:NNS|7|pobj||strike at|ADP:IN|3|prep||at \
19|NUM:CD|11|pobj|CARDINAL|19 .|PUNCT|3|punct||.
"""
CLEFT = """
The|DET:DT|3|det||the Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|4|nsubj|ORG|Front \
claimed|VERB:VBD|0|ROOT||claim responsibility|NOUN:NN|4|dobj||responsibility for|ADP:IN|5|prep||for \
the|DET:DT|8|det||the attack|NOUN:NN|6|pobj||attack .|PUNCT|4|punct||.
Renko|PROPN:NNP|2|nsubj|PERSON|Renko said|VERB:VBD|0|ROOT||say it|PRON:PRP|4|nsubj||it was|AUX:VBD|2|ccomp||be \
a|DET:DT|7|det||a local|ADJ:JJ|7|amod||local man|NOUN:NN|4|attr||man who|PRON:WP|9|nsubj||who \
launched|VERB:VBD|7|relcl||launch the|DET:DT|11|det||the attack|NOUN:NN|9|dobj||attack .|PUNCT|2|punct||.
"""
WHILE = """
While|SCONJ:IN|3|mark||while officials|NOUN:NNS|3|nsubj||official said|VERB:VBD|12|advcl||say \
the|DET:DT|5|det||the outage|NOUN:NN|6|nsubj||outage was|AUX:VBD|3|ccomp||be due|ADJ:JJ|6|acomp||due \
to|ADP:IN|7|prep||to rain|NOUN:NN|8|pobj||rain ,|PUNCT|12|punct||, villagers|NOUN:NNS|12|nsubj||villager \
said|VERB:VBD|0|ROOT||say that|SCONJ:IN|16|mark||that the|DET:DT|15|det||the army|NOUN:NN|16|nsubj||army \
caused|VERB:VBD|12|ccomp||cause the|DET:DT|18|det||the outage|NOUN:NN|16|dobj||outage .|PUNCT|12|punct||.
"""
CURE = """
Renko|PROPN:NNP|2|nsubj|PERSON|Renko called|VERB:VBD|0|ROOT||call the|DET:DT|4|det||the \
herb|NOUN:NN|2|dobj||herb a|DET:DT|6|det||a cure|NOUN:NN|2|oprd||cure ,|PUNCT|2|punct||, \
though|SCONJ:IN|10|mark||though it|PRON:PRP|10|nsubj||it is|AUX:VBZ|2|advcl||be yet|ADV:RB|10|advmod||yet \
to|PART:TO|14|aux||to be|AUX:VB|14|auxpass||be proven|VERB:VBN|10|xcomp||prove .|PUNCT|2|punct||.
"""
CIVIL = """
Marland|PROPN:NNP|2|nsubj|GPE|Marland said|VERB:VBD|0|ROOT||say only|ADV:RB|7|advmod||only \
rebel|ADJ:JJ|5|compound||rebel camps|NOUN:NNS|7|nsubjpass||camp were|AUX:VBD|7|auxpass||be \
hit|VERB:VBN|2|ccomp||hit .|PUNCT|2|punct||.
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia said|VERB:VBD|0|ROOT||say Marland|PROPN:NNP|4|nsubj|GPE|Marland \
killed|VERB:VBD|2|ccomp||kill women|NOUN:NNS|4|dobj||woman and|CCONJ:CC|5|cc||and \
children|NOUN:NNS|5|conj||child .|PUNCT|2|punct||.
"""
LAID = """
Renko|PROPN:NNP|2|nsubj|PERSON|Renko accused|VERB:VBD|0|ROOT||accuse the|DET:DT|5|det||the \
Reed|PROPN:NNP|5|compound|ORG|Reed Banner|PROPN:NNP|2|dobj|ORG|Banner of|ADP:IN|2|prep||of \
planning|VERB:VBG|6|pcomp||plan the|DET:DT|9|det||the attack|NOUN:NN|7|dobj||attack .|PUNCT|2|punct||.
The|DET:DT|3|det||the Ninth|PROPN:NNP|3|compound|ORG|Ninth Tide|PROPN:NNP|4|nsubj|ORG|Tide \
claimed|VERB:VBD|0|ROOT||claim responsibility|NOUN:NN|4|dobj||responsibility for|ADP:IN|5|prep||for \
the|DET:DT|8|det||the fire|NOUN:NN|6|pobj||fire .|PUNCT|4|punct||.
"""
TOLL = """
The|DET:DT|2|det||the government|NOUN:NN|3|nsubj||government puts|VERB:VBZ|0|ROOT||put the|DET:DT|5|det||the \
number|NOUN:NN|3|dobj||number of|ADP:IN|5|prep||of dead|NOUN:NN|6|pobj||dead at|ADP:IN|3|prep||at \
19|NUM:CD|8|pobj|CARDINAL|19 .|PUNCT|3|punct||.
The|DET:DT|2|det||the union|NOUN:NN|3|nsubj||union said|VERB:VBD|0|ROOT||say at|ADP:IN|5|advmod|CARDINAL|at \
least|ADJ:JJS|6|advmod|CARDINAL|least 26|NUM:CD|7|nummod|CARDINAL|26 people|NOUN:NNS|8|nsubj||people \
died|VERB:VBD|3|ccomp||die .|PUNCT|3|punct||.
"""
DAYS = """
Police|NOUN:NNS|2|nsubj||Police said|VERB:VBD|0|ROOT||say Orla|PROPN:NNP|4|compound|PERSON|Orla \
Venn|PROPN:NNP|6|nsubjpass|PERSON|Venn was|AUX:VBD|6|auxpass||be killed|VERB:VBN|2|ccomp||kill \
on|ADP:IN|6|prep||on Monday|PROPN:NNP|7|pobj|DATE|Monday .|PUNCT|2|punct||.
Villagers|NOUN:NNS|2|nsubj||villager said|VERB:VBD|0|ROOT||say Orla|PROPN:NNP|4|compound|PERSON|Orla \
Venn|PROPN:NNP|6|nsubjpass|PERSON|Venn was|AUX:VBD|6|auxpass||be killed|VERB:VBN|2|ccomp||kill \
on|ADP:IN|6|prep||on Friday|PROPN:NNP|7|pobj|DATE|Friday .|PUNCT|2|punct||.
"""
PLEA = """
The|DET:DT|2|det||the charge|NOUN:NN|3|nsubj||charge accuses|VERB:VBZ|0|ROOT||accuse \
Renko|PROPN:NNP|3|dobj|PERSON|Renko of|ADP:IN|4|prep||of theft|NOUN:NN|5|pobj||theft .|PUNCT|3|punct||.
Renko|PROPN:NNP|2|nsubj|PERSON|Renko pleaded|VERB:VBD|0|ROOT||plead not|PART:RB|4|neg||not \
guilty|ADJ:JJ|2|acomp||guilty .|PUNCT|2|punct||.
"""
