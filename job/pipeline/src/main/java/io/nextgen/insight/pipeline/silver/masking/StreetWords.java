package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.Set;

/** Words of postal addresses, in the normal spelling. */
final class StreetWords {
  /** Behind the street's name: "Market Street". */
  private static final Set<String> SUFFIXES =
      words(
          "street st avenue ave av road rd boulevard blvd lane ln drive dr court ct circle cir"
              + " terrace parkway pkwy highway hwy crescent cres square sq place pl way trail trl"
              + " close row walk mews alley plaza loop broadway pike turnpike esplanade parade quay"
              + " gardens gdns grove heights hts hill green rise view wharf bend crossing nagar"
              + " cross marg mahal vihar");

  /** Of those, the ones that are everyday words in lower case. */
  private static final Set<String> EVERYDAY_SUFFIXES =
      words(
          "st court ct circle square place pl way trail close row walk loop plaza drive dr park av"
              + " gardens grove heights parade pike alley lane highway terrace road street hill green"
              + " rise view wharf bend crossing cross");

  /** In front of the name, the number before: "57 place Stanislas". */
  private static final Set<String> FRENCH =
      words(
          "rue avenue av boulevard bd place chemin allee impasse quai cours route square ruelle voie"
              + " passage promenade faubourg sentier montee cite");

  /** In front of the name, the number behind: "Calle Mayor 12". */
  private static final Set<String> ROMANCE =
      words(
          "calle c avenida av avda plaza paseo carrer camino carretera ronda glorieta travesia via"
              + " viale piazza corso vicolo largo strada piazzale contrada rua travessa praca estrada"
              + " alameda ulica ul aleja aleje plac calzada bulevar");

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
          "stigur");

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

  private StreetWords() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
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
  static boolean isOnlyStreet(Word word) {
    return word.normal().equals("ul") || word.normal().equals("ulica");
  }

  /** Whether the word is a street's name by its end. */
  static boolean isStreetName(Word word) {
    return word.capitalised()
        && ENDINGS.stream().anyMatch(ending -> word.normal().endsWith(ending))
        && !word.is(WordList.COMMON_WORDS);
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
