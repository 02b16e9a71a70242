package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases that a name follows, by how sure it is. */
final class NameCues {

  enum Strength {
    /** "my name is": what follows is a name unless it is a word of the language. */
    STRONG,
    /** "I am": what follows is a name only if it looks like one. */
    WEAK
  }

  private record Phrase(List<String> words, Strength strength) {}

  private static final Set<String> THINGS =
      Set.of(
          "city",
          "town",
          "country",
          "state",
          "company",
          "product",
          "file",
          "network",
          "wifi",
          "host",
          "domain",
          "device",
          "hotel",
          "brand",
          "street",
          "plan",
          "sellers",
          "seller",
          "bank",
          "store",
          "shop",
          "app",
          "model",
          "band",
          "song",
          "restaurant",
          "server");

  /** What stands before the name in an answer to the question for it. */
  private static final Set<String> LEAD_INS =
      Set.of(
          "yes", "yeah", "yep", "sure", "ok", "okay", "its", "it", "is", "my", "name", "names",
          "im", "i", "am", "this", "thats", "hi", "hello", "hey", "of", "course", "ja", "oui", "si",
          "sim", "klar", "gerne", "thanks", "thank", "you", "first", "last", "full", "well");

  private static final int LONGEST_LEAD_IN = 6;

  private static final Set<String> DEEDS =
      Set.of(
          "told",
          "said",
          "says",
          "promised",
          "called",
          "calls",
          "came",
          "was",
          "is",
          "has",
          "had",
          "will",
          "did",
          "never",
          "from",
          "here",
          "speaking",
          "helped",
          "assured",
          "transferred",
          "hung",
          "again",
          "at",
          "in");

  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "thanks",
          "you",
          "morning",
          "afternoon",
          "evening",
          "welcome",
          "hola",
          "hallo",
          "bonjour",
          "ciao",
          "ola",
          "merci",
          "gracias",
          "grazie",
          "obrigado",
          "obrigada",
          "danke",
          "tag",
          "morgen",
          "buongiorno",
          "dia",
          "dias",
          "tarde",
          "tardes");

  private static final List<List<String>> INTRODUCTIONS =
      List.of(
          List.of("im"),
          List.of("i", "am"),
          List.of("this", "is"),
          List.of("ich", "bin"),
          List.of("hier", "ist"),
          List.of("je", "suis"),
          List.of("soy"),
          List.of("sono"),
          List.of("sou"),
          List.of("ik", "ben"),
          List.of("call", "me"));

  private static final Map<String, List<Phrase>> BY_LAST_WORD = new HashMap<>();

  static {
    strong("name is", "names", "name", "name was", "fullname", "fullname is", "firstname");
    strong("surname", "surname is", "lastname", "last name", "first name", "full name", "nickname");
    strong("under the name", "under the name of", "account is under", "account under", "its under");
    strong("registered to", "registered under", "booked under", "account holder", "holder is");
    strong("am i speaking with", "am i speaking to", "am i talking to", "speaking with mr");
    strong(
        "my wife", "my husband", "my partner", "my son", "my daughter", "my mother", "my father");
    strong("my mom", "my dad", "my brother", "my sister", "my roommate", "my boss", "my fiance");
    strong("called", "named", "signed", "attn", "attention", "contact person");
    strong("name ist", "ich heisse", "heisse", "heiße", "vorname", "nachname", "mein name");
    strong(
        "nom est", "mappelle", "mon nom", "prenom", "nombre es", "me llamo", "se llama", "llamo");
    strong(
        "apellido", "apellidos", "nome e", "mi chiamo", "chiamo", "cognome", "me chamo", "chamo");
    strong("in the name of", "on the card is", "name on the card", "on account is", "cardholder");
    strong("agent today is", "chatting with", "connected with", "speaking to", "welcome back");
    strong("auf den namen", "lauft auf", "au nom de", "a nombre de", "a nome di", "em nome de");
    strong("intestato a", "intestata a", "a nome de", "chamo me", "maiden name is", "a lappareil");
    strong("sobrenome", "naam is", "ik heet", "heet", "nombre", "nome", "nom", "naam");
    strong("regards", "best regards", "kind regards", "sincerely", "yours", "cheers", "cordially");
    strong("gruessen", "grussen", "gruesse", "grusse", "cordialement", "saludos", "saluti");
    strong("cumprimentos", "groeten", "groet", "atentamente", "atenciosamente", "abrazo");
    weak("i am", "im", "this is", "its", "it is", "it was", "here is", "heres", "thats", "for");
    weak("hi", "hello", "hey", "dear", "thanks", "thank you", "ok", "okay", "yes", "sure", "sorry");
    weak(
        "agent", "tech", "technician", "manager", "supervisor", "rep", "representative", "advisor");
    weak(
        "with",
        "by",
        "from",
        "call me",
        "ask for",
        "spoke to",
        "spoke with",
        "talked to",
        "to",
        "and",
        "under");
    weak("wife", "husband", "partner", "son", "daughter", "mother", "father", "friend", "brother");
    weak("sister", "neighbor", "neighbour", "colleague", "customer", "user", "client", "who came");
    weak("ich bin", "hier ist", "hier spricht", "je suis", "cest", "soy", "sono", "sou", "ik ben");
    weak(
        "hola",
        "hallo",
        "bonjour",
        "ciao",
        "ola",
        "merci",
        "gracias",
        "grazie",
        "obrigado",
        "danke");
    weak("good morning", "good afternoon", "good evening", "welcome", "guten tag", "guten morgen");
    weak(
        "buenos dias",
        "buenas tardes",
        "buongiorno",
        "buonasera",
        "bom dia",
        "boa tarde",
        "bonsoir");
    weak("is this", "put it under", "is that", "full name", "ist das", "sind sie", "signed by");
    weak("add", "authorize", "remove", "tell", "told", "called", "hey its", "sou a", "sou o");
    weak("aqui", "aqui e", "moi cest", "eu sou", "yo soy", "io sono", "met", "spreekt met");
  }

  private NameCues() {}

  private static void strong(String... phrases) {
    add(Strength.STRONG, phrases);
  }

  private static void weak(String... phrases) {
    add(Strength.WEAK, phrases);
  }

  private static void add(Strength strength, String... phrases) {
    for (String phrase : phrases) {
      List<String> words = List.of(phrase.split(" "));
      BY_LAST_WORD
          .computeIfAbsent(words.get(words.size() - 1), last -> new ArrayList<>(2))
          .add(new Phrase(words, strength));
    }
  }

  /** Whether the word before "name" makes it the name of a thing, as in "city name". */
  private static boolean isOfThing(List<Word> words, int last) {
    int name = last;
    while (name > 0 && !words.get(name).normal().startsWith("name")) {
      name--;
      if (last - name > 2) {
        return false;
      }
    }
    return name > 0 && THINGS.contains(words.get(name - 1).normal());
  }

  /** The strength of the strongest cue that ends with the word at {@code last}; null for none. */
  static Strength endingAt(List<Word> words, int last) {
    List<Phrase> phrases = BY_LAST_WORD.get(words.get(last).normal());
    if (phrases == null || isOfThing(words, last)) {
      return null;
    }
    Strength strongest = null;
    for (Phrase phrase : phrases) {
      if (endsWith(words, last, phrase.words())) {
        if (phrase.strength() == Strength.STRONG) {
          return Strength.STRONG;
        }
        strongest = Strength.WEAK;
      }
    }
    return strongest;
  }

  /** Whether before the word there is nothing but "yes, my name is" or the like. */
  static boolean isLeadIn(List<Word> words, int end) {
    return end <= LONGEST_LEAD_IN
        && words.subList(0, end).stream().allMatch(word -> LEAD_INS.contains(word.normal()));
  }

  /** Whether the word says what somebody did or will do: "told", "promised". */
  static boolean isDeed(Word word) {
    return DEEDS.contains(word.normal());
  }

  /** "In", "near": of a capital behind it a town is more likely than a person. */
  static boolean isBeforePlace(Word word) {
    return switch (word.normal()) {
      case "in", "near", "en", "em" -> true;
      default -> false;
    };
  }

  /** Whether somebody is spoken to there: "hello", "thanks". */
  static boolean isAddress(Word word) {
    return GREETINGS.contains(word.normal());
  }

  /** Whether somebody says there who he or she is: "I am", "this is". */
  static boolean isIntroduction(List<Word> words, int last) {
    if (last >= 0) {
      for (List<String> phrase : INTRODUCTIONS) {
        if (endsWith(words, last, phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsWith(List<Word> words, int last, List<String> phrase) {
    int first = last - phrase.size() + 1;
    if (first < 0) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(first + i).normal().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
