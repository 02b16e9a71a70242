package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.Ticket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketDirectoryTest {

  @TempDir Path folder;
  private Configuration config;
  private KeyedTwoInputStreamOperatorTestHarness<String, TicketRequest, Ticket, TicketDelivery>
      directory;

  @BeforeEach
  void open() throws Exception {
    config = TestingRecords.options(folder, KEY);
    directory = harness();
    directory.open();
  }

  @AfterEach
  void close() throws Exception {
    directory.close();
  }

  @Test
  void bringsEachVersionToItsCustomer() throws Exception {
    ask("T-1", CUSTOMER);
    land(ticket("T-1", "EU", 0));
    ask("T-1", CUSTOMER);
    land(ticket("T-1", "US", 60));

    assertThat(deliveries()).containsExactly(tuple(CUSTOMER, "EU"), tuple(CUSTOMER, "US"));
  }

  @Test
  void bringsATicketToAnotherCustomerWhoseChatNamesIt() throws Exception {
    land(ticket("T-1", "EU", 0));
    ask("T-1", "C-2");
    ask("T-9", "C-2");
    land(ticket("T-1", "US", 60));

    assertThat(deliveries())
        .containsExactly(
            tuple(CUSTOMER, "EU"), tuple("C-2", "EU"), tuple(CUSTOMER, "US"), tuple("C-2", "US"));
  }

  @Test
  void theChatMayComeBeforeTheTicket() throws Exception {
    ask("T-1", "C-2");
    ask("T-1", "C-3");
    land(ticket("T-1", "EU", 0));

    assertThat(deliveries())
        .containsExactly(tuple(CUSTOMER, "EU"), tuple("C-2", "EU"), tuple("C-3", "EU"));
  }

  @Test
  void whoAsksLaterGetsTheNewestVersion() throws Exception {
    land(ticket("T-1", "US", 60));
    land(ticket("T-1", "EU", 0));
    ask("T-1", "C-2");

    assertThat(deliveries()).endsWith(tuple("C-2", "US")).hasSize(3);
  }

  @Test
  void remembersOnlySoManyCustomers() throws Exception {
    for (int i = 0; i < TicketDirectory.MAX_CUSTOMERS + 10; i++) {
      ask("none", "customer " + i);
    }
    land(ticket("none", "EU", 0));
    assertThat(deliveries()).hasSize(TicketDirectory.MAX_CUSTOMERS + 1);

    ask("none", "one more");
    assertThat(deliveries()).endsWith(tuple("one more", "EU"));
  }

  @Test
  void goesOnFromASnapshotThatHoldsNoPersonalData() throws Exception {
    land(ticket("T-1", "EU", 0));
    ask("T-2", "C-2");
    OperatorSubtaskState snapshot = directory.snapshot(1, 0);
    Path file = folder.resolve("snapshot");
    OperatorSnapshotUtil.writeStateHandle(snapshot, file.toString());
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .contains("T-1")
        .doesNotContain("Lund", "lund", "555");
    directory.close();
    directory = harness();
    directory.initializeState(snapshot);
    directory.open();

    ask("T-1", "C-3");
    land(ticket("T-2", "US", 0));
    assertThat(deliveries())
        .containsExactly(tuple("C-3", "EU"), tuple(CUSTOMER, "US"), tuple("C-2", "US"));
  }

  @Test
  void goesOnFromASavepointOfTheFirstVersion() throws Exception {
    land(ticket("T-1", "EU", 0));
    ask("T-2", "C-2");
    EarlierSavepoint.writeIfAsked(directory.snapshot(1, 0), "ticket-directory-1.savepoint");
    directory.close();
    directory = harness();
    directory.initializeState(EarlierSavepoint.read("ticket-directory-1.savepoint", folder));
    directory.open();

    ask("T-1", "C-3");
    land(ticket("T-2", "US", 0));
    assertThat(deliveries())
        .containsExactly(tuple("C-3", "EU"), tuple(CUSTOMER, "US"), tuple("C-2", "US"));
  }

  @Test
  void forgetsWhatNobodyUses() throws Exception {
    directory.setStateTtlProcessingTime(0);
    land(ticket("T-1", "EU", 0));
    directory.setStateTtlProcessingTime(Duration.ofDays(366).toMillis());
    ask("T-1", "C-2");

    assertThat(deliveries()).hasSize(1);
  }

  private void ask(String ticketId, String custId) throws Exception {
    directory.processElement1(new TicketRequest(ticketId, custId), 0);
  }

  private void land(Ticket ticket) throws Exception {
    directory.processElement2(ticket, 0);
  }

  private List<Tuple> deliveries() {
    return directory.extractOutputValues().stream()
        .map(each -> tuple(each.custId(), each.ticket().region()))
        .toList();
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, TicketRequest, Ticket, TicketDelivery>
      harness() throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new TicketDirectory(config)),
            TicketRequest::ticketId,
            Ticket::ticketId,
            Types.STRING);
    harness
        .getExecutionConfig()
        .configure(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
            getClass().getClassLoader());
    return harness;
  }
}
