/** Recognises what people speak of, by files of phrases that a person can read and extend. */
package io.nextgen.insight.pipeline.gold.vocabulary;
