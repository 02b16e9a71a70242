package io.nextgen.insight.pipeline.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.SilverTicket;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.IdentityFingerprint;
import io.nextgen.insight.pipeline.silver.masking.MaskingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiiMaskingTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Origin ORIGIN = new Origin("chats.json", 1, Instant.EPOCH);

  @TempDir Path folder;
  private Configuration config;

  @BeforeEach
  void writeKey() throws IOException {
    Path keyFile = folder.resolve("key");
    Files.writeString(keyFile, Base64.getEncoder().encodeToString(KEY));
    config = new Configuration().set(PiiKey.KEY_FILE, keyFile.toString());
  }

  @Test
  void masksEveryTurnAndKeepsTheRest() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(
          joined(
              "C-1",
              null,
              new Message("customer", "mail jo.lund@example.com, order 406-7754321-8901234", null),
              new Message("agent", "Thanks, is jo.lund@example.com right?", Instant.EPOCH)),
          0);

      SilverChat chat = harness.extractOutputValues().get(0);
      assertThat(chat.messages())
          .extracting(Message::text)
          .containsExactly(
              "mail [EMAIL_1], order 406-7754321-8901234", "Thanks, is [EMAIL_1] right?");
      assertThat(chat.messages()).extracting(Message::sentAt).containsExactly(null, Instant.EPOCH);
      assertThat(chat.chatId()).isEqualTo("chat");
      assertThat(chat.ticketMatched()).isFalse();
      assertThat(chat.region()).isNull();
    }
  }

  @Test
  void takesTheTicketsFacts() throws Exception {
    TicketFacts facts = new TicketFacts("T-1", "Charlotte", "High", "Fiber", Instant.EPOCH);
    Chat chat = chat("C-1", null, List.of());
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(new JoinedChat(chat, facts, known("Charlotte Lund")), 0);

      SilverChat silver = harness.extractOutputValues().get(0);
      assertThat(silver.ticketMatched()).isTrue();
      assertThat(silver.region()).isEqualTo("Charlotte");
      assertThat(silver.priority()).isEqualTo("High");
      assertThat(silver.product()).isEqualTo("Fiber");
    }
  }

  @Test
  void keepsTokensApartByCustomer() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(joined("C-1", null, said("a@example.com and b@example.com")), 0);
      harness.processElement1(joined("C-2", null, said("b@example.com")), 0);
      harness.processElement1(joined("C-1", null, said("B@EXAMPLE.COM again")), 0);

      assertThat(texts(harness))
          .containsExactly("[EMAIL_1] and [EMAIL_2]", "[EMAIL_1]", "[EMAIL_2] again");
    }
  }

  @Test
  void remembersTokensThroughARestoreWithoutRememberingValues() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(
          new JoinedChat(
              chat(
                  "C-1",
                  "{\"note\":\"ask for Margrethe Lundblad\"}",
                  List.of(
                      said("a@example.com, b@example.com, call 212-555-0134"),
                      said("born on 03/17/1972, card 4111 1111 1111 1111, ssn 219-09-9999"),
                      said("I live at 12 Market Street, my password is hunter22"))),
              null,
              known("Margrethe Lundblad")),
          0);
      snapshot = harness.snapshot(1, 1);
    }

    assertThat(contentOf(snapshot))
        .contains("EMAIL/", "PHONE/", "CARD/", "NAME/", "SECRET/")
        .doesNotContainIgnoringCase(
            "example.com", "2125550134", "25550134", "212-555", "Lundblad", "Margrethe", "1972")
        .doesNotContainIgnoringCase("4111", "219-09", "219099999", "Market", "hunter22");
    try (var harness = harness()) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement1(joined("C-1", null, said("b@example.com, (212) 555-0134")), 0);

      assertThat(texts(harness)).containsExactly("[EMAIL_2], [PHONE_1]");
    }
  }

  @Test
  void masksRescuedFieldsAndStaysJson() throws Exception {
    String rescued =
        """
        {"callbackPhone":2125550134,"survey":{"contact":{"email":"jo@example.com"},"score":9.50},\
        "note":"paid with 4111 1111 1111 1111","product_name":"Fiber 500","tags":["a",null,true]}""";
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(joined("C-1", rescued, said("hi")), 0);

      assertThat(harness.extractOutputValues().get(0).rescuedData())
          .isEqualTo(
              """
              {"callbackPhone":"[PHONE_1]","survey":{"contact":{"email":"[EMAIL_1]"},"score":9.50},\
              "note":"paid with [CARD_1]","product_name":"Fiber 500","tags":["a",null,true]}""");
    }
  }

  @Test
  void keepsNoNameInTheSpeaker() throws Exception {
    try (var harness = harness()) {
      harness.open();
      JoinedChat joined =
          new JoinedChat(
              chat(
                  "C-1",
                  null,
                  List.of(
                      new Message("agent maria", "hello", null),
                      new Message("jo lund", "hi", null),
                      new Message("john smith", "me too", null),
                      new Message(null, "and me", null))),
              null,
              known("Jo Lund"));
      harness.processElement1(joined, 0);

      assertThat(harness.extractOutputValues().get(0).messages())
          .extracting(Message::speaker)
          .containsExactly("agent", "customer", "participant_1", null);
    }
  }

  @Test
  void masksTickets() throws Exception {
    Ticket ticket =
        new Ticket(
            "T-1",
            "C-1",
            "Philadelphia",
            "High",
            "jo@example.com",
            Instant.EPOCH,
            "Jo Lund",
            "jo@example.com",
            "212-555-0134",
            List.of(),
            "{\"contactPhone\":\"212-555-0134\",\"sla\":\"gold\"}",
            ORIGIN,
            Instant.EPOCH);
    try (var harness = harness()) {
      harness.open();
      harness.processElement2(new JoinedTicket(ticket, known("Jo Lund")), 0);

      assertThat(harness.getSideOutput(PiiMasking.TICKETS))
          .singleElement()
          .satisfies(
              output ->
                  assertThat(output.getValue())
                      .isEqualTo(
                          new SilverTicket(
                              "T-1",
                              "C-1",
                              "Philadelphia",
                              "High",
                              "[EMAIL_1]",
                              Instant.EPOCH,
                              "{\"contactPhone\":\"[PHONE_1]\",\"sla\":\"gold\"}",
                              ORIGIN,
                              Instant.EPOCH)));
    }
  }

  @Test
  void saysWhichPhoneRegionIsUnknown() {
    Configuration regions = new Configuration(config);
    regions.set(MaskingOptions.DEFAULT_PHONE_REGIONS, List.of("US", "UK"));
    assertThatThrownBy(() -> new PiiMasking(regions))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.default-phone-regions is '[US, UK]'; 'UK' is unknown.");
  }

  @Test
  void saysWhichLanguageIsUnknown() {
    Configuration languages = new Configuration(config);
    languages.set(MaskingOptions.LANGUAGES, List.of("en", "tlh"));
    assertThatThrownBy(() -> new PiiMasking(languages))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessage(
            "--pii.languages is '[en, tlh]'; 'tlh' is unknown. It must be one or more of"
                + " en, de, fr, es, it, pt, nl");
  }

  @Test
  void understandsTheConfiguredLanguages() throws Exception {
    config.set(MaskingOptions.LANGUAGES, List.of("en"));
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(
          joined("C-1", null, said("phone 5550134"), said("Rufnummer 5550134")), 0);

      assertThat(texts(harness)).containsExactly("phone [PHONE_1]", "Rufnummer 5550134");
    }
  }

  @Test
  void aKindThatIsLeftOutIsVisible() throws Exception {
    assertThat(unmaskedKinds()).isEqualTo(0);

    config.set(MaskingOptions.KINDS, List.of(PiiKind.EMAIL, PiiKind.CARD));
    assertThat(unmaskedKinds()).isEqualTo(PiiKind.values().length - 2);
  }

  @Test
  void masksNothingOnlyWhereItRefusesToStart() {
    config.set(MaskingOptions.KINDS, List.of());
    assertThatThrownBy(() -> new PiiMasking(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.kinds is '[]'; it must be one or more of EMAIL");
  }

  @Test
  void saysWhichOptionIsMissing() {
    assertThatThrownBy(() -> new PiiMasking(new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.key-file is missing");
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, JoinedChat, JoinedTicket, SilverChat>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new PiiMasking(config)),
        joined -> joined.chat().custId(),
        joined -> joined.ticket().custId(),
        Types.STRING);
  }

  private Object unmaskedKinds() throws Exception {
    InterceptingOperatorMetricGroup group = new InterceptingOperatorMetricGroup();
    try (var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new PiiMasking(config)) {
              @Override
              public OperatorMetricGroup getMetricGroup() {
                return group;
              }
            },
            joined -> joined.chat().custId(),
            joined -> joined.ticket().custId(),
            Types.STRING)) {
      harness.open();
      return ((Gauge<?>) group.get(PiiMasking.UNMASKED_KINDS)).getValue();
    }
  }

  private static List<String> texts(
      KeyedTwoInputStreamOperatorTestHarness<String, JoinedChat, JoinedTicket, SilverChat>
          harness) {
    return harness.extractOutputValues().stream()
        .flatMap(chat -> chat.messages().stream())
        .map(Message::text)
        .toList();
  }

  /** All bytes of the keyed state, as text. */
  private static String contentOf(OperatorSubtaskState snapshot) throws IOException {
    StringBuilder content = new StringBuilder();
    for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
      StreamStateHandle stream = ((KeyGroupsStateHandle) handle).getDelegateStateHandle();
      content.append(
          new String(((ByteStreamStateHandle) stream).getData(), StandardCharsets.ISO_8859_1));
    }
    return content.toString();
  }

  private static List<KnownValue> known(String name) {
    Ticket ticket =
        new Ticket(
            "T-1",
            "C-1",
            null,
            null,
            null,
            null,
            name,
            null,
            null,
            List.of(),
            null,
            ORIGIN,
            Instant.EPOCH);
    return IdentityFingerprint.of(ticket, new PiiHasher(KEY));
  }

  private static Message said(String text) {
    return new Message("customer", text, null);
  }

  private static JoinedChat joined(String custId, String rescued, Message... messages) {
    return new JoinedChat(chat(custId, rescued, List.of(messages)), null, List.of());
  }

  private static Chat chat(String custId, String rescued, List<Message> messages) {
    return new Chat(
        "chat",
        custId,
        null,
        Instant.EPOCH,
        "chat",
        "en",
        messages,
        rescued,
        1,
        ORIGIN,
        Instant.EPOCH);
  }
}
