package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of postal addresses, in the normal spelling. */
final class StreetWords {
  /** Behind the street's name: "Market Street". */
  private static final Set<String> SUFFIXES =
      words(
          "alley ally aly av ave aven avenue bagh bazaar bend blf bluff blvd bnd boul boulevard"
              + " brae broadway brow byp bypass causeway cct chase chowk cir circ circle circuit close"
              + " colony common concourse copse corso court cove creek cres crescent crk croft cross"
              + " crossing crst cswy ct cv dale dell dr drive drove drv enclave end esplanade est"
              + " estates expressway expy fairway farm fields fold freeway fwy gap"
              + " garden gardens garth gate gdns ginnel glade glen gln gr green grn grove grv halli"
              + " heights hey highway hill hills hls hollow holw hts hurst hwy island isle knl knoll"
              + " landing lane layout lea lines link links ln lndg loop mahal manor marg market mdw"
              + " mdws mead meadow meadows mews mill mills mnr moor mount nagar nook orch orchard"
              + " outlook oval overlook paddock parade park parkway pass passage path pde peth pike"
              + " pines pkwy pky pl place plaza plz point prom promenade pt puram quay ramp ranch rd"
              + " rdg reach retreat ridge rise road row run salai shore shores side skyway smt springs"
              + " spur sq square st sta station steps stile str strand street summit tarn ter terr"
              + " terrace top tpke tr trace trail trce trl turnpike vale valley viaduct view vihar"
              + " village villas vis vista vlg vly vw vws walk way wharf wlk wood woods wy wynd xing"
              + " yard");

  /** Of those, the ones that are everyday words in lower case. */
  private static final Set<String> EVERYDAY_SUFFIXES =
      words(
          "alley av ave aven bazaar bend bluff broadway brow bypass causeway chase cir circ"
              + " circle circuit close colony common concourse corso court cove creek crescent cross"
              + " crossing ct dale dell dr drive drove drv enclave end esplanade est estates"
              + " expressway farm fields fold freeway gap garden gardens gate glade glen"
              + " gr green grove heights hey highway hill hills hollow island isle landing lane layout"
              + " lea lines link links loop manor market mead meadow meadows mews mill mills moor"
              + " mount nook orchard outlook oval overlook paddock parade park pass passage path pike"
              + " pines pl place plaza plz point prom promenade pt quay ramp ranch reach retreat ridge"
              + " rise road row run shore shores side skyway springs spur sq square st sta station"
              + " steps stile str strand street summit ter terr terrace top tr trace trail turnpike"
              + " vale valley view village villas vis vista walk way wharf wood woods wy yard");

  /** Of those, the ones that end other names too: "30 Day Pass". */
  private static final Set<String> WEAK_SUFFIXES =
      words(
          "chase circle circuit common cove cross end est farm fields fold gap"
              + " gate green hey island isle landing layout lines link links loop market mill mills"
              + " mount outlook oval overlook park pass passage path plaza point prom pt ramp ranch"
              + " reach retreat run shore shores side springs spur square sta station steps str strand"
              + " summit top tr trace valley view village vis wood woods yard");

  /** Short for one, and hardly anything else behind a number and a word. */
  private static final Set<String> ABBREVIATED_SUFFIXES =
      words(
          "av ave avenue blvd boulevard cir court cres ct dr drive gdns grv hts hwy lane ln"
              + " mdws pkwy pl rd road sq st street ter trl");

  /** What a street is called by in one word: "Queensway", "Eastgate". */
  private static final List<String> BRITISH_ENDINGS =
      List.of(
          "way", "gate", "side", "market", "row", "hill", "bank", "croft", "field", "wharf",
          "fields");

  /** In front of the name, the number before: "57 place Stanislas". */
  private static final Set<String> FRENCH =
      words(
          "all allee allees av ave avenue bd bld boucle boulevard bvd carrefour chaussee che"
              + " chemin cite clos corniche cote coteau cours domaine drailhe esplanade faubourg fbg"
              + " hameau imp impasse levee lieu lot lotissement mas montee parvis passage pl place"
              + " placette placis promenade quai rampe res residence rocade rond rotonde route rte rue"
              + " ruelle ruellette sente sentier square terrasse tertre traboule traverse venelle"
              + " villa voie zac");

  /** Polish writes these in lower case, and hardly anybody else writes them. */
  private static final Set<String> POLISH =
      words(
          "al aleja aleje bulwar droga os osiedle pl plac rondo rynek skwer szosa ul ulica wyb"
              + " wybrzeze wyspa");

  /** In front of the name, the number behind: "Calle Mayor 12"; Polish ones among them. */
  private static final Set<String> ROMANCE =
      union(
          POLISH,
          words(
              "alameda aldea aleea andador autopista av avd avda avenida avinguda azinhaga"
                  + " bairro bajada barranco barriada barrio bd beco blvd borgata borgo bulevar"
                  + " bulevardul c calcada calea calle callejon callejuela calz calzada cam cami"
                  + " caminho camino carrer carrera carretera caserio cerrada circonvallazione"
                  + " circuito cl colonia contrada corso cortijo costanilla cra crta cso ctra cuesta"
                  + " diagonal drumul estr estrada extramuros fondamenta frazione galleria glorieta"
                  + " gta intrarea jardim jiron jr kra ladeira largo leoforos loc localita lungadige"
                  + " lungarno lungolago lungomare lungotevere marginal masia namesti odos paraje"
                  + " partida pasadizo pasaje paseo passatge passeggiata passeig patio pca piata"
                  + " piazza piazzale piazzetta placa placeta plaza ple plza poblado poligono praca"
                  + " privada prolongacion psje pso pza pzza quadra r rambla rda retorno rincon rione"
                  + " riva rod rodovia ronda rotonda rotunda rua salita salizada scalinata senda"
                  + " sentiero sos soseaua splaiul str strada stradella stradone subida torrente"
                  + " transversal traversa travesia travessa trva tv urb urbanizacao urbanizacion"
                  + " vereda via viaduto viale vialetto vico vicolo viela vila vle"));

  /** The end of a street's name that is one word, the number behind: "Hauptstrasse 5". */
  private static final List<String> ENDINGS =
      List.of(
          "strasse",
          "strase",
          "str",
          "platz",
          "allee",
          "gasse",
          "weg",
          "ring",
          "damm",
          "ufer",
          "steig",
          "chaussee",
          "straat",
          "laan",
          "plein",
          "gracht",
          "kade",
          "singel",
          "dreef",
          "gatan",
          "gata",
          "vagen",
          "granden",
          "stigen",
          "torget",
          "veien",
          "vegen",
          "gate",
          "vei",
          "vej",
          "vejen",
          "gade",
          "alle",
          "stien",
          "katu",
          "tie",
          "kuja",
          "polku",
          "raitti",
          "utca",
          "ulice",
          "namesti",
          "gotu",
          "stigur",
          "stieg",
          "twiete",
          "pfad",
          "gaten",
          "plads",
          "torvet",
          "platsen",
          "gaarde",
          "rakpart",
          "caddesi",
          "sokagi");

  /** Behind the name in lower case, the number behind: Hungarian, Czech, Turkish, Croatian. */
  private static final Set<String> EASTERN =
      words(
          "blv bulvari cad cadde caddesi cesta fasor gata gatve iela korut koz lakotelep mah"
              + " mahallesi nabrezi namesti prospekt puiestee rakpart setany sok sokagi sokak sor"
              + " tanav ter tere tie trg trida u ulica ulice ut utca utja vag");

  private static final Set<String> UNITS =
      words(
          "apt apartment unit suite ste floor fl flat room rm bldg building app appt wohnung piso"
              + " puerta scala interno etage stock box bus bis ter plot door apto esq izq dcha dto hs sector"
              + " block no m lok zimmer appartamento hoog planta atico");

  private static final Set<String> STATES =
      words(
          "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj"
              + " nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc on qc bc ab nsw vic"
              + " qld tas nt act sa");

  private static final Set<String> EVERYDAY_STATES = words("in or me hi ok oh la pa ma id de al");

  private static final Set<String> TOWN_PREFIXES =
      words(
          "new san santa saint st los las fort port le la les el den bad mount north south east west");

  /** What joins the words of a town's name: "Frankfurt am Main", "Aix-en-Provence". */
  private static final Set<String> TOWN_JOINTS =
      words("am an der den en sur sous la le les de do da dos das del upon on in a di im");

  /** Before the name of a street: "An der Alster", "Am Markt". */
  private static final Set<String> GERMAN_PREPOSITIONS =
      words("am an im in auf unter zum zur hinter");

  private static final Set<String> GERMAN_ARTICLES = words("der den dem die das");

  /** "State Route 89", "Highway 12": the number is a part of the name. */
  private static final Set<String> NUMBERED = words("route rte road rd highway hwy us sr cr fm");

  /** What numbers count, so that "24 hour drive" is no house. */
  private static final Set<String> COUNTED =
      words(
          "hour hours hr hrs minute minutes min mins second seconds sec secs day days week weeks wk wks"
              + " month months mo mos year years yr yrs time times am pm gb gig gigs mb mbps gbps kbps tb"
              + " mhz ghz ms k g p way ways star stars mile miles ft feet inch inches meter meters metre sq"
              + " dollar dollars bucks usd euro euros eur pound pounds cent cents percent pct people person"
              + " calls call lines line devices device phones tvs boxes channels bars lights more other"
              + " new old different good bad of th st nd rd x or and");

  private StreetWords() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a street's name ends with the word; in lower case everyday words do not. */
  static boolean isSuffix(Word word, boolean cue) {
    return SUFFIXES.contains(word.normal())
        && (cue || word.capitalised() || !EVERYDAY_SUFFIXES.contains(word.normal()));
  }

  /**
   * Street and road are everyday words too, but with a number and a name before them they suffice.
   */
  static boolean isPlainSuffix(Word word) {
    return switch (word.normal()) {
      case "street", "avenue", "ave", "road", "rd", "blvd", "boulevard", "lane", "ln" -> true;
      default -> false;
    };
  }

  static boolean isFrench(Word word) {
    return FRENCH.contains(word.normal());
  }

  static boolean isRomance(Word word) {
    return ROMANCE.contains(word.normal());
  }

  /** Whether the word means a street in lower case too, as Polish writes it. */
  static boolean isPolish(Word word) {
    return POLISH.contains(word.normal());
  }

  /** Whether it means a street behind the street's name, in lower case. */
  static boolean isEastern(Word word) {
    return EASTERN.contains(word.normal());
  }

  /** Whether a street's suffix, in capitals too, ends other names as well. */
  static boolean isWeakSuffix(Word word) {
    return WEAK_SUFFIXES.contains(word.normal());
  }

  static boolean isCounted(Word word) {
    return COUNTED.contains(word.normal());
  }

  static boolean isAbbreviatedSuffix(Word word) {
    return ABBREVIATED_SUFFIXES.contains(word.normal());
  }

  /** "Queensway": by its end a street, in a British town. */
  static boolean isBritishStreet(Word word) {
    String normal = word.normal();
    return BRITISH_ENDINGS.stream()
        .anyMatch(ending -> normal.length() > ending.length() + 2 && normal.endsWith(ending));
  }

  /** Whether the word is a street's name by its end. */
  static boolean isStreetName(Word word) {
    return word.capitalised() && isEndedAsStreet(word) && !word.is(WordList.COMMON_WORDS);
  }

  /** Whether the word ends as streets do: "hauptstrasse", "heimweg". */
  static boolean isEndedAsStreet(Word word) {
    return ENDINGS.stream().anyMatch(ending -> word.normal().endsWith(ending));
  }

  /** Whether the word is no more than "Street", so that its name stands before it. */
  static boolean isBareStreet(Word word) {
    return ENDINGS.contains(word.normal());
  }

  /** "12 bis rue ..." */
  static boolean isRepeat(Word word) {
    return word.normal().equals("bis") || word.normal().equals("ter");
  }

  static boolean isTownJoint(Word word) {
    return TOWN_JOINTS.contains(word.normal());
  }

  static boolean isGermanPreposition(Word word) {
    return GERMAN_PREPOSITIONS.contains(word.normal());
  }

  static boolean isGermanArticle(Word word) {
    return GERMAN_ARTICLES.contains(word.normal());
  }

  static boolean isNumbered(Word word) {
    return NUMBERED.contains(word.normal());
  }

  static boolean isTownPrefix(Word word) {
    return TOWN_PREFIXES.contains(word.normal());
  }

  static boolean isUnit(Word word) {
    return UNITS.contains(word.normal());
  }

  /** Whether it is a unit of a house and hardly of anything else. */
  static boolean isUnitOfHouse(Word word) {
    return switch (word.normal()) {
      case "apt", "apartment", "suite", "ste" -> true;
      default -> false;
    };
  }

  static boolean isState(Word word) {
    return STATES.contains(word.normal());
  }

  /** "In", "or" and "me" are states too. */
  static boolean isEverydayState(Word word) {
    return EVERYDAY_STATES.contains(word.normal());
  }

  static boolean isCue(Word word) {
    return word.is(WordUse.ADDRESS_CUE) || word.label() == Label.ADDRESS;
  }
}
