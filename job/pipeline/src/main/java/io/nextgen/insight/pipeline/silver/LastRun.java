package io.nextgen.insight.pipeline.silver;

/**
 * What a run of the job tells the next one.
 *
 * @param checkpointAt when its checkpoint was taken, in milliseconds of the epoch
 * @param keyCheck a hash under the PII key, the same for as long as the key is
 */
public record LastRun(long checkpointAt, String keyCheck) {}
