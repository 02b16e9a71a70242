package io.nextgen.insight.pipeline.silver;

/**
 * A personal value that the customer is known by, as a keyed hash: enough to recognise it in a
 * text, not to read it.
 *
 * @param hash by {@link PiiHasher}, of the value in its normal spelling
 */
public record KnownValue(PiiKind kind, String hash) {}
