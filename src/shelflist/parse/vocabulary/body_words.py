"""Words that name a body of people: "Committee", "Weavers of Leeds", "Science for Peace", "Oplysningsforbund".

What the body did, and what stands around it, is not asked here.
"""

import re

from shelflist.parse.vocabulary.cues import cue, cues_in

_BODY = cue("""
Collective Committee Commission Institute Institution Academy Council Congress Party Union Unions
Association Society League Federation Group Club Movement Ministry Department Commissariat Bureau Office
Centre Center Embassy University Faculty Board Brigade Confederation International Army Front College Organisation
Archive Archives Library Project Corporation Parliament Mission Meeting Settlement Studio
Organization Secretariat Politburo Government Delegation Campaign Conference Fellowship Alliance Team Branch
Circle Guild Fund Foundation Agency Company Comintern Editorial Editors Workshop School Students Workers
NUM AEU AUEW NUR ASLEF TGWU NUGMW GMB USDAW NUT NALGO NUPE SOGAT UCATT ETU EETPU ASTMS TASS ISTC SWMF MFGB WFTU ICFTU
TUC STUC CPGB YCL ILP SDF BSP SWP IMG CPUSA CPA CPI CPNZ CPSU KPD SED SPD PCF PCI PCE PCP POUM CNT UGT IWW CIO AFL SNCC
SDS CND WEA LRD NCLC NUWM UCPI
Casa Confederación Federación Sindicato Partido Unión Comité Confédération Fédération Syndicat Parti Fédéral
Confederazione Federazione Partito Sindacato Confederação Federação Sindicatos Syndicats Partei Zentralkomitee
Groups Caucus Solidarity Komsomol Museum Assembly Trust Veterans Network Forum Lodge Secours Asocio COMMISSARIAT
COMMITTEE
Circolo Circoli Cercle Círculo Klub Kring
Frente Fronte Movimiento Movimento Mouvement Lega Liga Ligue Gruppe Gruppo Grupo Groupe Centro Instituto
Istituto Institut Associazione Asociación Associação Aliança Alianza Alleanza Brigada Colectivo Collettivo
Collectif Unione Sociedad Società Société Gesellschaft Ateneo Comitato Comisión Comissão Commissione Consejo
Consiglio Undeb Cymdeithas Plaid Urdd Cyngor
Troupe Ensemble Choir Orchestra Conservancy Consortium Observatory Directorate Presidium
""")  # fmt: skip
_FOREIGN_ENDINGS = (
    "forbund", "förbund", "verband", "verein", "samband", "partei", "partij", "gewerkschaft", "komitee", "förening",
    "forening", "asocio", "félag", "felag", "bund", "gruppe",
)  # fmt: skip
_FOREIGN = cue("", endings=_FOREIGN_ENDINGS)
_FOREIGN_BODY = re.compile(rf"\w{{3}}(?:{'|'.join(_FOREIGN_ENDINGS)})\b")
""" "Arbejdernes Oplysningsforbund", "Alþýðusamband Íslands"."""
_PEOPLE_LISTED = """
Women Men Mothers Parents Pensioners Tenants Miners Teachers Students Pupils Homeworkers Workers Dockers Seamen
Engineers Railwaymen Railwaywomen Busmen Builders Weavers Spinners Growers Farmers Labourers Shepherds Foresters
Oddfellows Rechabites Volunteers Friends Neighbours Citizens Socialists Communists Anarchists Marxists Feminists
Christians Quakers Scientists Doctors Nurses Architects Artists Writers Musicians Journalists Lesbians
Claimants Squatters Ramblers Cyclists Campaigners Activists Unionists Co-operators Cooperators Pioneers Liberals
"""
_PEOPLE = cue(_PEOPLE_LISTED + " for against For Against")
_PEOPLE_NAMED = re.compile(
    rf"(?:{'|'.join(_PEOPLE_LISTED.split())})\s(?:for|against|of|in|and|at)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{0,3}}$"
    rf"|(?:(?!(?:A|An|The|Our|To|Some|These|Those|All|How|Why)\s)[A-ZÀ-Þ][\w’'-]+\s){{1,3}}(?:{'|'.join(_PEOPLE_LISTED.split())})$"
    r"|(?!(?:A|An|The|Case|Fight|Plan|Policy|Struggle)\s)(?:[A-ZÀ-Þ][\w’'-]+\s){1,2}(?:for|against|For|Against)\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?$"
)
""" "Women of Wapping", "Ancient Shepherds", "Science for Peace"."""


_KNOWN_LISTED = """
Mass-Observation;Lotta Continua;Potere Operaio;Potere Proletario;Avanguardia Operaia;Poder Obrero;Weather Underground;
Rote Fahne;Sinn Féin;Clann na Gael;Cumann na mBan;Fianna Éireann;Saor Éire;Plaid Cymru;Cymru Fydd;
Cymdeithas yr Iaith Gymraeg;Mebyon Kernow;Narodnaya Volya;Zemlya i Volya;Black Panthers;Young Lords;Red Brigades;
Brigate Rosse;Rote Armee Fraktion;Action Directe;Gauche Prolétarienne;Lutte Ouvrière;Voix Ouvrière;
Socialisme ou Barbarie;Mujeres Libres;Tierra y Libertad;Acción Democrática;Sendero Luminoso;
Wages for Housework;Amnesty International;Shelter Scotland;Mensheviks Abroad;Umkhonto we Sizwe;Black Sash;
Poale Zion;Hashomer Hatzair
"""
_KNOWN = frozenset(" ".join(_KNOWN_LISTED.split()).replace("; ", ";").split(";"))
"""Bodies that no word shows to be one. Source: general knowledge of movements."""
_KNOWN_CUE = cue(" ".join(name.rpartition(" ")[2].rpartition("-")[2] for name in _KNOWN))


_WRITINGS = """
Report Reports Resolution Resolutions Proceedings Speech Speeches Minutes Programme Program Constitution Rules
Memorandum Letter Letters Statement Statements Manifesto Appeal Address Addresses Documents Theses Decisions Materials
Notes Lecture Lectures Essays Message Messages Declaration Submission Evidence Records Statutes
"""
_TELLINGS = "History Histories Story Study Survey Account Chronicle"
_WRITING = re.compile(
    rf"(?:(?:The|A|An|Some)\s)?(?:[A-ZÀ-Þ][\w’'-]+\s){{0,2}}(?:(?:{'|'.join(_WRITINGS.split())})\s"
    r"(?:and\s[A-Z]\w+\s)?(?:of|on|to|for|from|by|in|at|adopted|submitted)"
    rf"|(?:{'|'.join(_TELLINGS.split())})\sof)\s"
)
""" "Report of the Wembley Congress", "The Jubilee History of the Weavers’ Guild": what a body wrote, or of it."""
_WRITING_CUE = cue(f"{_WRITINGS} {_TELLINGS}")


_OFFICES = ("Office", "Offices")
_NEWSPAPER_OFFICE = re.compile(
    r"\b(?:News|Herald|Journal|Times|Gazette|Observer|Advertiser|Chronicle|Reporter|Guardian|Mercury|Express|Echo|Post|Star|"
    r"Record|Argus|Courier|Standard|Examiner|Telegraph|Mail|Leader|Pioneer|Tribune|Independent|Sentinel|Printing)\sOffices?$"
)


_MAY_NAME = _BODY | _PEOPLE | _FOREIGN | _KNOWN_CUE
_OPENS_TITLE = ("To ", "From ", "Towards ", "Into ")
""" "To the First International": where to no body's name leads."""


def is_body_by_letters(words: str) -> bool:
    """ "TUC": listed, and nothing else."""
    letters = words.replace(".", "") if words[1:2] == "." else words
    return letters.isupper() and letters.isalpha() and bool(cues_in(letters) & _BODY)


def is_known_body(words: str) -> bool:
    """ "Mass-Observation": by its whole name."""
    return bool(cues_in(words) & _KNOWN_CUE) and words in _KNOWN


def is_body(words: str) -> bool:
    """The words hold one that names a body of people, and are long enough to be its name."""
    cues = cues_in(words)
    if not cues & _MAY_NAME or " " not in words or words.startswith(_OPENS_TITLE):
        return False
    if cues & _BODY or (cues & _PEOPLE and _is_people(words)):
        return not (is_writing(words) or is_newspaper_office(words))
    if cues & _KNOWN_CUE and words in _KNOWN:
        return True
    return bool(cues & _FOREIGN) and _FOREIGN_BODY.search(words) is not None


def is_writing(words: str) -> bool:
    """ "Report of the Wembley Congress": a writing, and no body."""
    return bool(cues_in(words) & _WRITING_CUE) and _WRITING.match(words) is not None


def is_newspaper_office(words: str) -> bool:
    """ "Loomby Herald Office": where a newspaper was printed, and pamphlets with it."""
    return words.endswith(_OFFICES) and _NEWSPAPER_OFFICE.search(words) is not None


def _is_people(words: str) -> bool:
    """ "Homeworkers of Harehills", "Uplands Organic Growers": people in the plural, and capitals throughout."""
    return words[:1].isupper() and _PEOPLE_NAMED.match(words) is not None
