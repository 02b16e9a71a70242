package io.nextgen.insight.pipeline.landing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.Cost;
import io.nextgen.insight.benchmarks.Setting;
import io.nextgen.insight.benchmarks.Side;
import io.nextgen.insight.benchmarks.SideBySide;
import io.nextgen.insight.pipeline.bronze.ChatParser;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * From a file's bytes to chats, without the job around: framing, the record's own text, which
 * bronze keeps, and the parser; beside what a user would write with Jackson alone.
 */
public final class ParserThroughput implements Benchmark {

  private static final Setting MEGABYTES = Setting.of("mb", "size of a file in MB", 256, 8);

  private static final String TREES = "Jackson: text to tree";

  private static final String PARSER = "landing and parser";

  private static final String MB_PER_CPU_SECOND = "MB per CPU s";

  private static final int MAX_RECORD_SIZE = 8 << 20;

  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectReader TREE = JACKSON.readerFor(JsonNode.class);

  private static final ObjectReader RECORD = JACKSON.readerFor(PlainChat.class);

  /** A chat as a user of Jackson would write it down. */
  record PlainChat(
      String chat_id,
      String cust_id,
      String ticket_id,
      Instant timestamp,
      String channel,
      String language,
      List<PlainMessage> messages) {}

  /** A message, likewise. */
  record PlainMessage(String speaker, String text, Instant ts) {}

  @Override
  public String name() {
    return "parser";
  }

  @Override
  public String summary() {
    return "Landed bytes into chats, by the job's framer and parser and by Jackson alone";
  }

  @Override
  public List<Setting> settings() {
    return List.of(MEGABYTES);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(ObjectMapper.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    for (BenchmarkChats chats : BenchmarkChats.values()) {
      byte[] file = chats.bytes(run.number(MEGABYTES) * 1_000_000);
      run.out().println(chats);
      SideBySide sides =
          run.sideBySide()
              .side("Jackson: bytes to tree", side(file, () -> readAll(TREE, file)))
              .side("Jackson: bytes to record", side(file, () -> readAll(RECORD, file)));
      if (chats == BenchmarkChats.LINES) {
        sides
            .side(TREES, side(file, () -> readLines(TREE, file)))
            .side("Jackson: text to record", side(file, () -> readLines(RECORD, file)));
      }
      Comparison comparison = sides.side(PARSER, side(file, () -> parse(file))).run();
      comparison.print(run.out());
      if (chats == BenchmarkChats.LINES) {
        run.printResult(
            "CPU of the parser to that of Jackson doing the same work (lines, their text, trees)",
            comparison
                .series(MB_PER_CPU_SECOND, TREES)
                .dividedBy(comparison.series(MB_PER_CPU_SECOND, PARSER)),
            "at most 1.3");
      }
    }
  }

  private static Side side(byte[] file, Side.Work work) {
    return () -> Map.of(MB_PER_CPU_SECOND, file.length / 1e6 / Cost.of(work).cpuSeconds());
  }

  private static void readAll(ObjectReader reader, byte[] file) throws IOException {
    long count = 0;
    try (MappingIterator<Object> values = reader.readValues(file)) {
      while (values.hasNextValue()) {
        count += values.nextValue() == null ? 0 : 1;
      }
    }
    check(count);
  }

  private static void readLines(ObjectReader reader, byte[] file) throws IOException {
    long count = 0;
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      count += reader.readValue(line) == null ? 0 : 1;
    }
    check(count);
  }

  private static void parse(byte[] file) throws IOException {
    ChatParser parser = new ChatParser();
    Chats chats = new Chats();
    ChatParser.Context context = withoutSideOutputs(parser);
    Origin origin = new Origin("chats/a.json", 1, Instant.EPOCH);
    try (RecordFramer framer =
        new RecordFramer(
            LandedText.open(
                new ByteArrayInputStream(file), new EncodingDetection(new Configuration())),
            MAX_RECORD_SIZE)) {
      for (FramedRecord record = framer.next(); record != null; record = framer.next()) {
        parser.processElement(
            new LandedRecord(
                RecordKind.CHAT, record.text(), origin, Instant.EPOCH, record.defect()),
            context,
            chats);
      }
    }
    check(chats.count);
  }

  private static void check(long count) {
    if (count == 0) {
      throw new IllegalStateException("No chat was read");
    }
  }

  private static final class Chats implements Collector<Chat> {
    private long count;

    @Override
    public void collect(Chat chat) {
      count++;
    }

    @Override
    public void close() {}
  }

  /** Every record is a good one. */
  private static ChatParser.Context withoutSideOutputs(ChatParser parser) {
    return parser.new Context() {
      @Override
      public Long timestamp() {
        return null;
      }

      @Override
      public TimerService timerService() {
        throw new IllegalStateException("A record was rejected");
      }

      @Override
      public <X> void output(OutputTag<X> tag, X value) {
        throw new IllegalStateException("A record was rejected");
      }
    };
  }
}
