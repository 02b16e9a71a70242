package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;

/**
 * Sentences, tokens and parts of speech of English text. Not thread-safe, as OpenNLP's tools are
 * not.
 */
final class EnglishAnnotator {

  /** No language, and the tokenizer takes time by the square of its length. */
  private static final Pattern ENDLESS_WORD = Pattern.compile("\\S{500}");

  private final SentenceDetectorME sentences;
  private final TokenizerME tokens;
  private final POSTaggerME tagger;

  EnglishAnnotator(EnglishModels models) {
    sentences = new SentenceDetectorME(models.sentences());
    tokens = new TokenizerME(models.tokens());
    tagger = new POSTaggerME(models.partsOfSpeech());
  }

  /** The sentences of one line of a document. */
  List<Span> sentences(String document, Span line) {
    List<Span> found = new ArrayList<>();
    for (var span : sentences.sentPosDetect(line.of(document))) {
      found.add(new Span(line.start() + span.getStart(), line.start() + span.getEnd()));
    }
    return found;
  }

  /** The tokens of a sentence; none where one of its words has no end. */
  List<TaggedToken> tag(String document, Span sentence) {
    String text = sentence.of(document);
    if (ENDLESS_WORD.matcher(text).find()) {
      return List.of();
    }
    if (text.equals(text.toUpperCase(Locale.ROOT))) {
      // To the tagger a word in capitals is a name, and so all of a shouted sentence would be.
      String quiet = text.toLowerCase(Locale.ROOT);
      text = quiet.length() == text.length() ? quiet : text;
    }
    var spans = tokens.tokenizePos(text);
    String[] words = opennlp.tools.util.Span.spansToStrings(spans, text);
    String[] tags = tagger.tag(words);
    List<TaggedToken> tagged = new ArrayList<>(words.length);
    for (int i = 0; i < words.length; i++) {
      Span span =
          new Span(sentence.start() + spans[i].getStart(), sentence.start() + spans[i].getEnd());
      tagged.add(new TaggedToken(span, tags[i]));
    }
    return tagged;
  }
}
