package io.nextgen.insight.pipeline.gold.language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One thing that the service can be asked, and how often it answered: a server error says something
 * of the document only while others are answered.
 *
 * @param name for messages
 */
record LanguageFeature<T>(
    String name,
    Function<List<LanguageDocument>, CompletableFuture<LanguageAnswer<T>>> request,
    AtomicLong answers) {

  LanguageFeature(
      String name, Function<List<LanguageDocument>, CompletableFuture<LanguageAnswer<T>>> request) {
    this(name, request, new AtomicLong());
  }
}
