/** Read by the AI in ordered batches, and decided: who is at risk, and what to do. */
package io.nextgen.insight.pipeline.gold;
