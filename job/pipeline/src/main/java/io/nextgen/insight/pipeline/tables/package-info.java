/** The schema of every Delta table, in one place, and how the model's records become its rows. */
package io.nextgen.insight.pipeline.tables;
