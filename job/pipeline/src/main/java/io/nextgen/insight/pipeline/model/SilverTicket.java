package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/** A version of a ticket, free of personal data: a row of {@code silver.tickets}. */
public record SilverTicket(
    String ticketId,
    String custId,
    String region,
    String priority,
    String product,
    Instant createdAt,
    String rescuedData,
    Origin origin,
    Instant ingestedAt) {}
