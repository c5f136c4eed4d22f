"""English words that a capital letter does not make a name: function words, news words that open sentences, titles, months."""

from __future__ import annotations

MONTHS_AND_DAYS = frozenset(
    """january february march april june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    am pm gmt est et pt bst kst utc edt pst ad bc""".split()
)

PERSON_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier chancellor minister secretary
    senator sen rep representative congressman congresswoman governor gov mayor chairman chairwoman chair chief ceo cfo coo cto
    director general gen colonel col captain capt lieutenant lt sergeant sgt major judge justice attorney rev reverend father
    king queen prince princess duke duchess ambassador analyst spokesman spokeswoman coach manager deputy prime vice acting
    former ex pope bishop archbishop sheriff officer detective doctor counsel commissioner economist strategist founder
    co-founder editor reporter correspondent author mp mep md phd jr sr""".split()
)

SPEECH_VERBS = frozenset(
    """said says say told tells tell added adds wrote writes warned warns announced announces reported reports claimed claims
    argued argues noted notes explained explains insisted insists denied denies confirmed confirms declined declines told
    believes believed thinks thought expects expected plans planned wants wanted is was has had will would who whose whom
    agreed agrees acknowledged suggested suggests predicted predicts estimated estimates described describes called calls
    released releases launched launches unveiled unveils posted posts won wins lost beat beats joined joins became""".split()
)

# Verbs that open a request: Compare the two, List the mayors.
REQUESTS = frozenset(
    """summarise summarize explain list describe compare outline identify define discuss mention recap translate clarify""".split()
)

COMMON = REQUESTS | frozenset(
    """a an the this that these those it its he she they we you i his her their our your my him them us me who whom whose
    which what when where why how if whether while although though because since unless until before after as at by for from in
    into of off on onto out over through to toward towards under up upon with within without about above across against along
    amid among around behind below beneath beside besides between beyond despite during except inside like near outside past per
    regarding than throughout till versus via worth and or but nor so yet not no yes all any both each every either neither few
    many more most much several some such other others another one two three four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty hundred thousand million billion dozens hundreds thousands millions billions first second third
    last next then now here there today tomorrow yesterday tonight again also always already almost even ever just never often
    once only perhaps quite rather really recently soon still sometimes thus too usually very well however meanwhile moreover
    nevertheless nonetheless otherwise therefore indeed instead later earlier finally eventually additionally furthermore
    similarly likewise overall elsewhere afterwards meantime further anyway maybe please thanks thank sorry ok okay oh ah hey
    hello dear am is are was were be been being do does did done has have had having can could may might must shall should will
    would let lets let's get gets got go goes going gone went come came make made take took give gave given see saw seen say
    says said tell told ask asked keep kept put set show shown use used using try tried turn turned look looks looking
    find found think know knows known want wants need needs work works worked call called read watch click join follow share
    sign subscribe according based due thanks compared following including concerning given provided people person man men
    woman women child children boy girl family families friend friends father mother son daughter brother sister husband wife
    parents student students teacher teachers school schools police official officials officer officers authorities
    government governments lawmaker lawmakers politician politicians voter voters protester protesters activist activists
    critic critics supporter supporters opponent opponents expert experts analyst analysts economist economists investor
    investors trader traders shareholder shareholders consumer consumers customer customers user users worker workers employee
    employees employer executives executive company companies firm firms business businesses industry industries bank banks
    market markets stock stocks share shares bond bonds price prices cost costs sale sales profit profits revenue revenues
    earnings growth inflation interest rate rates tax taxes trade tariffs tariff export exports import imports demand supply
    oil gas energy power money cash dollar dollars euro euros pound pounds yen won world country countries nation nations
    state states city cities town area region district local national international global foreign domestic federal public
    private political economic financial social military nuclear former current new old young big small large little long short
    high low good bad best better worst worse great early late full free open real true main major minor key top
    left right black white red blue green yellow total average net gross annual quarterly monthly weekly daily strong weak
    rising falling higher lower larger smaller greater less least enough own same different similar various whole half quarter
    part parts side way ways thing things something nothing everything anything someone everyone anyone nobody everybody day
    days week weeks month months year years time times hour hours minute minutes morning evening night weekend season spring
    summer autumn fall winter century decade moment period history future past present end start beginning middle number numbers
    figure figures amount level levels percent percentage point points result results report reports study studies research
    researchers scientists scientist survey surveys poll polls data information news story stories article articles media
    statement statements comment comments question questions answer answers issue issues problem problems matter case cases
    fact facts reason reasons example examples idea ideas plan plans policy policies law laws rule rules bill court courts judge
    judges jury lawyer lawyers attorney prosecutors trial crime victim victims suspect suspects attack attacks war peace
    election elections vote votes campaign party parties leader leaders member members group groups team teams player players
    game games match matches goal goals coach coaches fans fan club league season champion home house building road street car
    cars bus train plane planes flight flights ship ships water air fire food health hospital hospitals doctor doctors patient
    patients nurse nurses drug drugs medicine disease virus vaccine vaccines pandemic technology tech science internet web
    online computer computers phone phones software hardware chip chips device devices product products service services
    system systems model models app apps website network networks rain rainfall snow storm storms weather temperatures climate
    heat flood floods earthquake hurricane forecasters residents locals neighbors neighbours tourists visitors passengers
    drivers students witnesses sources insiders observers skeptics sceptics commentators historians campaigners negotiators
    ministers diplomats soldiers troops forces rebels militants migrants refugees asylum border borders talks negotiations
    deal deals agreement agreements sanctions aid budget debt deficit fund funds investment investments loan loans mortgage
    housing property land jobs job unemployment wages wage pay salary pension strike union unions music film films movie movies
    book books art artist artists actor actors singer band song songs show shows series television radio newspaper newspapers
    photo photos picture pictures image images video videos editor editors writer writers author authors reader readers
    love life death body mind heart hand hands head face eye eyes voice word words name names title titles letter letters
    somebody anybody disorder scuffles violence chaos confusion panic anger fear hope pride faith trust justice truth
    clashes fighting shooting shootings bombing explosion blast crash accident incident injuries damage almanac advocate
    counting bars restaurants shops stores hotels airlines airports farmers fishermen miners unionists bankers
    nobody none whatever whoever whenever wherever whichever ahead apart aside away back down forward together inside
    chief chairman president minister secretary senator director spokesman spokeswoman officials' don't doesn't didn't can't
    won't isn't aren't wasn't weren't it's that's there's he's she's we're they're you're what's who's here's let's i'm i've""".split()
)
