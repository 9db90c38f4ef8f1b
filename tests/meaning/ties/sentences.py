"""Parses of invented sentences in the notation of tests/handmade.py, one name a sentence."""

BROTHERS = """
They|PRON:PRP|2|nsubj named|VERB:VBD|0|ROOT||name Orrin|PROPN:NNP|4|compound|PERSON|Orrin
Vale|PROPN:NNP|6|poss|PERSON|Vale 's|PART:POS|4|case brothers|NOUN:NNS|2|dobj||brother
Tarek|PROPN:NNP|8|compound|PERSON|Tarek Vale|PROPN:NNP|6|appos|PERSON|Vale and|CCONJ:CC|8|cc
Davin|PROPN:NNP|11|compound|PERSON|Davin Vale|PROPN:NNP|8|conj|PERSON|Vale .|PUNCT|2|punct
""".replace("\n", " ")
FOUNDED = """
The|DET|3|det Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|5|nsubjpass|ORG|Front was|AUX:VBD|5|auxpass||be
founded|VERB:VBN|0|ROOT||found by|ADP|5|agent Orrin|PROPN:NNP|8|compound|PERSON|Orrin
Vale|PROPN:NNP|6|pobj|PERSON|Vale in|ADP|5|prep 2004|NUM:CD|9|pobj|DATE .|PUNCT|5|punct
""".replace("\n", " ")
BELIEVED = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|4|nsubjpass|PERSON|Vale is|AUX:VBZ|4|auxpass||be
believed|VERB:VBN|0|ROOT||believe to|PART:TO|7|aux have|AUX:VB|7|aux founded|VERB:VBN|4|xcomp||found the|DET|10|det
Reed|PROPN:NNP|10|compound|ORG|Reed Front|PROPN:NNP|7|dobj|ORG|Front .|PUNCT|4|punct
""".replace("\n", " ")
FORMER = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|10|nsubj|PERSON|Vale ,|PUNCT|2|punct a|DET|8|det
former|ADJ:JJ|8|amod Marsh|PROPN:NNP|7|compound|ORG|Marsh League|PROPN:NNP|8|compound|ORG|League
member|NOUN:NN|2|appos ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|10|punct
""".replace("\n", " ")
ONE_TIME = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|12|nsubj|PERSON|Vale ,|PUNCT|2|punct a|DET|10|det
one|NUM|7|nummod ~-|PUNCT|7|punct ~time|NOUN:NN|10|compound Marsh|PROPN:NNP|9|compound|ORG|Marsh
League|PROPN:NNP|10|compound|ORG|League member|NOUN:NN|2|appos ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak
.|PUNCT|12|punct
""".replace("\n", " ")
IN_LAW = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|4|poss|PERSON|Vale 's|PART:POS|2|case
brother|NOUN:NN|10|nsubj||brother ~-|PUNCT|4|punct ~in|ADP:IN|4|prep ~-|PUNCT|4|punct ~law|NOUN:NN|6|pobj||law
Davin|PROPN:NNP|4|appos|PERSON|Davin spoke|VERB:VBD|0|ROOT||speak .|PUNCT|10|punct
""".replace("\n", " ")
TITLE = """
Ostian|ADJ:JJ|3|amod|NORP Defense|PROPN:NNP|3|compound||Defense Minister|PROPN:NNP|5|compound||Minister
Lena|PROPN:NNP|5|compound|PERSON|Lena Marsh|PROPN:NNP|11|nmod|PERSON|Marsh and|CCONJ:CC|5|cc
Reed|PROPN:NNP|8|compound|ORG|Reed Front|PROPN:NNP|5|conj|ORG|Front chief|NOUN:NN|11|compound
Orrin|PROPN:NNP|11|compound|PERSON|Orrin Vale|PROPN:NNP|12|nsubj|PERSON|Vale met|VERB:VBD|0|ROOT||meet
in|ADP|12|prep Ostia|PROPN:NNP|13|pobj|GPE|Ostia .|PUNCT|12|punct
""".replace("\n", " ")
COPULA = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh is|AUX:VBZ|0|ROOT||be not|PART:RB|3|neg
the|DET|6|det leader|NOUN:NN|3|attr of|ADP|6|prep the|DET|10|det Reed|PROPN:NNP|10|compound|ORG|Reed
Front|PROPN:NNP|7|pobj|ORG|Front .|PUNCT|3|punct
""".replace("\n", " ")
OPERATIVES = """
Three|NUM:CD|3|nummod Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|4|compound|ORG|Front
operatives|NOUN:NNS|16|nsubjpass||operative –|PUNCT|4|punct Tarek|PROPN:NNP|7|compound|PERSON|Tarek
Vale|PROPN:NNP|4|appos|PERSON|Vale ,|PUNCT|7|punct Davin|PROPN:NNP|10|compound|PERSON|Davin
Roe|PROPN:NNP|7|conj|PERSON|Roe and|CCONJ:CC|10|cc Milo|PROPN:NNP|13|compound|PERSON|Milo
Sand|PROPN:NNP|10|conj|PERSON|Sand –|PUNCT|16|punct were|AUX:VBD|16|auxpass||be arrested|VERB:VBN|0|ROOT||arrest
.|PUNCT|16|punct
""".replace("\n", " ")
MAGAZINE = """
The|DET|3|det Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|4|nsubj|ORG|Front has|VERB:VBZ|0|ROOT||have
a|DET|6|det magazine|NOUN:NN|4|dobj called|VERB:VBN|6|acl||call Dawnlight|PROPN:NNP|7|oprd|ORG|Dawnlight
.|PUNCT|4|punct
""".replace("\n", " ")
FRONTS = """
The|DET|3|det Marsh|PROPN:NNP|3|compound|ORG|Marsh Trust|PROPN:NNP|8|nsubj|ORG|Trust ,|PUNCT|3|punct a|DET|6|det
charity|NOUN:NN|3|appos ,|PUNCT|3|punct is|AUX:VBZ|0|ROOT||be a|DET|10|det front|NOUN:NN|8|attr for|ADP|10|prep
the|DET|14|det Reed|PROPN:NNP|14|compound|ORG|Reed Front|PROPN:NNP|11|pobj|ORG|Front .|PUNCT|8|punct
""".replace("\n", " ")
BASED = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh works|VERB:VBZ|0|ROOT||work
for|ADP|3|prep Dawnlight|PROPN:NNP|4|pobj|ORG|Dawnlight ,|PUNCT|5|punct a|DET|11|det
Carvia|PROPN:NNP|10|npadvmod|GPE|Carvia ~-|PUNCT|10|punct ~based|VERB:VBN|11|amod||base group|NOUN:NN|5|appos
.|PUNCT|3|punct
""".replace("\n", " ")
LINKS = """
The|DET|3|det Marsh|PROPN:NNP|3|compound|ORG|Marsh League|PROPN:NNP|4|nsubj|ORG|League has|VERB:VBZ|0|ROOT||have
links|NOUN:NNS|4|dobj||link to|ADP|5|prep the|DET|9|det Reed|PROPN:NNP|9|compound|ORG|Reed
Front|PROPN:NNP|6|pobj|ORG|Front .|PUNCT|4|punct
""".replace("\n", " ")
ALIAS = """
The|DET|3|det Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|11|nsubjpass|ORG|Front ,|PUNCT|3|punct
also|ADV|6|advmod known|VERB:VBN|3|acl||know as|ADP|6|prep Dawnlight|PROPN:NNP|7|pobj|ORG|Dawnlight ,|PUNCT|3|punct
was|AUX:VBD|11|auxpass||be banned|VERB:VBN|0|ROOT||ban .|PUNCT|11|punct
""".replace("\n", " ")
TOGETHER = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh met|VERB:VBD|0|ROOT||meet
Orrin|PROPN:NNP|5|compound|PERSON|Orrin Vale|PROPN:NNP|3|dobj|PERSON|Vale in|ADP|5|prep
Carvia|PROPN:NNP|6|pobj|GPE|Carvia .|PUNCT|3|punct
""".replace("\n", " ")
PLAN = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh wants|VERB:VBZ|0|ROOT||want
to|PART:TO|5|aux join|VERB:VB|3|xcomp the|DET|8|det Reed|PROPN:NNP|8|compound|ORG|Reed
Front|PROPN:NNP|5|dobj|ORG|Front .|PUNCT|3|punct
""".replace("\n", " ")
LATTER = """
They|PRON:PRP|2|nsubj include|VERB:VBP|0|ROOT Tarek|PROPN:NNP|4|compound|PERSON|Tarek
Vale|PROPN:NNP|2|dobj|PERSON|Vale and|CCONJ:CC|4|cc Davin|PROPN:NNP|7|compound|PERSON|Davin
Roe|PROPN:NNP|4|conj|PERSON|Roe –|PUNCT|4|punct the|DET|10|det latter|NOUN:NN|11|nsubj leads|VERB:VBZ|2|conj||lead
the|DET|14|det Reed|PROPN:NNP|14|compound|ORG|Reed Front|PROPN:NNP|11|dobj|ORG|Front .|PUNCT|11|punct
""".replace("\n", " ")
JOINED = """
She|PRON:PRP|2|nsubj said|VERB:VBD|0|ROOT||say Lena|PROPN:NNP|4|compound|PERSON|Lena
Marsh|PROPN:NNP|6|nsubj|PERSON|Marsh had|AUX:VBD|6|aux||have joined|VERB:VBN|2|ccomp||join the|DET|9|det
Reed|PROPN:NNP|9|compound|ORG|Reed Front|PROPN:NNP|6|dobj|ORG|Front .|PUNCT|2|punct
""".replace("\n", " ")
MARRIED = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh married|VERB:VBD|0|ROOT||marry
Orrin|PROPN:NNP|5|compound|PERSON|Orrin Vale|PROPN:NNP|3|dobj|PERSON|Vale .|PUNCT|3|punct
""".replace("\n", " ")
TOWN = """
Troops|NOUN:NNS|2|nsubj||troop entered|VERB:VBD|0|ROOT||enter the|DET|5|det Ostian|ADJ:JJ|5|amod|NORP
town|NOUN:NN|2|dobj of|ADP|5|prep Carvia|PROPN:NNP|6|pobj|GPE|Carvia in|ADP|2|prep Ostia|PROPN:NNP|8|pobj|GPE|Ostia
.|PUNCT|2|punct
""".replace("\n", " ")
FUNDS = """
Ostia|PROPN:NNP|2|nsubj|GPE|Ostia funds|VERB:VBZ|0|ROOT||fund the|DET|5|det Reed|PROPN:NNP|5|compound|ORG|Reed
Front|PROPN:NNP|2|dobj|ORG|Front .|PUNCT|2|punct
""".replace("\n", " ")
DOUBTED = """
Orrin|PROPN:NNP|3|poss|PERSON|Orrin 's|PART:POS|1|case brother|NOUN:NN|8|nsubjpass||brother ,|PUNCT|3|punct
Tarek|PROPN:NNP|3|appos|PERSON|Tarek ,|PUNCT|3|punct is|AUX:VBZ|8|auxpass||be believed|VERB:VBN|0|ROOT||believe
to|PART:TO|10|aux hide|VERB:VB|8|xcomp||hide .|PUNCT|8|punct
""".replace("\n", " ")
DESCRIBED = """
Lena|PROPN:NNP|2|nsubj|PERSON|Lena describes|VERB:VBZ|0|ROOT||describe the|DET|5|det
Marsh|PROPN:NNP|5|compound|ORG|Marsh
Trust|PROPN:NNP|2|dobj|ORG|Trust as|ADP|2|prep a|DET|8|det front|NOUN:NN|6|pobj for|ADP|8|prep the|DET|12|det
Reed|PROPN:NNP|12|compound|ORG|Reed Front|PROPN:NNP|9|pobj|ORG|Front .|PUNCT|2|punct
""".replace("\n", " ")
SHORT = (
    """
Crowds|NOUN:NNS|2|nsubj||crowd filled|VERB:VBD|0|ROOT||fill streets|NOUN:NNS|2|dobj||street in|ADP|2|prep
Carvia|PROPN:NNP|4|pobj|GPE|Carvia ,|PUNCT|5|punct O.T.|PROPN:NNP|5|appos|GPE|O.T.
""".replace("\n", " ")
    + "\nThey|PRON|2|nsubj left|VERB:VBD|0|ROOT||leave"
)
MUSEUM = """
Crowds|NOUN:NNS|2|nsubj||crowd filled|VERB:VBD|0|ROOT||fill the|DET|5|det Reed|PROPN:NNP|5|compound|GPE|Reed
Museum|PROPN:NNP|2|dobj|GPE|Museum in|ADP|5|prep Carvia|PROPN:NNP|6|pobj|GPE|Carvia .|PUNCT|2|punct
""".replace("\n", " ")
HELD = """
Shells|NOUN:NNS|2|nsubj||shell hit|VERB:VBD|0|ROOT||hit Ostia|PROPN:NNP|5|npadvmod|GPE|Ostia ~-|PUNCT|5|punct
~held|VERB:VBN|6|amod||hold Carvia|PROPN:NNP|2|dobj|GPE|Carvia .|PUNCT|2|punct
""".replace("\n", " ")
ELSE_HELD = HELD.replace("Ostia", "Tolmar")
GENERAL = """
Chief|PROPN:NNP|6|nsubj||Chief of|ADP|1|prep Reed|PROPN:NNP|4|compound|ORG|Reed Staff|PROPN:NNP|2|pobj|ORG|Staff
General|PROPN:NNP|7|compound||General Lena|PROPN:NNP|7|compound|PERSON|Lena Marsh|PROPN:NNP|8|nsubj|PERSON|Marsh
spoke|VERB:VBD|0|ROOT||speak .|PUNCT|8|punct
""".replace("\n", " ")
PORTFOLIO = """
Water|PROPN:NNP|2|compound|ORG|Water Affairs|PROPN:NNP|3|compound|ORG|Affairs minister|NOUN:NN|5|compound||minister
Lena|PROPN:NNP|5|compound|PERSON|Lena Marsh|PROPN:NNP|6|nsubj|PERSON|Marsh spoke|VERB:VBD|0|ROOT||speak .|PUNCT|6|punct
""".replace("\n", " ")
ARMY = """
Ostia|PROPN:NNP|4|poss|GPE|Ostia 's|PART:POS|1|case army|NOUN:NN|4|compound||army chief|NOUN:NN|6|compound||chief
Lena|PROPN:NNP|6|compound|PERSON|Lena Marsh|PROPN:NNP|7|nsubj|PERSON|Marsh spoke|VERB:VBD|0|ROOT||speak .|PUNCT|7|punct
""".replace("\n", " ")
COUNTRY = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|9|nsubj|PERSON|Marsh ,|PUNCT|2|punct the|DET|5|det
country|NOUN:NN|7|poss||country 's|PART:POS|5|case envoy|NOUN:NN|2|appos||envoy ,|PUNCT|2|punct
left|VERB:VBD|0|ROOT||leave Ostia|PROPN:NNP|9|dobj|GPE|Ostia .|PUNCT|9|punct
""".replace("\n", " ")
PLAYED = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh played|VERB:VBD|8|ccomp||play ,|PUNCT|8|punct
the|DET|7|det Reed|PROPN:NNP|7|compound|ORG|Reed Front|PROPN:NNP|8|nsubj|ORG|Front said|VERB:VBD|0|ROOT||say
.|PUNCT|8|punct
""".replace("\n", " ")
AIDE = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|11|nsubj|PERSON|Vale ,|PUNCT|2|punct husband|NOUN:NN|2|appos
of|ADP|4|prep Roe|PROPN:NNP|7|compound|PERSON|Roe aide|NOUN:NN|9|compound Lena|PROPN:NNP|9|compound|PERSON|Lena
Marsh|PROPN:NNP|5|pobj|PERSON|Marsh ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
REMIT = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|11|nsubj|PERSON|Marsh ,|PUNCT|2|punct
president|NOUN:NN|2|appos for|ADP|4|prep Ostia|PROPN:NNP|5|pobj|GPE|Ostia at|ADP|4|prep
Reed|PROPN:NNP|9|compound|ORG|Reed Bank|PROPN:NNP|7|pobj|ORG|Bank ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak
.|PUNCT|11|punct
""".replace("\n", " ")
RESEARCH = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|11|nsubj|PERSON|Marsh ,|PUNCT|2|punct head|NOUN:NN|2|appos
of|ADP|4|prep research|NOUN:NN|5|pobj at|ADP|4|prep Reed|PROPN:NNP|9|compound|ORG|Reed
Bank|PROPN:NNP|7|pobj|ORG|Bank ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
UNION = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|11|nsubj|PERSON|Marsh ,|PUNCT|2|punct head|NOUN:NN|2|appos
of|ADP|4|prep Carvia|PROPN:NNP|9|poss|GPE|Carvia 's|PART:POS|6|case fishing|NOUN:NN|9|compound union|NOUN:NN|5|pobj
,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
FINANCE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh was|AUX:VBD|0|ROOT||be the|DET|6|det
Reed|PROPN:NNP|6|compound|ORG|Reed Front|PROPN:NNP|9|poss|ORG|Front 's|PART:POS|6|case finance|NOUN:NN|9|compound
chairman|NOUN:NN|3|attr in|ADP|3|prep 2004|NUM:CD|10|pobj|DATE .|PUNCT|3|punct
""".replace("\n", " ")
PORTS = """
They|PRON:PRP|2|nsubj saw|VERB:VBD|0|ROOT||see the|DET|4|det centres|NOUN:NNS|2|dobj||centre of|ADP|4|prep
Carvia|PROPN:NNP|5|pobj|GPE|Carvia and|CCONJ:CC|6|cc Ostia|PROPN:NNP|6|conj|GPE|Ostia ,|PUNCT|4|punct
as|ADV|12|advmod well|ADV|12|advmod as|ADP|4|cc port|NOUN:NN|14|compound cities|NOUN:NNS|4|conj||city
Merrow|PROPN:NNP|14|appos|GPE|Merrow and|CCONJ:CC|15|cc Linden|PROPN:NNP|15|conj|GPE|Linden .|PUNCT|2|punct
""".replace("\n", " ")
CAPITAL = """
They|PRON:PRP|2|nsubj fled|VERB:VBD|0|ROOT||flee to|ADP|2|prep Carvia|PROPN:NNP|3|pobj|GPE|Carvia ,|PUNCT|4|punct
the|DET|7|det capital|NOUN:NN|4|appos of|ADP|7|prep Ostia|PROPN:NNP|8|pobj|GPE|Ostia and|CCONJ:CC|7|cc
birthplace|NOUN:NN|7|conj of|ADP|11|prep the|DET|15|det Reed|PROPN:NNP|15|compound|ORG|Reed
Front|PROPN:NNP|12|pobj|ORG|Front .|PUNCT|2|punct
""".replace("\n", " ")
FOUNDING = """
Reed|PROPN:NNP|2|compound|ORG|Reed Bank|PROPN:NNP|5|poss|ORG|Bank 's|PART:POS|2|case
founding|VERB:VBG|5|amod||found president|NOUN:NN|10|nsubj ,|PUNCT|5|punct Lena|PROPN:NNP|8|compound|PERSON|Lena
Marsh|PROPN:NNP|5|appos|PERSON|Marsh ,|PUNCT|5|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|10|punct
""".replace("\n", " ")
TERMS = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh taught|VERB:VBD|0|ROOT||teach
two|NUM:CD|5|nummod terms|NOUN:NNS|3|dobj||term at|ADP|3|prep Reed|PROPN:NNP|8|compound|ORG|Reed
College|PROPN:NNP|6|pobj|ORG|College .|PUNCT|3|punct
""".replace("\n", " ")
JOINED_BY = """
The|DET|3|det Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|5|nsubjpass|ORG|Front was|AUX:VBD|5|auxpass||be
joined|VERB:VBN|0|ROOT||join by|ADP|5|agent the|DET|9|det Marsh|PROPN:NNP|9|compound|ORG|Marsh
League|PROPN:NNP|6|pobj|ORG|League .|PUNCT|5|punct
""".replace("\n", " ")
CAPITALS = """
Police|NOUN:NNS|2|nsubj||Police found|VERB:VBD|0|ROOT||find an|DET|4|det ATM|PROPN:NNP|2|dobj|ORG|ATM in|ADP|4|prep
Carvia|PROPN:NNP|5|pobj|GPE|Carvia .|PUNCT|2|punct
""".replace("\n", " ")
VICTORY = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh led|VERB:VBD|0|ROOT||lead the|DET|6|det
Reed|PROPN:NNP|6|compound|ORG|Reed Front|PROPN:NNP|3|dobj|ORG|Front to|ADP|3|prep victory|NOUN:NN|7|pobj
.|PUNCT|3|punct
""".replace("\n", " ")
ABLE = """
Only|ADV|3|advmod Lena|PROPN:NNP|3|compound|PERSON|Lena Marsh|PROPN:NNP|5|nsubj|PERSON|Marsh can|AUX:MD|5|aux
lead|VERB:VB|0|ROOT Ostia|PROPN:NNP|5|dobj|GPE|Ostia .|PUNCT|5|punct
""".replace("\n", " ")
LAW_FIRM = """
The|DET|4|det Ostia|PROPN:NNP|4|compound|GPE|Ostia law|NOUN:NN|4|compound firm|NOUN:NN|6|poss 's|PART:POS|4|case
founder|NOUN:NN|11|nsubj ,|PUNCT|6|punct Lena|PROPN:NNP|9|compound|PERSON|Lena Marsh|PROPN:NNP|6|appos|PERSON|Marsh
,|PUNCT|6|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
ENVOY = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|9|nsubj|PERSON|Marsh ,|PUNCT|2|punct the|DET|5|det
ambassador|NOUN:NN|2|appos to|ADP|5|prep Ostia|PROPN:NNP|6|pobj|GPE|Ostia ,|PUNCT|2|punct
spoke|VERB:VBD|0|ROOT||speak .|PUNCT|9|punct
""".replace("\n", " ")
GOVERNOR = """
Former|ADJ:JJ|2|amod Ostia|PROPN:NNP|3|compound|GPE|Ostia Gov.|PROPN:NNP|5|compound||Gov.
Lena|PROPN:NNP|5|compound|PERSON|Lena Marsh|PROPN:NNP|6|nsubj|PERSON|Marsh spoke|VERB:VBD|0|ROOT||speak
.|PUNCT|6|punct
""".replace("\n", " ")
OF_STATE = """
President|PROPN:NNP|3|compound||President Lena|PROPN:NNP|3|compound|PERSON|Lena
Marsh|PROPN:NNP|6|nsubj|PERSON|Marsh of|ADP|3|prep Ostia|PROPN:NNP|4|pobj|GPE|Ostia spoke|VERB:VBD|0|ROOT||speak
.|PUNCT|6|punct
""".replace("\n", " ")
OF_PARTY = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|9|nsubj|PERSON|Marsh ,|PUNCT|2|punct of|ADP|2|prep
the|DET|7|det Reed|PROPN:NNP|7|compound|ORG|Reed Party|PROPN:NNP|4|pobj|ORG|Party ,|PUNCT|9|punct
spoke|VERB:VBD|0|ROOT||speak .|PUNCT|9|punct
""".replace("\n", " ")
SPOKESMAN = """
A|DET|2|det spokesman|NOUN:NN|10|nsubj for|ADP|2|prep Lena|PROPN:NNP|5|compound|PERSON|Lena
Marsh|PROPN:NNP|3|pobj|PERSON|Marsh ,|PUNCT|5|punct Orrin|PROPN:NNP|8|compound|PERSON|Orrin
Vale|PROPN:NNP|5|appos|PERSON|Vale ,|PUNCT|5|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|10|punct
""".replace("\n", " ")
SUCH = """
They|PRON:PRP|2|nsubj met|VERB:VBD|0|ROOT||meet Carvia|PROPN:NNP|5|npadvmod|GPE|Carvia ~-|PUNCT|5|punct
~based|VERB:VBN|6|amod||base companies|NOUN:NNS|2|dobj||company such|ADJ:JJ|8|amod as|ADP|6|prep
Reed|PROPN:NNP|10|compound|ORG|Reed Bank|PROPN:NNP|8|pobj|ORG|Bank and|CCONJ:CC|10|cc
Marsh|PROPN:NNP|13|compound|ORG|Marsh Foods|PROPN:NNPS|10|conj|ORG|Foods .|PUNCT|2|punct
""".replace("\n", " ")
INCLUDES = """
They|PRON:PRP|2|nsubj took|VERB:VBD|0|ROOT||take Carvia|PROPN:NNP|4|compound|GPE|Carvia
Province|PROPN:NNP|2|dobj|GPE|Province ,|PUNCT|4|punct which|PRON:WDT|7|nsubj includes|VERB:VBZ|4|relcl||include
Merrow|PROPN:NNP|7|dobj|GPE|Merrow .|PUNCT|2|punct
""".replace("\n", " ")
GAVE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|3|nsubj|PERSON|Marsh gave|VERB:VBD|0|ROOT||give
$|SYM:$|5|nmod ~5,000|NUM:CD|3|dobj to|ADP|3|prep the|DET|9|det Reed|PROPN:NNP|9|compound|ORG|Reed
Front|PROPN:NNP|6|pobj|ORG|Front .|PUNCT|3|punct
""".replace("\n", " ")
PLEDGED = """
The|DET|3|det Reed|PROPN:NNP|3|compound|ORG|Reed Front|PROPN:NNP|4|nsubj|ORG|Front pledged|VERB:VBD|0|ROOT||pledge
allegiance|NOUN:NN|4|dobj to|ADP|5|prep the|DET|9|det Marsh|PROPN:NNP|9|compound|ORG|Marsh
League|PROPN:NNP|6|pobj|ORG|League .|PUNCT|4|punct
""".replace("\n", " ")
DIRECTED = """
He|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be held|VERB:VBN|0|ROOT||hold in|ADP|3|prep
Merrow|PROPN:NNP|4|pobj|GPE|Merrow ,|PUNCT|5|punct west|NOUN:NN|8|compound Carvia|PROPN:NNP|5|appos|GPE|Carvia
,|PUNCT|3|punct on|ADP|3|prep Monday|PROPN:NNP|10|pobj|DATE|Monday .|PUNCT|3|punct
""".replace("\n", " ")
DATELINE = """
MERROW|PROPN:NNP|0|ROOT|GPE|MERROW ,|PUNCT|1|punct Ostia|PROPN:NNP|1|appos|GPE|Ostia —|PUNCT|1|punct
Crowds|NOUN:NNS|6|nsubj||crowd left|VERB:VBD|0|ROOT||leave .|PUNCT|6|punct
""".replace("\n", " ")
STATE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|11|nsubj|PERSON|Marsh ,|PUNCT|2|punct a|DET|9|det
Merrow|PROPN:NNP|7|nmod|GPE|Merrow ,|PUNCT|7|punct Ga.|PROPN:NNP|9|nmod|GPE|Ga. ,|PUNCT|7|punct
lawyer|NOUN:NN|2|appos ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
LISTED = """
They|PRON:PRP|2|nsubj went|VERB:VBD|0|ROOT||go to|ADP|2|prep Merrow|PROPN:NNP|3|pobj|GPE|Merrow ,|PUNCT|4|punct
Carvia|PROPN:NNP|4|conj|GPE|Carvia ,|PUNCT|6|punct and|CCONJ:CC|6|cc Ostia|PROPN:NNP|6|conj|GPE|Ostia
.|PUNCT|2|punct
""".replace("\n", " ")
PAPER = """
Dawnlight|PROPN:NNP|12|nsubj|ORG|Dawnlight ,|PUNCT|1|punct a|DET|4|det newspaper|NOUN:NN|1|appos with|ADP|4|prep
links|NOUN:NNS|5|pobj||link to|ADP|6|prep the|DET|10|det Reed|PROPN:NNP|10|compound|ORG|Reed
Front|PROPN:NNP|7|pobj|ORG|Front ,|PUNCT|1|punct closed|VERB:VBN|0|ROOT||close .|PUNCT|12|punct
""".replace("\n", " ")
ISLAND = """
They|PRON:PRP|2|nsubj left|VERB:VBD|0|ROOT||leave Ostia|PROPN:NNP|5|poss|GPE|Ostia 's|PART:POS|3|case
island|NOUN:NN|2|dobj of|ADP|5|prep Merrow|PROPN:NNP|6|pobj|GPE|Merrow .|PUNCT|2|punct
""".replace("\n", " ")
JOINT = """
They|PRON:PRP|2|nsubj met|VERB:VBD|0|ROOT||meet Reed|PROPN:NNP|4|compound|ORG|Reed
Bank|PROPN:NNP|5|compound|ORG|Bank investor|NOUN:NN|2|dobj and|CCONJ:CC|5|cc adviser|NOUN:NN|9|compound
Lena|PROPN:NNP|9|compound|PERSON|Lena Marsh|PROPN:NNP|5|conj|PERSON|Marsh .|PUNCT|2|punct
""".replace("\n", " ")
GROUP = """
They|PRON:PRP|2|nsubj read|VERB:VBD|0|ROOT the|DET|6|det Reed|PROPN:NNP|5|compound|ORG|Reed
Front|PROPN:NNP|6|compound|ORG|Front group|NOUN:NN|8|poss 's|PART:POS|6|case newspaper|NOUN:NN|2|dobj
,|PUNCT|8|punct Dawnlight|PROPN:NNP|8|appos|ORG|Dawnlight .|PUNCT|2|punct
""".replace("\n", " ")
ONE_OF = """
They|PRON:PRP|2|nsubj met|VERB:VBD|0|ROOT||meet one|NUM:CD|2|dobj of|ADP|3|prep the|DET|7|det
Reed|PROPN:NNP|7|compound|ORG|Reed Front|PROPN:NNP|9|poss|ORG|Front 's|PART:POS|7|case
leaders|NOUN:NNS|4|pobj||leader ,|PUNCT|3|punct Davin|PROPN:NNP|12|compound|PERSON|Davin
Roe|PROPN:NNP|3|appos|PERSON|Roe .|PUNCT|2|punct
""".replace("\n", " ")
GRANDSON = """
Orrin|PROPN:NNP|2|compound|PERSON|Orrin Vale|PROPN:NNP|15|nsubj|PERSON|Vale ,|PUNCT|2|punct the|DET|5|det
leader|NOUN:NN|2|appos and|CCONJ:CC|5|cc grandson|NOUN:NN|5|conj of|ADP|5|prep the|DET|11|det
Reed|PROPN:NNP|11|compound|ORG|Reed Front|PROPN:NNP|13|poss|ORG|Front 's|PART:POS|11|case founder|NOUN:NN|8|pobj
,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|15|punct
""".replace("\n", " ")
BACKED = """
Reed|PROPN:NNP|2|compound|ORG|Reed Bank|PROPN:NNP|4|nsubjpass|ORG|Bank was|AUX:VBD|4|auxpass||be
backed|VERB:VBN|0|ROOT||back by|ADP|4|agent Vale|PROPN:NNP|5|pobj|PERSON|Vale ,|PUNCT|6|punct
Roe|PROPN:NNP|6|conj|PERSON|Roe ,|PUNCT|8|punct Lena|PROPN:NNP|8|conj|PERSON|Lena ,|PUNCT|10|punct
Davin|PROPN:NNP|10|conj|PERSON|Davin ,|PUNCT|12|punct Tarek|PROPN:NNP|12|conj|PERSON|Tarek ,|PUNCT|14|punct
Milo|PROPN:NNP|14|conj|PERSON|Milo and|CCONJ:CC|16|cc Marsh|PROPN:NNP|16|conj|PERSON|Marsh .|PUNCT|4|punct
""".replace("\n", " ")
SURFACE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|12|nsubj|PERSON|Marsh ,|PUNCT|2|punct
grandson|NOUN:NN|2|appos of|ADP|4|prep the|DET|8|det Reed|PROPN:NNP|8|compound|ORG|Reed
Front|PROPN:NNP|10|poss|ORG|Front 's|PART:POS|8|case founder|NOUN:NN|5|pobj ,|PUNCT|2|punct
spoke|VERB:VBD|0|ROOT||speak .|PUNCT|12|punct
""".replace("\n", " ")
OFFICER = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|11|nsubj|PERSON|Marsh ,|PUNCT|2|punct chief|ADJ:JJ|6|amod
executive|ADJ:JJ|6|amod officer|NOUN:NN|2|appos of|ADP|6|prep Reed|PROPN:NNP|9|compound|ORG|Reed
Bank|PROPN:NNP|7|pobj|ORG|Bank ,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|11|punct
""".replace("\n", " ")
CASE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|14|nsubj|PERSON|Marsh ,|PUNCT|2|punct a|DET|5|det
lawyer|NOUN:NN|2|appos for|ADP|5|prep farmers|NOUN:NNS|6|pobj||farmer in|ADP|7|prep the|DET|12|det
Reed|PROPN:NNP|11|compound|ORG|Reed Bank|PROPN:NNP|12|compound|ORG|Bank case|NOUN:NN|8|pobj ,|PUNCT|2|punct
spoke|VERB:VBD|0|ROOT||speak .|PUNCT|14|punct
""".replace("\n", " ")
OFFICE = """
Lena|PROPN:NNP|2|compound|PERSON|Lena Marsh|PROPN:NNP|13|nsubj|PERSON|Marsh ,|PUNCT|2|punct
spokesman|NOUN:NN|2|appos for|ADP|4|prep the|DET|9|det Reed|PROPN:NNP|8|compound|ORG|Reed
Front|PROPN:NNP|9|compound|ORG|Front prosecutor|NOUN:NN|11|poss 's|PART:POS|9|case office|NOUN:NN|5|pobj
,|PUNCT|2|punct spoke|VERB:VBD|0|ROOT||speak .|PUNCT|13|punct
""".replace("\n", " ")
