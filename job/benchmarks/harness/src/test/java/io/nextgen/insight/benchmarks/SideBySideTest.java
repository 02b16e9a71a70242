package io.nextgen.insight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void sidesTakeTurnsAndWarmUpsDoNotCount() throws Exception {
    Comparison comparison =
        new SideBySide(1, 3)
            .side("plain", side("A", 100, 4, 5, 6))
            .side("ours", side("B", 100, 2, 5, 3))
            .run();

    assertThat(calls).containsExactly("A", "B", "A", "B", "A", "B", "A", "B");
    assertThat(comparison.series("ms", "ours").values()).containsExactly(2, 5, 3);
    assertThat(printed(comparison))
        .isEqualTo(
            """
            | ms    | median |   min .. max | to plain |   min .. max |
            | ----- | -----: | -----------: | -------: | -----------: |
            | plain |   5.00 | 4.00 .. 6.00 |          |              |
            | ours  |   3.00 | 2.00 .. 5.00 |     0.50 | 0.50 .. 1.00 |

            """);
  }

  @Test
  void aSideThatIsAloneHasItsFiguresInOneTable() throws Exception {
    Comparison comparison =
        new SideBySide(0, 1).side("ours", () -> new TreeMap<>(Map.of("a", 1.0, "b", 2.0))).run();

    assertThat(printed(comparison))
        .isEqualTo(
            """
            |    | median |   min .. max |
            | -- | -----: | -----------: |
            | a  |   1.00 | 1.00 .. 1.00 |
            | b  |   2.00 | 2.00 .. 2.00 |

            """);
  }

  @Test
  void namesWhatIsNotThere() throws Exception {
    Comparison comparison = new SideBySide(0, 1).side("plain", side("A", 1)).run();

    assertThatThrownBy(() -> comparison.series("ms", "other"))
        .hasMessageStartingWith("No 'ms' of 'other'");
  }

  private Side side(String call, double... values) {
    Iterator<Double> next = Arrays.stream(values).iterator();
    return () -> {
      calls.add(call);
      return Map.of("ms", next.next());
    };
  }

  private static String printed(Comparison comparison) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    comparison.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
