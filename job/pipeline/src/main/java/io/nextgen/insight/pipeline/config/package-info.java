/**
 * What the stages share of configuration: the command line, and the options of the job as a whole.
 */
package io.nextgen.insight.pipeline.config;
