package io.nextgen.insight.emulator.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * The OpenNLP models for English, trained on the Universal Dependencies' EWT treebank. The models
 * are immutable and shared; what works with them is not thread-safe, see {@link EnglishAnnotator}.
 */
record EnglishModels(SentenceModel sentences, TokenizerModel tokens, POSModel partsOfSpeech) {

  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
  private static final String PARTS_OF_SPEECH = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  /**
   * Loads the models from the classpath.
   *
   * @throws IllegalStateException when one is missing, naming it
   */
  static EnglishModels load() {
    return new EnglishModels(
        model(SENTENCES, SentenceModel::new),
        model(TOKENS, TokenizerModel::new),
        greedy(model(PARTS_OF_SPEECH, POSModel::new)));
  }

  /**
   * The same tagger with a beam of one: it follows the best tag only, three times as fast and as
   * good here.
   */
  private static POSModel greedy(POSModel model) {
    MaxentModel tags = model.getArtifact("pos.model");
    return new POSModel(model.getLanguage(), tags, 1, Map.of(), model.getFactory());
  }

  private interface Reader<M> {
    M read(InputStream in) throws IOException;
  }

  private static <M> M model(String resource, Reader<M> reader) {
    try (InputStream in = EnglishModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "no resource " + resource + " on the classpath; it comes with the opennlp-models jars");
      }
      return reader.read(in);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the model " + resource, broken);
    }
  }
}
