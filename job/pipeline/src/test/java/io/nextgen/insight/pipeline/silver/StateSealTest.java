package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.chat;
import static io.nextgen.insight.pipeline.silver.TestingRecords.withRescued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.util.FlinkRuntimeException;
import org.junit.jupiter.api.Test;

class StateSealTest {
  private final StateSeal seal = new StateSeal(KEY);

  /** A record of the next version: a field is gone, and there is a new one. */
  record LaterFacts(String ticketId, String region, List<String> tags) {}

  @Test
  void opensWhatItSealed() {
    Chat chat = withRescued(chat("A", "T-1"), "{\"note\":\"\u00fc \ud83d\ude00 \\u0000\"}");

    assertThat(seal.open(CUSTOMER, seal.seal(CUSTOMER, chat), Chat.class)).isEqualTo(chat);
  }

  @Test
  void keepsNullsAndNanoseconds() {
    Instant precise = Instant.parse("1969-12-31T23:59:59.123456789Z");
    Chat chat =
        new Chat(
            "A",
            CUSTOMER,
            null,
            precise,
            null,
            null,
            List.of(new Message(null, "", null)),
            null,
            2,
            new Origin("chats.json", Long.MAX_VALUE, Instant.EPOCH),
            precise);

    assertThat(seal.open(CUSTOMER, seal.seal(CUSTOMER, chat), Chat.class)).isEqualTo(chat);
  }

  @Test
  void opensTextsThatJsonReadersCommonlyRefuseForTheirLength() {
    Chat chat = chat(CUSTOMER, "A", null, "a".repeat(20_000_001));

    assertThat(seal.open(CUSTOMER, seal.seal(CUSTOMER, chat), Chat.class).messages().get(0).text())
        .hasSize(20_000_001);
  }

  @Test
  void showsNothingAndNeverTheSameTwice() {
    Chat chat = chat(CUSTOMER, "A", "T-1", "I am jo.lund@example.com");
    byte[] sealed = seal.seal(CUSTOMER, chat);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("jo.lund", "example.com", "chatId");
    assertThat(seal.seal(CUSTOMER, chat)).isNotEqualTo(sealed);
  }

  @Test
  void aRecordOfAnEarlierVersionOpensInTheNext() {
    byte[] sealed =
        seal.seal(CUSTOMER, new TicketFacts("T-1", "Berlin", "High", "Fiber", Instant.EPOCH));

    assertThat(seal.open(CUSTOMER, sealed, LaterFacts.class))
        .isEqualTo(new LaterFacts("T-1", "Berlin", null));
  }

  @Test
  void anotherKeyIsAClearError() {
    byte[] sealed = seal.seal(CUSTOMER, chat("A", null));
    StateSeal other = new StateSeal(new byte[PiiKey.MIN_BYTES]);

    assertThatThrownBy(() -> other.open(CUSTOMER, sealed, Chat.class))
        .isInstanceOf(FlinkRuntimeException.class)
        .hasMessageContaining("--pii.key-file is not the one that the job's state was written with")
        .hasMessageContaining("Put the earlier key back");
  }

  @Test
  void opensForItsCustomerOnly() {
    byte[] sealed = seal.seal(CUSTOMER, chat("A", null));

    assertThatThrownBy(() -> seal.open("C-2", sealed, Chat.class))
        .isInstanceOf(FlinkRuntimeException.class);
  }

  @Test
  void refusesBytesThatWereChanged() {
    byte[] sealed = seal.seal(CUSTOMER, chat("A", null));
    sealed[sealed.length / 2] ^= 1;

    assertThatThrownBy(() -> seal.open(CUSTOMER, sealed, Chat.class))
        .isInstanceOf(FlinkRuntimeException.class);
  }

  @Test
  void saysWhenALaterVersionWroteIt() {
    byte[] sealed = seal.seal(CUSTOMER, chat("A", null));
    sealed[0] = 2;

    assertThatThrownBy(() -> seal.open(CUSTOMER, sealed, Chat.class))
        .hasMessageContaining("sealed in format 2")
        .hasMessageContaining("run the version that wrote it");
  }
}
