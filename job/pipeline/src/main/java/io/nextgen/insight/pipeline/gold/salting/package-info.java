/**
 * Keys for batches of one region, without the straggler that a hot region would make: {@code
 * Region#salt}, with as many salts as the region's measured share of the traffic asks for.
 */
package io.nextgen.insight.pipeline.gold.salting;
