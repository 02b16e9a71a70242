/**
 * The AI service as the job sees it: documents in, what was read out of them out. Knows nothing of
 * chats or of Flink's operators, so that another service can take Azure AI Language's place.
 */
package io.nextgen.insight.pipeline.gold.language;
