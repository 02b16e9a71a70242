package io.nextgen.insight.pipeline.landing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A landed file of chats by the contract, about 2 KB each, one message in ten beyond ASCII. */
enum BenchmarkChats {
  /** One a line. */
  LINES("", "\n", "\n", false),
  /** All in one array, on one line. */
  ARRAY("[", ",", "]", false),
  /** All in one array, indented. */
  PRETTY("[", ",\n", "]\n", true);

  private static final String[] WORDS =
      ("my internet has been down since tuesday and nobody can tell me when it will be fixed the"
              + " router light is red i called twice please help with this order number and price"
              + " of the account thank you very much for your patience let me check that for you")
          .split(" ");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String before;
  private final String between;
  private final String after;
  private final boolean pretty;

  BenchmarkChats(String before, String between, String after, boolean pretty) {
    this.before = before;
    this.between = between;
    this.after = after;
    this.pretty = pretty;
  }

  /** At least so many bytes; always the same. */
  byte[] bytes(long size) throws IOException {
    ObjectWriter writer = pretty ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();
    Random random = new Random(1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(before.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; file.size() < size; i++) {
      if (i > 0) {
        file.write(between.getBytes(StandardCharsets.UTF_8));
      }
      file.write(writer.writeValueAsBytes(chat(i, random)));
    }
    file.write(after.getBytes(StandardCharsets.UTF_8));
    return file.toByteArray();
  }

  private static ObjectNode chat(int number, Random random) {
    ObjectNode chat = JSON.createObjectNode();
    chat.put("chat_id", "CH-" + number);
    chat.put("ticket_id", "TK-" + random.nextInt(100_000));
    chat.put("cust_id", "C-" + random.nextInt(50_000));
    chat.put("timestamp", timestamp(random));
    chat.put("channel", "chat");
    ArrayNode messages = chat.putArray("messages");
    for (int i = 4 + random.nextInt(16); i > 0; i--) {
      messages
          .addObject()
          .put("speaker", i % 2 == 0 ? "customer" : "agent")
          .put("text", text(random))
          .put("ts", timestamp(random));
    }
    return chat;
  }

  private static String timestamp(Random random) {
    return "2026-11-%02dT%02d:%02d:%02dZ"
        .formatted(
            1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 5 + random.nextInt(30); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i == 1 ? "." : " ");
    }
    if (random.nextInt(10) == 0) {
      text.append(" It’s a “café” – très \"cher\".");
    }
    return text.toString();
  }
}
