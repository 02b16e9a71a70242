package io.nextgen.insight.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Uploads files of chats and tickets, as another system would. */
record LandingFiles(String root, Configuration hadoop) {
  static final int CHATS_PER_FILE = 20;

  private static final String EMAIL = "wanda.quist%s@example.org";
  private static final String NAME = "Wanda Quist";

  /** Whether it holds what only landing and bronze may hold. The name is known by tickets alone. */
  static boolean isPersonal(String text) {
    return text.contains("wanda.quist") || text.contains("Wanda");
  }

  /** A file of chats, and one with the ticket that they name. */
  void land(int file, String customer) throws IOException {
    String email = EMAIL.formatted(customer);
    upload(
        "tickets_%d.json".formatted(file),
        """
        {"ticket_id": "T-%s", "cust_id": "C-%s", "Region": "Dublin", "Priority": "High", "customer_name": "%s", "email": "%s"}
        """
            .formatted(customer, customer, NAME, email));
    upload(
        "chats_%d.json".formatted(file),
        IntStream.range(0, CHATS_PER_FILE)
            .mapToObj(
                chat ->
                    """
                    {"chat_id": "%s", "cust_id": "C-%s", "ticket_id": "T-%s", "timestamp": "2026-11-20T10:00:%02dZ", "messages": [{"speaker": "customer", "text": "This is Wanda. My router keeps dropping and nobody helps, this is awful. Write to %s"}]}
                    """
                        .formatted(chatId(file, chat), customer, customer, chat, email))
            .collect(Collectors.joining()));
  }

  /** The ids of all chats in files 1 to {@code files}, in their order. */
  static List<String> chatIds(int files) {
    return IntStream.rangeClosed(1, files)
        .boxed()
        .flatMap(file -> IntStream.range(0, CHATS_PER_FILE).mapToObj(chat -> chatId(file, chat)))
        .toList();
  }

  private static String chatId(int file, int chat) {
    return "CH-%03d-%02d".formatted(file, chat);
  }

  private void upload(String name, String content) throws IOException {
    Path path = new Path(root, name);
    try (OutputStream out = path.getFileSystem(hadoop).create(path)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
