"""Counties, states and countries as they are put after a place: "Cambridge, Mass.", "Havana, Cuba".

Facts only; whether the words before one are a place is judged in `imprint`.
"""

_LISTED = """
Mass|MA|Conn|CT|Calif|CA|Cal|N.J|NJ|N.Y|NY|Ill|IL|Pa|PA|Md|MD|Va|VA|Mich|MI|Minn|MN|Wis|WI|Ohio|OH|Ind|IN|Kan|KS|Mo|
MO|N.C|NC|Alta|Man|Sask|BC|NS|N.S|NB|N.B|Nfld|P.E.I|Tas|Ga|GA|Fla|FL|Tex|TX|Wash|WA|Ore|OR|Colo|CO|R.I|RI|N.H|NH|Vt|
VT|Me|ME|D.C|DC|Del|Neb|Ont|Ontario|Que|B.C|Lancs|Yorks|Notts|Middx|Mddx|Herts|Bucks|Cambs|Berks|Hants|Wilts|Leics|
Lincs|Northants|Staffs|Worcs|Glos|Salop|Beds|NSW|N.S.W|Vic|Qld|N.Z|NZ|U.S.A|USA|U.S|US|GB|G.B|Eng|U.K|UK|England|Scotland|Wales|
Ireland|Canada|Australia|India|New Zealand|Massachusetts|Connecticut|New Jersey|California|Illinois|Pennsylvania|
Michigan|Minnesota|Wisconsin|Maryland|Virginia|Alabama|Alaska|Arizona|Arkansas|Colorado|Delaware|Florida|Georgia|
Idaho|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|
New Mexico|North Carolina|North Dakota|Oklahoma|Oregon|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|
Utah|Vermont|West Virginia|Wyoming|AL|AK|AZ|AR|HI|ID|IA|KY|LA|MT|NE|NV|NM|ND|OK|SC|SD|TN|UT|WV|WY|W.Va|Wyo|Okla|
Tenn|Ariz|Ala|Ark|Ky|Miss|Mont|Nev|Alberta|Manitoba|Saskatchewan|Quebec|Québec|British Columbia|Nova Scotia|
New Brunswick|Newfoundland|Tasmania|Queensland|Victoria|New South Wales|South Australia|Western Australia|SA|W.A|
S.A|TAS|QLD|VIC|ACT|N.T|Jamaica|Ja|D.F|Orkney|Shetland|Fife|Lanarkshire|Ayrshire|Renfrewshire|Perthshire|Angus|Glam|
Glamorgan|Mon|Monmouthshire|Gwent|Gwynedd|Powys|Dyfed|Clwyd|Flintshire|Albania|Algeria|Angola|Argentina|Austria|
Bangladesh|Belgium|Bolivia|Brazil|Bulgaria|Burma|Chile|China|Colombia|Costa Rica|Cuba|Cyprus|Czechoslovakia|Denmark|
Ecuador|Egypt|El Salvador|Eire|Ethiopia|Finland|France|Germany|GDR|DDR|Ghana|Greece|Grenada|Guatemala|Guyana|
Hungary|Iceland|Indonesia|Iran|Iraq|Italy|Japan|Kenya|Korea|North Korea|DPRK|Laos|Lebanon|Libya|Malaysia|Malta|
Mexico|Mongolia|Mozambique|Namibia|Nepal|Netherlands|Nicaragua|Nigeria|Norway|Pakistan|Palestine|Panama|Peru|
Philippines|Poland|PRC|Portugal|Puerto Rico|Romania|Rumania|Russia|South Africa|Spain|Sri Lanka|Sudan|Sweden|
Switzerland|Syria|Tanzania|Trinidad|Turkey|Uganda|Ukraine|Uruguay|USSR|U.S.S.R|Venezuela|Vietnam|Viet Nam|Yemen|
Yugoslavia|Zambia|Zimbabwe|Northern Ireland|Co. Antrim|Co. Down|Co. Durham|Co. Cork|Co. Kerry|Co. Dublin|
Northumberland|Cumberland|Westmorland|Cumbria|Rutland|Berkshire|Hampshire|Hertfordshire|Bedfordshire|
Buckinghamshire|Oxfordshire|Oxon|Gloucestershire|Wiltshire|Warwickshire|Warwicks|Worcestershire|Herefordshire|
Shropshire|Staffordshire|Leicestershire|Lincolnshire|Nottinghamshire|Northamptonshire|Cambridgeshire|
Huntingdonshire|Middlesex|Isle of Wight|Isle of Man|Sussex|Surrey|Kent|Essex|Norfolk|Suffolk|Dorset|Devon|Somerset|
Cornwall|Cheshire|Derbyshire|Lancashire|Yorkshire|South Wales|North Wales|Mid Wales|West Wales|West Yorkshire|
South Yorkshire|North Yorkshire|East Yorkshire|Merseyside|Tyneside|Clydeside|Teesside|Humberside|Wearside|
N. Y|N. J|N. H|N. C|S. C|N. D|S. D|N. M|R. I|D. C|B. C|P. E. I|N. S. W|N. Z|U. S. A|U. K|
Greater Manchester|Tyne and Wear|West Midlands|East Anglia
"""
REGIONS = frozenset(_LISTED.replace("\n", "").split("|"))
"""Without the stop that closes an abbreviation."""
_GREAT_LISTED = """
London|New York|Moscow|Leningrad|Paris|Berlin|Peking|Beijing|Chicago|Boston|Edinburgh|Glasgow|Dublin|Vienna|
Wien|Rome|Roma|Milan|Milano|Madrid|Barcelona|Prague|Praha|Warsaw|Budapest|Bucharest|Sofia|Belgrade|Zürich|
Zurich|Hamburg|Leipzig|Stockholm|Copenhagen|Oslo|Helsinki|Amsterdam|Brussels|Toronto|Montreal|Montréal|Sydney|
Melbourne|Delhi|New Delhi|Bombay|Calcutta|Tokyo|Hanoi|Havana|San Francisco|Los Angeles|Philadelphia|Manchester|
Birmingham|Leeds|Liverpool|Oxford|Cambridge|Petrograd|Baltimore|Bloomington|Berkeley|Princeton|New Haven|Ithaca|
Frankfurt|München|Munich|Mexico|México|Buenos Aires|Harmondsworth
"""
GREAT = frozenset(_GREAT_LISTED.replace("\n", "").split("|"))
"""Places of so many houses that two may be named together; of others hardly any house bears the name."""
BRANCHES = (
    "Ireland", "India", "Australia", "Canada", "Africa", "Pakistan", "Nigeria", "Kenya", "Ghana", "Malaysia",
    "Zimbabwe", "Tanzania", "Uganda", "Caribbean", "Singapore", "USA", "UK",
)  # fmt: skip
"""Countries where houses of elsewhere have one that bears their name: "Penguin India"."""
COUNTRIES = frozenset(["USA", "U.S.A.", "USSR", "U.S.S.R.", "UK", "GB"])
"""Those put after the name of a body that other countries have, too."""
