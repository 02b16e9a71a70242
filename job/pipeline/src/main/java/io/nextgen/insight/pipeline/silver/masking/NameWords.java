package io.nextgen.insight.pipeline.silver.masking;

import java.util.Set;

/** Which words may be names, and which stand around them. All in the normal spelling. */
final class NameWords {
  private static final Set<String> TITLES =
      words(
          "mr mrs ms miss mx mister dr doctor prof professor sir madam herr frau monsieur madame mme"
              + " mlle senor senora sr sra srta signor signora sig senhor senhora dona mevrouw"
              + " meneer jr ii iii");

  private static final Set<String> PARTICLES =
      words(
          "van von der den de del della di da do dos das du des la le el al bin ibn ben abu st mac mc"
              + " o ter ten zu zur af av y e ni nic ua");

  /** Particles that more often stand before a thing: "lee el mensaje". */
  private static final Set<String> ARTICLES = words("el la le al das du");

  /** Capitalised, and no person: brands, days, months, languages, places in front of others. */
  private static final Set<String> OTHER_PROPER_NOUNS =
      words(
          "comcast xfinity verizon tmobile att sprint vodafone telekom telefonica orange bouygues"
              + " movistar tim wind fastweb claro nos meo samsung apple iphone ipad android google"
              + " pixel huawei xiaomi nokia motorola netgear linksys asus sony lg dell hp lenovo"
              + " microsoft windows xbox playstation netflix amazon prime hulu disney youtube spotify"
              + " facebook instagram whatsapp twitter skype zoom paypal visa mastercard amex discover"
              + " maestro ups fedex usps dhl hyatt hilton marriott wifi internet monday tuesday"
              + " wednesday thursday friday saturday sunday january february march april june july"
              + " august september october november december english german french spanish italian"
              + " portuguese dutch american europe america usa uk germany france spain italy portugal"
              + " brazil mexico india canada london paris berlin madrid rome york new san santa saint"
              + " los las fort lake mount north south east west christmas easter covid ok okay hi"
              + " hello hey thanks please sorry yes no vip lol omg btw fyi asap pls plz thx usd eur"
              + " gbp ios macos linux chrome firefox safari fiber fios mailto http https www yeah yea"
              + " yep yup nope nah hmm hmmm umm uhh uh um ugh oh ohh ah aha wow ooh huh haha hehe"
              + " kya nahi haan arre bhai yaar ji thankyou thnks thanku ip ipv mac dns dhcp vpn wan lan wlan lte gsm ssid hbo"
              + " espn cnn nbc cbs nfl nba max roku kindle alexa siri cortana bixby echo nest cloudflare"
              + " fritzbox speedport livebox freebox bbox speedbox homebox connectbox easybox hoi moin servus gruezi salut coucou salve oi hej"
              + " damen herren dames heren messieurs mesdames signore signori senores senoras senhores senhoras"
              + " fritz archer orbi eero arris technicolor sagemcom optimum frontier cox starlink dish"
              + " centurylink spectrum lumen telstra optus rogers telus mercedes ping kbps mbps gbps mb gb"
              + " kb hz khz mhz ghz dbm ms ola hallo bonjour buongiorno hola ciao bom dia guten tag"
              + " texas okey okie oki tho street building house area locality city preis fehler rechnung kunde vertrag anschluss gerat netz leitung nummer kosten betrag summe"
              + " prix erreur facture total totale precio prezzo preco importe latency model modell liga"
              + " morgen danke merci gracias grazie obrigado obrigada gentile sehr geehrte geehrter");

  /** People are called so, but more often the town or the country is meant. */
  private static final Set<String> PLACES =
      words(
          "adelaide alexandria america antonio arlington asia atlanta aurora austin avila barcelona belfast"
              + " berkeley bologna boston bristol brooklyn bronx burlington camden cairo carolina chad"
              + " charleston charlotte chester cheyenne chelsea china clinton cleveland cologne columbia"
              + " columbus concord cordoba dakota dallas dayton delhi denver derby devon diego dublin"
              + " durham elba erie essex eugene florence florida francisco geneva genoa georgia glasgow"
              + " hamilton harlem houston indiana iowa ireland israel italia jackson java jersey jordan"
              + " kent kenya kingston kyoto lafayette lancaster lansing laredo leeds leicester lima"
              + " lincoln lisbon logan lorraine lourdes lyon macon madison malaga malta marina marseille"
              + " memphis mesa miami milan milano modena monroe montana montgomery napoli nancy naples"
              + " nashville nevada newark newport oakland odessa orlando oxford padua palermo panama"
              + " paterson pavia peoria persia peyton philadelphia phoenix pisa plano porto preston"
              + " queens raleigh reading regina reno richmond rio riverside rochester roma salem"
              + " salvador savannah scotland seattle selma seville sheffield sicily siena sofia sparta"
              + " springfield stanford surrey sydney syracuse tampa texas toledo toronto trenton trinidad"
              + " troy tucson tulsa valencia vegas venice verona vienna vincennes virginia wales warren"
              + " warwick waverly wayne winchester windsor york zion");

  private static final int SHORTEST = 2;

  private static final int SHORTEST_IN_RUN = 3;
  private static final int SHORTEST_RUN = 8;
  private static final int LONGEST_RUN = 24;

  private NameWords() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /** Whether the word goes with a name and tells nobody who is meant. */
  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }

  /** Whether it is written with a capital and nobody's name, such as a brand. */
  static boolean isOtherProperNoun(String word) {
    return OTHER_PROPER_NOUNS.contains(word);
  }

  /** Whether the word joins the parts of a name, such as "van". */
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Whether the particle is an article too. */
  static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  /** Whether it is a word that people are called by and that is little else. */
  static boolean isGivenName(Word word) {
    return isNameOnly(word) && word.is(WordList.GIVEN_NAMES);
  }

  /** Whether it is a given name and of no place. */
  static boolean isPersonsName(Word word) {
    return isGivenName(word) && !PLACES.contains(word.normal());
  }

  /** Whether people are called by it, whatever else it means. */
  static boolean isListedGivenName(Word word) {
    return word.is(WordList.GIVEN_NAMES);
  }

  static boolean isFamilyName(Word word) {
    return isNameOnly(word) && word.is(WordList.FAMILY_NAMES);
  }

  /** Whether it is two names without a space, as in "janelund". */
  static boolean isRunTogether(Word word) {
    String normal = word.normal();
    if (!isNameOnly(word) || normal.length() < SHORTEST_RUN || normal.length() > LONGEST_RUN) {
      return false;
    }
    for (int i = SHORTEST_IN_RUN; i <= normal.length() - SHORTEST_IN_RUN; i++) {
      int first = WordList.listsOf(normal.substring(0, i));
      int second = WordList.listsOf(normal.substring(i));
      boolean names =
          WordList.GIVEN_NAMES.isIn(first)
              && (WordList.GIVEN_NAMES.isIn(second) || WordList.FAMILY_NAMES.isIn(second));
      boolean words = WordList.COMMON_WORDS.isIn(first) && WordList.COMMON_WORDS.isIn(second);
      if (names && !words) {
        return true;
      }
    }
    return false;
  }

  /** Whether the two are a given name and a family name, whatever else they mean. */
  static boolean isListedPair(Word one, Word other) {
    return one.is(WordList.GIVEN_NAMES)
        && other.is(WordList.FAMILY_NAMES)
        && mayBeName(one)
        && mayBeName(other);
  }

  /** Whether it can be a name after words that announce one. */
  static boolean mayBeName(Word word) {
    return isNameOnly(word)
        || word.isAlphabetic()
            && isListed(word)
            && !word.is(WordList.FUNCTION_WORDS)
            && word.label() == null
            && !OTHER_PROPER_NOUNS.contains(word.normal());
  }

  /** Whether it can be a family name of no list: no brand, and none of the most frequent words. */
  static boolean mayBeAnnounced(Word word) {
    return word.isAlphabetic()
        && word.length() > SHORTEST
        && !word.is(WordList.FUNCTION_WORDS)
        && !OTHER_PROPER_NOUNS.contains(word.normal());
  }

  /** Whether it is no word of another meaning. */
  static boolean isNameOnly(Word word) {
    String normal = word.normal();
    return normal.length() >= SHORTEST
        && word.isAlphabetic()
        && !word.is(WordList.COMMON_WORDS)
        && !OTHER_PROPER_NOUNS.contains(normal)
        && word.label() == null;
  }

  private static boolean isListed(Word word) {
    return word.is(WordList.GIVEN_NAMES) || word.is(WordList.FAMILY_NAMES);
  }

  /** Whether, as a name, it may be confused with an everyday word, as "will" and "bill" are. */
  static boolean isEverydayWord(Word word) {
    return word.is(WordList.COMMON_WORDS);
  }
}
