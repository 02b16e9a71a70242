package io.nextgen.insight.pipeline.bronze;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Labels that people choose or type, in the one spelling in which they can be compared. */
final class Labels {

  private static final Pattern SPACE = Pattern.compile("[\\s\\h\\v\\u0000-\\u001f]+");

  /** Characters without width: joiners, marks of direction, soft hyphens, variation selectors. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u1160\\u3164\\ufe00-\\ufe0f]+");

  private Labels() {}

  /**
   * As a reader sees it: compatible characters as one (full-width letters are letters), invisible
   * ones gone, a single space between words; null where nothing is left, and for null.
   */
  static String readable(String label) {
    if (label == null) {
      return null;
    }
    String normal = Normalizer.normalize(label, Normalizer.Form.NFKC);
    String visible = INVISIBLE.matcher(normal).replaceAll("");
    return SPACE.matcher(visible).replaceAll(" ").strip();
  }

  /**
   * The label of a product: readable, in the capitals of the source, which may be its own.
   *
   * @return null where nothing is left
   */
  static String ofProduct(String label) {
    String readable = readable(label);
    return readable == null || readable.isEmpty() ? null : readable;
  }

  /**
   * The label of a region or a priority: readable, a capital at each word whatever the source's
   * capitals are, unless {@link LabelSpellings} knows better.
   *
   * @return null where nothing is left
   */
  static String ofPlaceOrPriority(String label) {
    String readable = ofProduct(label);
    return readable == null ? null : LabelSpellings.SHIPPED.spell(readable);
  }
}
