/**
 * What flows from stage to stage. Immutable records that Flink serialises as POJOs; those that hold
 * words of customers keep them out of {@code toString()}.
 */
package io.nextgen.insight.pipeline.model;
