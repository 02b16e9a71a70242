package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentiment and key phrases of a document. The same document always gets the same answer.
 * Thread-safe.
 *
 * <p>English is tagged with OpenNLP. German, French, Italian, Portuguese and Spanish have a lexicon
 * each and no tagger; any other language is read as if it were English.
 */
public final class LanguageAnalyzer {

  private static final String ENGLISH = "en";
  private static final String GERMAN = "de";
  private static final List<String> LEXICONS = List.of(ENGLISH, GERMAN, "es", "fr", "it", "pt");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]*\\S[^\\r\\n]*");

  private final Map<String, Lexicon> lexicons;
  private final Map<String, SentenceScorer> scorers = new HashMap<>();
  private final NounPhrases nounPhrases;
  private final OpinionMiner opinions = new OpinionMiner();
  private final ThreadLocal<EnglishAnnotator> annotators;

  /** Loads the lexicons and models, about half a second and 30 MB; make one and share it. */
  public LanguageAnalyzer() {
    EnglishModels models = EnglishModels.load();
    annotators = ThreadLocal.withInitial(() -> new EnglishAnnotator(models));
    lexicons =
        LEXICONS.stream().collect(Collectors.toMap(Function.identity(), LexiconReader::read));
    lexicons.forEach((language, lexicon) -> scorers.put(language, new SentenceScorer(lexicon)));
    nounPhrases = new NounPhrases(lexicons.get(ENGLISH));
  }

  /**
   * The sentiment of a document.
   *
   * @param document not blank
   * @param language an ISO 639-1 code, with or without a region; empty for English
   * @param opinionMining whether to look for targets and assessments
   */
  public DocumentSentiment sentiment(String document, String language, boolean opinionMining) {
    SentenceScorer scorer = scorers.get(lexiconOf(language));
    boolean english = lexiconOf(language).equals(ENGLISH);
    List<DocumentSentiment.Sentence> found = new ArrayList<>();
    for (Span sentence : sentences(document)) {
      List<Feeling> feelings = scorer.feelings(document, sentence);
      Scores scores = scorer.scores(feelings, sentence.of(document));
      OpinionMiner.Opinions mined =
          opinionMining && !feelings.isEmpty()
              ? opinions.mine(document, feelings, things(document, sentence, english, language))
              : new OpinionMiner.Opinions(List.of(), List.of());
      found.add(
          new DocumentSentiment.Sentence(
              sentence, scores.label(), scores, mined.targets(), mined.assessments()));
    }
    return DocumentSentiment.of(found);
  }

  /**
   * The phrases that say what a document is about, the most telling first.
   *
   * @param document not blank
   * @param language an ISO 639-1 code, with or without a region; empty for English
   */
  public List<String> keyPhrases(String document, String language) {
    boolean english = lexiconOf(language).equals(ENGLISH);
    Lexicon lexicon = lexicons.get(lexiconOf(language));
    PhraseRanking ranking = new PhraseRanking();
    for (Span sentence : sentences(document)) {
      things(document, sentence, english, language).stream()
          .filter(phrase -> !lexicon.namesNothing(Word.of(document, phrase)))
          .map(phrase -> phrase.of(document))
          .forEach(ranking::add);
    }
    return ranking.ranked();
  }

  private List<Span> things(String document, Span sentence, boolean english, String language) {
    if (english) {
      List<TaggedToken> tokens = annotators.get().tag(document, sentence);
      return nounPhrases.of(document, sentence, tokens);
    }
    String code = lexiconOf(language);
    return new StopWordPhrases(lexicons.get(code), code.equals(GERMAN)).of(document, sentence);
  }

  /** Each line of a chat is somebody's turn, so a sentence never runs over a line's end. */
  private List<Span> sentences(String document) {
    List<Span> sentences = new ArrayList<>();
    Matcher line = LINE.matcher(document);
    while (line.find()) {
      sentences.addAll(annotators.get().sentences(document, new Span(line.start(), line.end())));
    }
    return sentences;
  }

  private String lexiconOf(String language) {
    String primary = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return lexicons.containsKey(primary) ? primary : ENGLISH;
  }
}
