/**
 * Finds personal data in text and puts tokens in its place. Knows nothing of Flink's operators; the
 * operator beside this package gives it the customer's state.
 */
package io.nextgen.insight.pipeline.silver.masking;
