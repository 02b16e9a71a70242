package io.nextgen.insight.pipeline.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one most likely stands for. */
public final class NearestName {

  private NearestName() {}

  /**
   * The nearest of the names, in any letter case; empty where none is near.
   *
   * @param typed what was given
   */
  public static Optional<String> of(String typed, Collection<String> names) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> ending =
        names.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("." + wanted))
            .toList();
    if (ending.size() == 1) {
      return Optional.of(ending.get(0));
    }
    return names.stream()
        .filter(name -> distance(wanted, name) <= tolerance(wanted, name))
        .min(Comparator.comparingInt((String name) -> distance(wanted, name)));
  }

  /** " Did you mean X?", or an empty text. */
  public static String question(String typed, Collection<String> names) {
    return of(typed, names).map(" Did you mean %s?"::formatted).orElse("");
  }

  private static int tolerance(String wanted, String name) {
    int length = Math.min(wanted.length(), name.length());
    // Two letters, such as a country's code, are near to far too many others.
    return length < 3 ? 0 : Math.max(1, length / 3);
  }

  /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
  private static int distance(String a, String name) {
    String b = name.toLowerCase(Locale.ROOT);
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, a, b, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int cost(int[][] costs, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost =
        Math.min(
            costs[i - 1][j - 1] + (same ? 0 : 1), Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}
