package io.nextgen.insight.optimizer;

import static io.nextgen.insight.optimizer.PublishedRun.names;
import static io.nextgen.insight.optimizer.PublishedRun.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What analysts read about tables, views and columns, beside those that a real run published. */
class AnalystPageIT {
  private static final Path PAGE = Path.of("docs/analysts.md");
  private static final Pattern HEADING =
      Pattern.compile("## (\\w+\\.\\w+)(?:, and (\\w+\\.\\w+))?");
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

  @BeforeAll
  static void publish() throws Exception {
    PublishedRun.publish();
  }

  /** The page for analysts has each column of what they may read, and no other. */
  @Test
  void thePageExplainsEachColumn() throws Exception {
    Map<String, Set<String>> explained = new TreeMap<>();
    List<String> current = List.of();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        Matcher heading = HEADING.matcher(line);
        current =
            heading.matches()
                ? Stream.of(heading.group(1), heading.group(2)).filter(Objects::nonNull).toList()
                : List.of();
        current.forEach(table -> explained.put(table, new LinkedHashSet<>()));
      } else if (line.startsWith("| `") && !current.isEmpty()) {
        Matcher column = QUOTED.matcher(line.substring(0, line.indexOf('|', 1)));
        while (column.find()) {
          current.forEach(table -> explained.get(table).add(column.group(1)));
        }
      }
    }

    Map<String, Set<String>> there = new TreeMap<>();
    for (LakeTable table : LakeTable.values()) {
      if (!table.layer().equals("bronze")) {
        there.put(table.qualifiedName(), columns(table.qualifiedName()));
      }
    }
    for (String view : Publication.VIEWS) {
      there.put("gold." + view, columns("gold." + view));
    }
    assertThat(explained.keySet()).isEqualTo(there.keySet());
    // They share a part of the page: each has columns that the other lacks.
    Set<String> insights = there.get("gold.customer_insights");
    insights.addAll(there.put("gold.current_customer_insights", insights));
    there.forEach(
        (table, columns) -> assertThat(explained.get(table)).as(table).isEqualTo(columns));
  }

  @Test
  void columnsOfViewsHaveTheirComments() {
    for (String view : Publication.VIEWS) {
      for (StructField column : view(view).schema().fields()) {
        assertThat(column.getComment().isDefined()).as(view + "." + column.name()).isTrue();
      }
    }
  }

  @Test
  void everyViewOfTheFolderIsPublished() throws Exception {
    assertThat(names(Path.of("sql/views"))).isEqualTo(new TreeSet<>(Publication.VIEWS));
  }

  private static Set<String> columns(String table) {
    return new LinkedHashSet<>(List.of(TestingSpark.session().table(table).columns()));
  }
}
