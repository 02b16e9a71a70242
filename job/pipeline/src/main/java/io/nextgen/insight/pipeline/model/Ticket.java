package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;

/**
 * A ticket as the contract reads it, before masking.
 *
 * @param ticketId never null
 * @param custId never null
 * @param region in the one spelling of its label; null where the source does not say
 * @param priority like {@code region}
 * @param product in the capitals of the source; null where it does not say
 * @param createdAt null where the source does not say
 * @param customerName personal; null where the source does not say
 * @param email personal; null where the source does not say
 * @param phone personal; null where the source does not say
 * @param accountNumbers personal: further identifiers of the customer that the source gives; may be
 *     empty
 * @param rescuedData a JSON object of the fields that the contract does not know or could not read;
 *     null where there are none
 */
public record Ticket(
    String ticketId,
    String custId,
    String region,
    String priority,
    String product,
    Instant createdAt,
    String customerName,
    String email,
    String phone,
    List<String> accountNumbers,
    String rescuedData,
    Origin origin,
    Instant ingestedAt) {

  /** Without the customer's personal data. */
  @Override
  public String toString() {
    return "Ticket[%s, %s]".formatted(ticketId, origin);
  }
}
