package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Takes personal data out of text and puts tokens such as {@code [EMAIL_1]} in its place. The text
 * is normalised once, each detector reads it once, overlaps are resolved in a stated order ({@link
 * Overlaps#ORDER}), and the tokens are written in one pass. What is a token already stays as it is.
 * Takes time linear in the length of the text.
 *
 * <p>Not thread-safe, as its hasher is not.
 */
public final class PiiMasker {
  private static final Set<PiiKind> UNMISTAKABLE =
      EnumSet.of(PiiKind.EMAIL, PiiKind.IBAN, PiiKind.CARD, PiiKind.IP, PiiKind.SSN, PiiKind.PHONE);

  private final List<Detector> detectors;

  /** Names stand in one turn, unless they are spelt; others would be made of two turns' words. */
  private final List<Detector> detectorsOfParts;

  private final Set<PiiKind> kinds;
  private final ContextWords context;
  private final PiiHasher hasher;
  private final NameHashes nameHashes;

  /**
   * @param kinds what to mask; the rest stays readable
   * @param phoneRegions see {@link MaskingOptions#DEFAULT_PHONE_REGIONS}
   * @param languages see {@link MaskingOptions#LANGUAGES}
   * @param hasher for the identities that tokens stand for
   */
  public PiiMasker(
      Collection<PiiKind> kinds,
      List<String> phoneRegions,
      List<String> languages,
      PiiHasher hasher) {
    this.kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    this.context = new ContextWords(languages);
    this.hasher = hasher;
    this.nameHashes = new NameHashes(hasher);
    this.detectorsOfParts =
        List.of(
            new EmailDetector(),
            new IbanDetector(),
            new CardDetector(),
            new ImeiDetector(),
            new MeidDetector(),
            new IpDetector(),
            new SpelledIpDetector(),
            new MacDetector(),
            new SsnDetector(),
            new PhoneDetector(phoneRegions),
            new SpelledEmailDetector(),
            new SpokenNumberDetector(),
            new DictatedNumberDetector(),
            new SecretDetector(),
            new LoginCodeDetector(),
            new BirthDateDetector(),
            new SpokenBirthDateDetector(),
            new AddressDetector(),
            new StatedAddressDetector(),
            new AccountDetector(),
            new KnownLoginDetector(),
            new SpelledNameDetector(),
            new SpelledByWordsDetector());
    List<Detector> ofTexts = new ArrayList<>(detectorsOfParts);
    ofTexts.add(new KnownNameDetector());
    ofTexts.add(new NameDetector());
    this.detectors = new ArrayList<>(ofTexts);
    detectors.add(new WebAddressDetector(ofTexts));
  }

  /** As {@link MaskingOptions} say. */
  public static PiiMasker of(ReadableConfig config, PiiHasher hasher) {
    return new PiiMasker(
        config.get(MaskingOptions.KINDS),
        config.get(MaskingOptions.DEFAULT_PHONE_REGIONS),
        config.get(MaskingOptions.LANGUAGES),
        hasher);
  }

  /**
   * A conversation with one customer, whose turns are to be masked in order.
   *
   * @param known what is known of the customer
   * @param tokens the customer's tokens so far; new ones are added
   */
  public Conversation conversation(Collection<KnownValue> known, TokenLedger tokens) {
    return new Conversation(new KnownIdentity(known, hasher, nameHashes), tokens);
  }

  /** The turns of one conversation: a question helps to understand the answer to it. */
  public final class Conversation {
    /** A turn this short, such as "ok", leaves the question before it open. */
    private static final int INTERJECTION = 16;

    private final KnownIdentity known;
    private final TokenLedger tokens;
    private final Map<PiiKind, Integer> masked = new EnumMap<>(PiiKind.class);
    private final OpenQuestion question = new OpenQuestion();
    private Set<Label> asked = Set.of();

    private Conversation(KnownIdentity known, TokenLedger tokens) {
      this.known = known;
      this.tokens = tokens;
    }

    /**
     * The turns without personal data, in order. A value whose parts stand in several turns of one
     * speaker has its token in each of them.
     */
    public List<String> maskTurns(List<Message> turns) {
      List<AnalyzedTurn> analyzed = new ArrayList<>(turns.size());
      AdjacentTurns adjacent = new AdjacentTurns(this::shareParts);
      for (Message turn : turns) {
        analyzed.add(analyze(turn.speaker(), turn.text()));
        adjacent.add(analyzed.get(analyzed.size() - 1));
      }
      adjacent.close();
      return analyzed.stream().map(this::replace).toList();
    }

    /** The next turn without personal data, where no value goes on in another one. */
    public String maskTurn(String text) {
      return replace(analyze(null, text));
    }

    private AnalyzedTurn analyze(String speaker, String text) {
      ShadowText shadow = ShadowText.of(text);
      Passage passage = new Passage(shadow, asked, known, context);
      Set<Label> newlyAsked = Question.askedFor(passage);
      if (!newlyAsked.isEmpty() || text.length() > INTERJECTION) {
        asked = newlyAsked;
      }
      List<Finding> found = findings(passage, detectors);
      OpenQuestion.Snapshot open = question.next(newlyAsked, found);
      return new AnalyzedTurn(speaker, text, shadow, passage, open, found);
    }

    private void shareParts(JoinedTurns joined) {
      Passage passage =
          new Passage(ShadowText.ofRead(joined.text()), joined.asked(), known, context);
      Overlaps.resolve(findings(passage, detectorsOfParts)).forEach(joined::share);
    }

    private String replace(AnalyzedTurn turn) {
      return replace(turn.text(), turn.shadow(), Overlaps.resolve(turn.findings()));
    }

    /** A text beside the turns, such as a field's value, without personal data. */
    public String maskField(String text) {
      return maskField(text, null);
    }

    /** As above, where the field's name says what the value is; null for nothing. */
    String maskField(String text, Label label) {
      ShadowText shadow = ShadowText.of(text);
      Set<Label> labels = label == null ? Set.of() : Set.of(label);
      Passage passage = new Passage(shadow, labels, known, context);
      return replace(text, shadow, Overlaps.resolve(findings(passage, detectors)));
    }

    /**
     * A short field that is one of few values, such as a region: only what has an unmistakable form
     * is masked there, since Charlotte is a city too. Null for null.
     */
    public String maskLabel(String label) {
      if (label == null) {
        return null;
      }
      ShadowText shadow = ShadowText.of(label);
      Passage passage = new Passage(shadow, Set.of(), KnownIdentity.NOBODY, context);
      List<Finding> findings =
          findings(passage, detectors).stream()
              .filter(finding -> UNMISTAKABLE.contains(finding.kind()))
              .toList();
      return replace(label, shadow, Overlaps.resolve(findings));
    }

    /** A JSON document without personal data; still JSON. Null for null. */
    public String maskJson(String json) {
      return json == null ? null : new JsonMasking(this, context).mask(json);
    }

    /**
     * How many words of the customer's own name, or address or number, a speaker's label consists
     * of; 0 where it holds anything else.
     */
    public int ownNameWords(String label) {
      return OwnLabel.nameWords(label, known);
    }

    /** A value that is known to be personal: its token. */
    String maskAs(PiiKind kind, String value) {
      if (value.isBlank() || !kinds.contains(kind) || MaskToken.isToken(value)) {
        return value;
      }
      masked.merge(kind, 1, Integer::sum);
      return token(kind, FieldValue.identity(kind, value, known));
    }

    /** How many values were masked so far, by kind. */
    public Map<PiiKind, Integer> masked() {
      return Map.copyOf(masked);
    }

    private String replace(String text, ShadowText shadow, List<Finding> findings) {
      if (findings.isEmpty()) {
        return text;
      }
      StringBuilder result = new StringBuilder(text.length());
      int copied = 0;
      for (Finding finding : findings) {
        result.append(text, copied, shadow.originalStart(finding.start()));
        result.append(token(finding.kind(), finding.identity()));
        copied = shadow.originalEnd(finding.end());
        masked.merge(finding.kind(), 1, Integer::sum);
      }
      return result.append(text, copied, text.length()).toString();
    }

    private String token(PiiKind kind, String identity) {
      String hash = hasher.hash(kind.name(), identity);
      return MaskToken.of(kind, tokens.numberFor(kind, hash));
    }
  }

  private List<Finding> findings(Passage passage, List<Detector> detectors) {
    List<Finding> findings = new ArrayList<>();
    BitSet tokens = MaskToken.placesIn(passage.shadow().text());
    OpaqueId ids = new OpaqueId(passage.shadow().text());
    Consumer<Finding> wanted =
        finding -> {
          if (kinds.contains(finding.kind()) && isFree(tokens, finding) && !ids.isCutBy(finding)) {
            findings.add(finding);
          }
        };
    detectors.forEach(detector -> detector.find(passage, wanted));
    return findings;
  }

  private static boolean isFree(BitSet tokens, Finding finding) {
    int next = tokens.nextSetBit(finding.start());
    return next < 0 || next >= finding.end();
  }
}
