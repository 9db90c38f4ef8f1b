"""Parses of invented sentences in the notation of tests/handmade.py, one name a text."""

ATTEMPT = """
Police|NOUN:NNS|2|nsubj||Police charged|VERB:VBD|0|ROOT||charge Orla|PROPN:NNP|4|compound||Orla \
Venn|PROPN:NNP|2|dobj||Venn with|ADP:IN|2|prep attempted|VERB:VBN|7|amod||attempt murder|NOUN:NN|5|pobj \
.|PUNCT|2|punct
"""
CONSPIRACY = """
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|4|nsubjpass||Venn was|AUX:VBD|4|auxpass||be \
convicted|VERB:VBN|0|ROOT||convict of|ADP:IN|4|prep conspiracy|NOUN:NN|5|pobj to|PART:TO|8|aux murder|VERB:VB|6|acl \
.|PUNCT|4|punct
"""
MURDER_OF = """
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|4|nsubjpass||Venn was|AUX:VBD|4|auxpass||be \
charged|VERB:VBN|0|ROOT||charge with|ADP:IN|4|prep the|DET:DT|7|det murder|NOUN:NN|5|pobj of|ADP:IN|7|prep \
a|DET:DT|10|det clerk|NOUN:NN|8|pobj .|PUNCT|4|punct
"""
NEARLY = """
The|DET:DT|2|det bullet|NOUN:NN|3|nsubj entered|VERB:VBD|0|ROOT||enter his|PRON:PRP$|5|poss back|NOUN:NN|3|dobj \
,|PUNCT|3|punct nearly|ADV:RB|8|advmod killing|VERB:VBG|3|advcl||kill him|PRON:PRP|8|dobj||he .|PUNCT|3|punct
"""
NEARLY_MANY = """
The|DET:DT|2|det storm|NOUN:NN|5|nsubj of|ADP:IN|2|prep bullets|NOUN:NNS|3|pobj||bullet killed|VERB:VBD|0|ROOT||kill \
nearly|ADV:RB|7|advmod 40|NUM:CD|8|nummod people|NOUN:NNS|5|dobj .|PUNCT|5|punct
"""
EVERY_TIME = """
Every|DET:DT|2|det time|NOUN:NN|4|npadvmod there|PRON:EX|4|expl is|VERB:VBZ|9|ccomp||be a|DET:DT|6|det \
massacre|NOUN:NN|4|attr ,|PUNCT|9|punct we|PRON:PRP|9|nsubj learn|VERB:VBP|0|ROOT that|SCONJ:IN|14|mark \
the|DET:DT|12|det killers|NOUN:NNS|14|nsubjpass||killer were|AUX:VBD|14|auxpass||be known|VERB:VBN|9|ccomp||know \
.|PUNCT|9|punct
"""
RELIEF = """
The|DET:DT|2|det order|NOUN:NN|3|nsubj brings|VERB:VBZ|0|ROOT||bring relief|NOUN:NN|3|dobj from|ADP:IN|3|prep \
deportation|NOUN:NN|5|pobj .|PUNCT|3|punct
"""
SUCH_AS = """
The|DET:DT|2|det rules|NOUN:NNS|3|nsubj||rule hold|VERB:VBP|0|ROOT in|ADP:IN|3|prep places|NOUN:NNS|4|pobj||place \
such|ADJ:JJ|7|amod as|ADP:IN|5|prep homes|NOUN:NNS|7|pobj||home and|CCONJ:CC|8|cc bombings|NOUN:NNS|8|conj||bombing \
.|PUNCT|3|punct
"""
CALLED = """
This|PRON:DT|2|nsubj is|AUX:VBZ|0|ROOT||be an|DET:DT|4|det earthquake|NOUN:NN|2|attr .|PUNCT|2|punct
"""
WAS_CALLED = """
It|PRON:PRP|2|nsubj was|AUX:VBD|0|ROOT||be an|DET:DT|4|det earthquake|NOUN:NN|2|attr .|PUNCT|2|punct
"""
JAILED_YEARS = """
Lomar|PROPN:NNP|2|compound||Lomar man|NOUN:NN|3|nsubj jailed|VERB:VBD|0|ROOT||jail for|ADP:IN|3|prep \
six|NUM:CD|6|nummod years|NOUN:NNS|4|pobj||year .|PUNCT|3|punct
"""
JAILED = """
Police|NOUN:NNS|2|nsubj||Police jailed|VERB:VBD|0|ROOT||jail the|DET:DT|4|det editor|NOUN:NN|2|dobj .|PUNCT|2|punct
"""
FATALLY = """
The|DET:DT|2|det brothers|NOUN:NNS|4|nsubj||brother fatally|ADV:RB|4|advmod shot|VERB:VBD|0|ROOT||shoot \
12|NUM:CD|6|nummod people|NOUN:NNS|4|dobj .|PUNCT|4|punct
"""
LEFT_DEAD = """
A|DET:DT|3|det Merrow|PROPN:NNP|3|compound||Merrow assault|NOUN:NN|4|nsubj left|VERB:VBD|0|ROOT||leave \
two|NUM:CD|6|nummod soldiers|NOUN:NNS|4|dobj||soldier and|CCONJ:CC|6|cc three|NUM:CD|9|nummod \
officers|NOUN:NNS|6|conj||officer dead|ADJ:JJ|4|oprd .|PUNCT|4|punct
"""
POLICE_RAID = """
The|DET:DT|4|det Belgian|ADJ:JJ|4|amod|NORP police|NOUN:NN|4|compound raid|NOUN:NN|5|nsubj \
shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|5|dobj||Lomar .|PUNCT|5|punct
"""
MISSILE_TEST = """
Ostia|PROPN:NNP|2|nsubj||Ostia tested|VERB:VBD|0|ROOT||test a|DET:DT|4|det missile|NOUN:NN|2|dobj on|ADP:IN|2|prep \
Friday|PROPN:NNP|5|pobj||Friday .|PUNCT|2|punct
"""
MISSILE_OVER = """
Ostia|PROPN:NNP|2|nsubj||Ostia fired|VERB:VBD|0|ROOT||fire a|DET:DT|4|det missile|NOUN:NN|2|dobj over|ADP:IN|2|prep \
Merrow|PROPN:NNP|5|pobj||Merrow .|PUNCT|2|punct
"""
MISSILE_AT = """
Ostia|PROPN:NNP|2|nsubj||Ostia fired|VERB:VBD|0|ROOT||fire a|DET:DT|4|det missile|NOUN:NN|2|dobj at|ADP:IN|2|prep \
the|DET:DT|7|det town|NOUN:NN|5|pobj .|PUNCT|2|punct
"""
MET_WITH = """
The|DET:DT|2|det vote|NOUN:NN|4|nsubjpass was|AUX:VBD|4|auxpass||be met|VERB:VBN|0|ROOT||meet with|ADP:IN|4|prep \
mixed|ADJ:JJ|7|amod reactions|NOUN:NNS|5|pobj||reaction .|PUNCT|4|punct
"""
AVALANCHE = """
An|DET:DT|2|det avalanche|NOUN:NN|5|nsubj of|ADP:IN|2|prep information|NOUN:NN|3|pobj buried|VERB:VBD|0|ROOT||bury \
the|DET:DT|7|det court|NOUN:NN|5|dobj .|PUNCT|5|punct
"""
STARTING = """
She|PRON:PRP|2|nsubj fired|VERB:VBD|0|ROOT||fire the|DET:DT|5|det starting|NOUN:NN|5|compound gun|NOUN:NN|2|dobj \
on|ADP:IN|2|prep her|PRON:PRP$|8|poss campaign|NOUN:NN|6|pobj .|PUNCT|2|punct
"""
BOMBARDED = """
Officials|NOUN:NNS|3|nsubjpass||official were|AUX:VBD|3|auxpass||be bombarded|VERB:VBN|0|ROOT||bombard \
by|ADP:IN|3|agent criticism|NOUN:NN|4|pobj .|PUNCT|3|punct
"""
SET_FREE = """
The|DET:DT|2|det rebels|NOUN:NNS|3|nsubj||rebel set|VERB:VBD|0|ROOT the|DET:DT|5|det \
hostages|NOUN:NNS|3|dobj||hostage free|ADJ:JJ|3|advcl .|PUNCT|3|punct
"""
SOME_OF = """
21|NUM:CD|6|nsubjpass of|ADP:IN|1|prep the|DET:DT|4|det girls|NOUN:NNS|2|pobj||girl were|AUX:VBD|6|auxpass||be \
released|VERB:VBN|0|ROOT||release .|PUNCT|6|punct
"""
PICKED_UP = """
He|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be picked|VERB:VBN|0|ROOT||pick up|ADP:RP|3|prt by|ADP:IN|3|agent \
police|NOUN:NNS|5|pobj .|PUNCT|3|punct
"""
UNDER_ARREST = """
Six|NUM:CD|2|nummod people|NOUN:NNS|4|nsubjpass were|AUX:VBD|4|auxpass||be placed|VERB:VBN|0|ROOT||place \
under|ADP:IN|4|prep arrest|NOUN:NN|5|pobj .|PUNCT|4|punct
"""
WARRANTS = """
Police|NOUN:NNS|2|nsubj||Police carried|VERB:VBD|0|ROOT||carry out|ADP:RP|2|prt search|NOUN:NN|5|compound \
warrants|NOUN:NNS|2|dobj||warrant .|PUNCT|2|punct
"""
BREACH = """
The|DET:DT|3|det data|NOUN:NN|3|compound breach|NOUN:NN|7|nsubj at|ADP:IN|3|prep Venn|PROPN:NNP|6|compound||Venn \
Corp|PROPN:NNP|4|pobj||Corp shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|7|dobj||Lomar .|PUNCT|7|punct
"""
STRUCK_AT = """
Rebels|NOUN:NNS|2|nsubj||rebel struck|VERB:VBD|0|ROOT||strike at|ADP:IN|2|prep the|DET:DT|5|det \
consulate|NOUN:NN|3|pobj .|PUNCT|2|punct
"""
US_STRIKES = """
The|DET:DT|4|det US|PROPN:NNP|4|compound||US air|NOUN:NN|4|compound strikes|NOUN:NNS|7|nsubj||strike \
in|ADP:IN|4|prep Merrow|PROPN:NNP|5|pobj||Merrow killed|VERB:VBD|0|ROOT||kill nine|NUM:CD|7|dobj .|PUNCT|7|punct
"""
BERLIN = """
The|DET:DT|3|det Berlin|PROPN:NNP|3|compound||Berlin attack|NOUN:NN|4|nsubj killed|VERB:VBD|0|ROOT||kill \
nine|NUM:CD|4|dobj .|PUNCT|4|punct
"""
ABDUCTION = """
The|DET:DT|2|det union|NOUN:NN|4|poss 's|PART:POS|2|case abduction|NOUN:NN|8|nsubj of|ADP:IN|4|prep the|DET:DT|7|det \
clerks|NOUN:NNS|5|pobj||clerk shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|8|dobj||Lomar .|PUNCT|8|punct
"""
HELICOPTER = """
The|DET:DT|2|det girls|NOUN:NNS|4|nsubjpass||girl were|AUX:VBD|4|auxpass||be deported|VERB:VBN|0|ROOT||deport \
by|ADP:IN|4|agent helicopter|NOUN:NN|5|pobj .|PUNCT|4|punct
"""
FAILURE = """
The|DET:DT|2|det government|NOUN:NN|4|poss 's|PART:POS|2|case failure|NOUN:NN|8|nsubj to|PART:TO|6|aux \
arrest|VERB:VB|4|acl Venn|PROPN:NNP|6|dobj||Venn angered|VERB:VBD|0|ROOT||anger many|ADJ:JJ|8|dobj .|PUNCT|8|punct
"""
HIS_PLAN = """
They|PRON:PRP|2|nsubj found|VERB:VBD|0|ROOT||find plans|NOUN:NNS|2|dobj||plan to|PART:TO|5|aux \
assassinate|VERB:VB|3|acl Venn|PROPN:NNP|5|dobj||Venn .|PUNCT|2|punct
"""
FORCED = """
They|PRON:PRP|2|nsubj led|VERB:VBD|0|ROOT||lead the|DET:DT|4|det minister|NOUN:NN|2|dobj to|PART:TO|6|aux \
resign|VERB:VB|2|xcomp .|PUNCT|2|punct
"""
FACES = """
Venn|PROPN:NNP|2|nsubj||Venn faces|VERB:VBZ|0|ROOT||face several|ADJ:JJ|4|amod \
investigations|NOUN:NNS|2|dobj||investigation .|PUNCT|2|punct
"""
VENNS_BREACH = """
Venn|PROPN:NNP|4|poss||Venn 's|PART:POS|1|case data|NOUN:NNS|4|compound||datum breach|NOUN:NN|5|nsubj \
shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|5|dobj||Lomar .|PUNCT|5|punct
"""
SUSPECTS = """
Police|NOUN:NNS|2|nsubj||Police arrested|VERB:VBD|0|ROOT||arrest two|NUM:CD|4|nummod \
suspects|NOUN:NNS|2|dobj||suspect in|ADP:IN|2|prep Lomar|PROPN:NNP|5|pobj||Lomar on|ADP:IN|2|prep \
Monday|PROPN:NNP|7|pobj||Monday .|PUNCT|2|punct
"""
CAUSE = """
He|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be arrested|VERB:VBN|0|ROOT||arrest for|ADP:IN|3|prep \
theft|NOUN:NN|4|pobj and|CCONJ:CC|5|cc arson|NOUN:NN|5|conj .|PUNCT|3|punct
"""
ALLOWS = """
The|DET:DT|2|det law|NOUN:NN|3|nsubj allows|VERB:VBZ|0|ROOT||allow police|NOUN:NNS|6|nsubj to|PART:TO|6|aux \
arrest|VERB:VB|3|ccomp people|NOUN:NNS|6|dobj .|PUNCT|3|punct
"""
AFRAID = """
They|PRON:PRP|2|nsubj are|AUX:VBP|0|ROOT||be afraid|ADJ:JJ|2|acomp they|PRON:PRP|7|nsubjpass will|AUX:MD|7|aux \
be|AUX:VB|7|auxpass arrested|VERB:VBN|3|ccomp||arrest .|PUNCT|2|punct
"""
SUPPOSED = """
A|DET:DT|2|det bombing|NOUN:NN|4|nsubj would|AUX:MD|4|aux shock|VERB:VB|0|ROOT them|PRON|4|dobj .|PUNCT|4|punct
"""
NOT_TRIED = """
They|PRON:PRP|4|nsubj did|AUX:VBD|4|aux not|PART|4|neg try|VERB:VB|0|ROOT to|PART:TO|6|aux \
arrest|VERB:VB|4|xcomp him|PRON|6|dobj .|PUNCT|4|punct
"""
LET = """
Errors|NOUN:NNS|2|nsubj allowed|VERB:VBD|0|ROOT||allow the|DET:DT|4|det bombing|NOUN:NN|2|dobj .|PUNCT|2|punct
"""
REPORTS = """
He|PRON|2|nsubj denied|VERB:VBD|0|ROOT||deny reports|NOUN:NNS|2|dobj||report that|SCONJ|7|mark \
they|PRON|7|nsubjpass were|AUX:VBD|7|auxpass arrested|VERB:VBN|3|acl||arrest .|PUNCT|2|punct
"""
ORDERS = """
Police|NOUN:NNS|2|nsubj||police got|VERB:VBD|0|ROOT||get orders|NOUN:NNS|2|dobj||order to|PART:TO|5|aux \
arrest|VERB:VB|3|acl him|PRON|5|dobj .|PUNCT|2|punct
"""
BEFORE_RELEASE = """
He|PRON:PRP|3|nsubj will|AUX:MD|3|aux serve|VERB:VB|0|ROOT a|DET:DT|5|det year|NOUN:NN|3|npadvmod \
before|ADP:IN|3|prep being|AUX:VBG|8|auxpass||be arrested|VERB:VBN|6|pcomp||arrest .|PUNCT|3|punct
"""
UNTIL = """
They|PRON:PRP|2|nsubj wait|VERB:VBP|0|ROOT until|SCONJ:IN|7|mark one|NUM:CD|7|nsubj of|ADP:IN|4|prep \
them|PRON:PRP|5|pobj||they dies|VERB:VBZ|2|advcl||die .|PUNCT|2|punct
"""
NO_REASON = """
There|PRON:EX|2|expl is|VERB:VBZ|0|ROOT||be no|DET:DT|4|det reason|NOUN:NN|2|attr to|PART:TO|6|aux \
prosecute|VERB:VB|4|relcl Venn|PROPN:NNP|6|dobj||Venn .|PUNCT|2|punct
"""
NOT_LED = """
The|DET:DT|2|det probe|NOUN:NN|5|nsubj had|AUX:VBD|5|aux||have not|PART:RB|5|neg led|VERB:VBN|0|ROOT||lead \
to|ADP:IN|5|prep an|DET:DT|8|det indictment|NOUN:NN|6|pobj .|PUNCT|5|punct
"""
NOT_RECOMMENDING = """
He|PRON:PRP|4|nsubj is|AUX:VBZ|4|aux||be not|PART:RB|4|neg recommending|VERB:VBG|0|ROOT||recommend \
criminal|ADJ:JJ|6|amod charges|NOUN:NNS|4|dobj||charge .|PUNCT|4|punct
"""
UNDER = """
She|PRON:PRP|3|nsubj would|AUX:MD|3|aux be|AUX:VB|0|ROOT under|ADP:IN|3|prep a|DET:DT|7|det criminal|ADJ:JJ|7|amod \
investigation|NOUN:NN|4|pobj .|PUNCT|3|punct
"""
UPCOMING = """
They|PRON:PRP|2|nsubj spoke|VERB:VBD|0|ROOT||speak of|ADP:IN|2|prep the|DET:DT|6|det anticipated|ADJ:JJ|6|amod \
summit|NOUN:NN|3|pobj .|PUNCT|2|punct
"""
AWAITING = """
They|PRON:PRP|2|nsubj await|VERB:VBP|0|ROOT the|DET:DT|4|det names|NOUN:NNS|2|dobj||name of|ADP:IN|4|prep \
the|DET:DT|8|det arrested|VERB:VBN|8|amod||arrest girls|NOUN:NNS|5|pobj||girl .|PUNCT|2|punct
"""
PLANNED = """
They|PRON:PRP|2|nsubj planned|VERB:VBD|0|ROOT||plan an|DET:DT|4|det assassination|NOUN:NN|2|dobj .|PUNCT|2|punct
"""
ORDERED = """
He|PRON:PRP|2|nsubj ordered|VERB:VBD|0|ROOT||order troops|NOUN:NNS|2|dobj||troop to|PART:TO|5|aux \
kill|VERB:VB|2|xcomp the|DET:DT|7|det hostages|NOUN:NNS|5|dobj||hostage .|PUNCT|2|punct
"""
WANT = """
They|PRON:PRP|4|nsubj do|AUX:VBP|4|aux not|PART:RB|4|neg want|VERB:VB|0|ROOT to|PART:TO|7|aux be|AUX:VB|7|auxpass \
arrested|VERB:VBN|4|xcomp||arrest .|PUNCT|4|punct
"""
ATTEMPTED = """
An|DET:DT|3|det attempted|VERB:VBN|3|amod||attempt incursion|NOUN:NN|4|nsubj shook|VERB:VBD|0|ROOT||shake \
the|DET:DT|6|det town|NOUN:NN|4|dobj .|PUNCT|4|punct
"""
MARRIED = """
Venn|PROPN:NNP|2|nsubj||Venn married|VERB:VBD|0|ROOT||marry on|ADP:IN|2|prep Monday|PROPN:NNP|3|pobj||Monday \
and|CCONJ:CC|4|cc Orla|PROPN:NNP|4|conj||Orla was|AUX:VBD|8|auxpass||be killed|VERB:VBN|2|ccomp||kill \
.|PUNCT|2|punct
"""
REMANDED = """
He|PRON:PRP|2|nsubj appeared|VERB:VBD|0|ROOT||appear on|ADP:IN|2|prep Monday|PROPN:NNP|3|pobj||Monday \
after|ADP:IN|2|prep being|AUX:VBG|7|auxpass||be arrested|VERB:VBN|5|pcomp||arrest .|PUNCT|2|punct
"""
STORMED = """
Rebels|NOUN:NNS|2|nsubj||rebel stormed|VERB:VBD|0|ROOT||storm the|DET:DT|4|det hotel|NOUN:NN|2|dobj on|ADP:IN|2|prep \
Monday|PROPN:NNP|5|pobj||Monday before|SCONJ:IN|9|mark police|NOUN:NNS|9|nsubj arrested|VERB:VBD|2|advcl||arrest \
them|PRON:PRP|9|dobj||they .|PUNCT|2|punct
"""
CONVICTED = """
He|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be convicted|VERB:VBN|0|ROOT||convict in|ADP:IN|3|prep \
2010|NUM:CD|4|pobj ,|PUNCT|3|punct and|CCONJ:CC|3|cc was|AUX:VBD|10|auxpass||be later|ADV:RB|10|advmod \
arrested|VERB:VBN|3|conj||arrest .|PUNCT|3|punct
"""
TAKEN = """
He|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be found|VERB:VBN|0|ROOT||find on|ADP:IN|3|prep \
Monday|PROPN:NNP|4|pobj||Monday and|CCONJ:CC|3|cc taken|VERB:VBN|3|conj||take into|ADP:IN|7|prep \
custody|NOUN:NN|8|pobj .|PUNCT|3|punct
"""
WARNED = """
Orla|PROPN:NNP|2|nsubj||Orla warned|VERB:VBD|0|ROOT||warn on|ADP:IN|2|prep Monday|PROPN:NNP|3|pobj||Monday \
that|SCONJ:IN|8|mark he|PRON:PRP|8|nsubjpass was|AUX:VBD|8|auxpass||be arrested|VERB:VBN|2|ccomp||arrest \
.|PUNCT|2|punct
"""
ABDUCTED_GIRLS = """
The|DET:DT|2|det girls|NOUN:NNS|7|nsubjpass||girl abducted|VERB:VBN|2|acl||abduct by|ADP:IN|3|agent \
rebels|NOUN:NNS|4|pobj||rebel were|AUX:VBD|7|auxpass||be arrested|VERB:VBN|0|ROOT||arrest on|ADP:IN|7|prep \
Monday|PROPN:NNP|8|pobj||Monday .|PUNCT|7|punct
"""
NOW = """
He|PRON:PRP|4|nsubjpass was|AUX:VBD|4|auxpass||be now|ADV:RB|4|advmod arrested|VERB:VBN|0|ROOT||arrest \
.|PUNCT|4|punct
"""
UNTIL_WHEN = """
It|PRON:PRP|2|nsubj stood|VERB:VBD|0|ROOT||stand until|ADP:IN|2|prep 2013|NUM:CD|3|pobj ,|PUNCT|4|punct \
when|SCONJ:WRB|8|advmod Merrow|PROPN:NNP|8|nsubj||Merrow banned|VERB:VBD|4|relcl||ban the|DET:DT|10|det \
group|NOUN:NN|8|dobj .|PUNCT|2|punct
"""
HIS_DEATH = """
The|DET:DT|2|det curse|NOUN:NN|3|nsubj lasted|VERB:VBD|0|ROOT||last long|ADV:RB|5|advmod after|ADP:IN|3|prep \
his|PRON:PRP$|7|poss death|NOUN:NN|5|pobj in|ADP:IN|7|prep 1970|NUM:CD|8|pobj .|PUNCT|3|punct
"""
COUNTED_GIRLS = """
Twenty|NUM:CD|3|compound ~-|PUNCT|3|punct ~one|NUM:CD|5|nummod kidnapped|ADJ:JJ|5|amod \
girls|NOUN:NNS|7|nsubjpass||girl were|AUX:VBD|7|auxpass||be freed|VERB:VBN|0|ROOT||free .|PUNCT|7|punct
"""
TWO_JOINED = """
A|DET:DT|2|det mother|NOUN:NN|7|nsubjpass and|CCONJ:CC|2|cc a|DET:DT|5|det nurse|NOUN:NN|2|conj \
were|AUX:VBD|7|auxpass||be arrested|VERB:VBN|0|ROOT||arrest .|PUNCT|7|punct
"""
KILL_WOUND = """
Rebels|NOUN:NNS|2|nsubj||rebel killed|VERB:VBD|0|ROOT||kill two|NUM:CD|4|nummod people|NOUN:NNS|2|dobj \
,|PUNCT|2|punct wounding|VERB:VBG|2|advcl||wound nine|NUM:CD|6|dobj .|PUNCT|2|punct
"""
HANDED_OVER = """
Rebels|NOUN:NNS|2|nsubj||rebel handed|VERB:VBD|0|ROOT||hand over|ADP:RP|2|prt the|DET:DT|5|det \
captives|NOUN:NNS|2|dobj||captive .|PUNCT|2|punct
"""
RIGHT = """
Ostia|PROPN:NNP|2|nsubj||Ostia reserves|VERB:VBZ|0|ROOT||reserve the|DET:DT|4|det right|NOUN:NN|2|dobj \
to|PART:TO|6|aux invade|VERB:VB|4|acl Merrow|PROPN:NNP|6|dobj||Merrow .|PUNCT|2|punct
"""
NAMED_AS = """
She|PRON:PRP|2|nsubj named|VERB:VBD|0|ROOT||name Venn|PROPN:NNP|2|dobj||Venn as|ADP:IN|2|prep \
being|AUX:VBG|4|pcomp||be behind|ADP:IN|5|prep the|DET:DT|8|det assassination|NOUN:NN|6|pobj .|PUNCT|2|punct
"""
DIED_TWICE = """
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|3|nsubj||Venn died|VERB:VBD|0|ROOT||die .|PUNCT|3|punct
Many|ADJ:JJ|2|amod wept|NOUN:NN|0|ROOT .|PUNCT|2|punct
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|3|nsubj||Venn perished|VERB:VBD|0|ROOT||perish .|PUNCT|3|punct
"""
KILLED_BY = """
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|4|nsubjpass||Venn was|AUX:VBD|4|auxpass||be \
killed|VERB:VBN|0|ROOT||kill .|PUNCT|4|punct
Rebels|NOUN:NNS|2|nsubj||rebel killed|VERB:VBD|0|ROOT||kill Orla|PROPN:NNP|4|compound||Orla \
Venn|PROPN:NNP|2|dobj||Venn .|PUNCT|2|punct
"""
THEIR_KIDNAPPING = """
Rebels|NOUN:NNS|2|nsubj||rebel kidnapped|VERB:VBD|0|ROOT||kidnap the|DET:DT|4|det girls|NOUN:NNS|2|dobj||girl \
.|PUNCT|2|punct
Their|PRON:PRP$|2|poss kidnapping|NOUN:NN|3|nsubj shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|3|dobj||Lomar \
.|PUNCT|3|punct
"""
FOUR_MASSACRES = """
The|DET:DT|2|det town|NOUN:NN|3|nsubj saw|VERB:VBD|0|ROOT||see four|NUM:CD|5|nummod \
massacres|NOUN:NNS|3|dobj||massacre in|ADP:IN|3|prep two|NUM:CD|8|nummod|DATE years|NOUN:NNS|6|pobj|DATE|year \
.|PUNCT|3|punct
The|DET:DT|2|det massacre|NOUN:NN|6|nsubj on|ADP:IN|2|prep the|DET:DT|5|det bridge|NOUN:NN|3|pobj \
shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|6|dobj||Lomar .|PUNCT|6|punct
"""
TOLD_IN_TITLE = """
Lomar|PROPN:NNP|2|compound||Lomar man|NOUN:NN|3|nsubj jailed|VERB:VBN|0|ROOT||jail over|ADP:IN|3|prep \
theft|NOUN:NN|4|pobj .|PUNCT|3|punct
Orla|PROPN:NNP|2|compound||Orla Venn|PROPN:NNP|4|nsubjpass||Venn was|AUX:VBD|4|auxpass||be \
imprisoned|VERB:VBN|0|ROOT||imprison .|PUNCT|4|punct
"""
RETOLD = """
The|DET:DT|2|det shootout|NOUN:NN|3|nsubj was|AUX:VBD|0|ROOT||be long|ADJ:JJ|3|acomp .|PUNCT|3|punct
A|DET:DT|2|det shootout|NOUN:NN|3|npadvmod shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|3|dobj||Lomar \
.|PUNCT|3|punct
"""
ATTEMPT_ON = """
Police|NOUN:NNS|2|nsubj||Police charged|VERB:VBD|0|ROOT||charge Orla|PROPN:NNP|4|compound||Orla \
Venn|PROPN:NNP|2|dobj||Venn with|ADP:IN|2|prep attempted|VERB:VBN|7|amod||attempt murder|NOUN:NN|5|pobj \
of|ADP:IN|7|prep an|DET:DT|10|det officer|NOUN:NN|8|pobj .|PUNCT|2|punct
"""
ACCUSED_OF = """
She|PRON:PRP|2|nsubj accused|VERB:VBD|0|ROOT||accuse the|DET:DT|4|det army|NOUN:NN|2|dobj of|ADP:IN|2|prep \
shooting|VERB:VBG|5|pcomp||shoot at|ADP:IN|6|prep a|DET:DT|9|det bus|NOUN:NN|7|pobj .|PUNCT|2|punct
"""
THREE_MEN = """
Three|NUM:CD|2|nummod men|NOUN:NNS|4|nsubjpass||man were|AUX:VBD|4|auxpass||be charged|VERB:VBN|0|ROOT||charge \
with|ADP:IN|4|prep theft|NOUN:NN|5|pobj .|PUNCT|4|punct
A|DET:DT|2|det man|NOUN:NN|4|nsubjpass was|AUX:VBD|4|auxpass||be charged|VERB:VBN|0|ROOT||charge with|ADP:IN|4|prep \
theft|NOUN:NN|5|pobj .|PUNCT|4|punct
"""
WHO_PLACE = """
He|PRON:PRP|2|nsubj left|VERB:VBD|0|ROOT||leave the|DET:DT|4|det hotel|NOUN:NN|2|dobj ,|PUNCT|4|punct \
who|PRON:WP|8|nsubjpass was|AUX:VBD|8|auxpass||be kidnapped|VERB:VBN|4|relcl||kidnap .|PUNCT|2|punct
"""
FROM_IT = """
The|DET:DT|2|det order|NOUN:NN|3|nsubj gives|VERB:VBZ|0|ROOT||give people|NOUN:NNS|3|dative relief|NOUN:NN|3|dobj \
from|ADP:IN|5|prep deportation|NOUN:NN|6|pobj by|ADP:IN|7|prep officers|NOUN:NNS|8|pobj||officer .|PUNCT|3|punct
"""
REASON_FOR = """
There|PRON:EX|2|expl was|VERB:VBD|0|ROOT||be no|DET:DT|4|det reason|NOUN:NN|2|attr for|ADP:IN|4|prep \
the|DET:DT|7|det bombing|NOUN:NN|5|pobj in|ADP:IN|7|prep Lomar|PROPN:NNP|8|pobj||Lomar .|PUNCT|2|punct
"""

THE_BOMBING = """
The|DET:DT|2|det bombing|NOUN:NN|3|nsubj shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN:NNP|3|dobj||Lomar .|PUNCT|3|punct
"""
THE_BOMBING_KILLED = """
The|DET:DT|2|det bombing|NOUN:NN|3|nsubj killed|VERB:VBD|0|ROOT||kill 11|NUM:CD|5|nummod \
workers|NOUN:NNS|3|dobj||worker .|PUNCT|3|punct
"""
THE_AIRSTRIKE = """
The|DET:DT|2|det airstrike|NOUN:NN|4|nsubj was|AUX:VBD|4|aux||be long|ADJ:JJ|0|ROOT .|PUNCT|4|punct
"""
PREVIOUS_BOMBING = """
The|DET:DT|3|det previous|ADJ:JJ|3|amod bombing|NOUN:NN|5|nsubj was|AUX:VBD|5|aux||be long|ADJ:JJ|0|ROOT \
.|PUNCT|5|punct
"""
HAPPENED_AT_NOON = """
The|DET:DT|2|det bombing|NOUN:NN|3|nsubj happened|VERB:VBD|0|ROOT||happen on|ADP:IN|3|prep \
Monday|PROPN:NNP|4|pobj|DATE|Monday .|PUNCT|3|punct
"""
AIRSTRIKES = """
The|DET:DT|2|det airstrikes|NOUN:NNS|3|nsubj||airstrike shocked|VERB:VBD|0|ROOT||shock \
Lomar|PROPN:NNP|3|dobj||Lomar .|PUNCT|3|punct
"""
FIRED_MISSILE = """
Lomar|PROPN:NNP|2|nsubj||Lomar fired|VERB:VBD|0|ROOT||fire a|DET:DT|4|det missile|NOUN:NN|2|dobj .|PUNCT|2|punct
"""
SECOND_MISSILE = """
Lomar|PROPN:NNP|2|nsubj||Lomar fired|VERB:VBD|0|ROOT||fire a|DET:DT|5|det second|ADJ:JJ|5|amod \
missile|NOUN:NN|2|dobj .|PUNCT|2|punct
"""
THE_MISSILE_TEST = """
The|DET:DT|3|det missile|NOUN:NN|3|compound test|NOUN:NN|4|nsubj shocked|VERB:VBD|0|ROOT||shock \
Merrow|PROPN:NNP|4|dobj||Merrow .|PUNCT|4|punct
"""
TEN_KILLED = """
Ten|NUM:CD|2|nummod people|NOUN:NNS|4|nsubjpass||people were|AUX:VBD|4|auxpass||be killed|VERB:VBN|0|ROOT||kill \
.|PUNCT|4|punct
"""
SAID_TEN_KILLED = """
Odo|PROPN:NNP|2|nsubj||Odo said|VERB:VBD|0|ROOT||say ten|NUM:CD|4|nummod people|NOUN:NNS|6|nsubjpass||people \
were|AUX:VBD|6|auxpass||be killed|VERB:VBN|2|ccomp||kill .|PUNCT|2|punct
"""
