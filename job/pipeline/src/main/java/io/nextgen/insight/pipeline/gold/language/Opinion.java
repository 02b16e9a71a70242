package io.nextgen.insight.pipeline.gold.language;

import java.util.List;

/**
 * What the customer thinks of one thing, from opinion mining.
 *
 * @param target the thing, such as {@code router}
 * @param sentiment {@code positive}, {@code negative} or {@code mixed}
 * @param assessments the words that say so, such as {@code broken}
 */
public record Opinion(String target, String sentiment, List<String> assessments) {}
