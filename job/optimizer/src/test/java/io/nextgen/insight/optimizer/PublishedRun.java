package io.nextgen.insight.optimizer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of a real run in Spark's catalog, once for all tests of the JVM, with the views; and
 * their rows, from which tests make in Java what a view or a query should say.
 */
final class PublishedRun {
  private static final Path QUERIES = Path.of("sql/queries");

  private static boolean published;
  private static List<Row> chats;
  private static List<Row> standings;

  private PublishedRun() {}

  static synchronized void publish() throws Exception {
    if (!published) {
      assertThat(TestingSpark.run("publish", "--lake", RealRun.lake().toString()))
          .isEqualTo("Published 8 tables and 8 views%n".formatted());
      chats = newestChats();
      standings = newestStandings();
      published = true;
    }
  }

  /** The newest revision of each chat, once it is published. */
  static List<Row> chats() {
    return chats;
  }

  /** The newest standing of each customer, once it is published. */
  static List<Row> standings() {
    return standings;
  }

  private static List<Row> newestChats() throws Exception {
    List<Row> newest =
        newest(
            TestingSpark.rows(RealRun.lake(), "SELECT * FROM {gold.customer_insights}"),
            chat -> text(chat, "cust_id") + text(chat, "chat_id"),
            Comparator.comparing(chat -> chat.<Integer>getAs("revision")));
    assertThat(newest).as("chats of the sample data").hasSize(81);
    return newest;
  }

  private static List<Row> newestStandings() throws Exception {
    return newest(
        TestingSpark.rows(RealRun.lake(), "SELECT * FROM {gold.customer_risk}"),
        standing -> text(standing, "cust_id"),
        Comparator.comparing(
                (Row standing) -> standing.getTimestamp(standing.fieldIndex("changed_at")))
            .thenComparing(standing -> standing.getTimestamp(standing.fieldIndex("as_of")))
            .thenComparing(standing -> text(standing, "trigger_chat_id")));
  }

  static Dataset<Row> view(String name) {
    return TestingSpark.session().table("gold." + name);
  }

  static Dataset<Row> query(String name) throws Exception {
    return TestingSpark.session().sql(sql(name));
  }

  static String sql(String name) throws Exception {
    return Files.readString(QUERIES.resolve(name + ".sql"));
  }

  static Set<String> queries() throws Exception {
    return names(QUERIES);
  }

  static Set<String> names(Path folder) throws Exception {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sql")) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".sql", "")));
    }
    return names;
  }

  static List<Row> rows(Dataset<Row> query) {
    return query.collectAsList();
  }

  static String text(Row row, String column) {
    return row.getAs(column);
  }

  static List<Row> newest(List<Row> rows, Function<Row, String> key, Comparator<Row> order) {
    return new ArrayList<>(
        rows.stream().collect(toMap(key, identity(), BinaryOperator.maxBy(order))).values());
  }

  static Predicate<Row> sentiment(String sentiment) {
    return chat -> sentiment.equals(chat.getAs("sentiment"));
  }

  static String day(Row chat) {
    return chat.getTimestamp(chat.fieldIndex("event_time"))
        .toInstant()
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  static String orUnknown(String value) {
    return value == null ? "unknown" : value;
  }
}
