package io.nextgen.insight.pipeline.silver.masking;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Megabytes of chats a second: an operation is a megabyte. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class MaskingJmh {

  /** What a user writes who has a day for it, in the order in which they have to run. */
  private static final Map<Pattern, String> NAIVE = naive();

  private final List<MaskingChat> chats = MaskingChat.megabyte();
  private final PiiHasher hasher =
      new PiiHasher("a key of 32 bytes for benchmarks".getBytes(StandardCharsets.UTF_8));
  private final PiiMasker masker =
      new PiiMasker(
          EnumSet.allOf(PiiKind.class),
          MaskingOptions.DEFAULT_PHONE_REGIONS.defaultValue(),
          MaskingOptions.LANGUAGES.defaultValue(),
          hasher);
  private final PhoneNumberUtil phoneNumbers = PhoneNumberUtil.getInstance();

  /** The join keeps it in state, so that the masking does not make it. */
  private final List<List<KnownValue>> known =
      chats.stream().map(chat -> chat.known(hasher)).toList();

  @Benchmark
  public void masking(Blackhole blackhole) {
    for (int i = 0; i < chats.size(); i++) {
      PiiMasker.Conversation conversation = masker.conversation(known.get(i), new InMemoryTokens());
      for (String turn : chats.get(i).turns()) {
        blackhole.consume(conversation.maskTurn(turn));
      }
    }
  }

  @Benchmark
  public void naiveRegexes(Blackhole blackhole) {
    for (MaskingChat chat : chats) {
      for (String turn : chat.turns()) {
        String masked = turn;
        for (Map.Entry<Pattern, String> rule : NAIVE.entrySet()) {
          masked = rule.getKey().matcher(masked).replaceAll(rule.getValue());
        }
        blackhole.consume(masked);
      }
    }
  }

  @Benchmark
  public void phoneNumbersAlone(Blackhole blackhole) {
    for (MaskingChat chat : chats) {
      for (String turn : chat.turns()) {
        for (PhoneNumberMatch match :
            phoneNumbers.findNumbers(turn, "US", Leniency.POSSIBLE, Long.MAX_VALUE)) {
          blackhole.consume(match);
        }
      }
    }
  }

  private static Map<Pattern, String> naive() {
    Map<Pattern, String> rules = new LinkedHashMap<>();
    rules.put(Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"), "[EMAIL]");
    rules.put(
        Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b"),
        "[IBAN]");
    rules.put(Pattern.compile("\\b(?:\\d[ -]?){13,19}\\b"), "[CARD]");
    rules.put(Pattern.compile("\\b\\d{3}[- ]?\\d{2}[- ]?\\d{4}\\b"), "[SSN]");
    rules.put(Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"), "[IP]");
    rules.put(Pattern.compile("(?:[0-9a-fA-F]{1,4}:){2,7}(?::|[0-9a-fA-F]{1,4})"), "[IP]");
    rules.put(
        Pattern.compile("(?:\\+?\\d{1,3}[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]?\\d{4}"),
        "[PHONE]");
    return rules;
  }

  /** The tokens of one customer. */
  private static final class InMemoryTokens implements TokenLedger {
    private final Map<String, Integer> numbers = new HashMap<>();

    @Override
    public int numberFor(PiiKind kind, String hash) {
      return numbers.computeIfAbsent(kind + hash, key -> numbers.size() + 1);
    }
  }
}
