package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class FileQueueTest {

  private final FileQueue queue = new FileQueue(new KindPatterns(new Configuration()), 4);

  @Test
  void ticketsGoBeforeChatsAndTheOldestFirst() {
    add("chat-2", 2);
    add("chat-1", 1);
    add("ticket-9", 9);

    assertThat(queue.beginsWithTickets()).isTrue();
    assertThat(polled()).containsExactly("ticket-9", "chat-1", "chat-2");
    assertThat(queue.beginsWithTickets()).isFalse();
  }

  @Test
  void keepsTheFirstOfMoreThanItCanHold() {
    for (int i = 9; i > 0; i--) {
      add("chat-" + i, i);
    }
    assertThat(queue.size()).isEqualTo(4);
    assertThat(queue.beyond()).isEqualTo(5);
    assertThat(queue.isFull()).isTrue();

    assertThat(queue.poll().path().getName()).isEqualTo("chat-1");
    assertThat(queue.poll().path().getName()).isEqualTo("chat-2");
    assertThat(queue.isFull()).as("half empty").isFalse();
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOld() {
    add("chat", 1);
    LandedFile newer = new LandedFile(new Path("/chat"), 20, 5);
    queue.add(newer);

    assertThat(queue.contains(newer)).isTrue();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.poll()).isEqualTo(newer);
    assertThat(queue.poll()).isNull();
  }

  private void add(String name, long modifiedAt) {
    queue.add(new LandedFile(new Path("/" + name), 10, modifiedAt));
  }

  private List<String> polled() {
    List<String> names = new ArrayList<>();
    while (queue.size() > 0) {
      names.add(queue.poll().path().getName());
    }
    return names;
  }
}
