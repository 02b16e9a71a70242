package io.nextgen.insight.pipeline.bronze;

import java.util.Set;

/**
 * The names that the contract knows, as {@link JsonRecord#keys} has them.
 *
 * @param fields of a record
 * @param messageFields of each message in it; none where there are no messages
 */
record Contract(Set<String> fields, Set<String> messageFields) {

  static final Contract CHAT =
      new Contract(
          JsonRecord.keys(
              "chat_id",
              "cust_id",
              "ticket_id",
              "timestamp",
              "channel",
              "language",
              "messages",
              "transcript"),
          JsonRecord.keys("speaker", "text", "ts"));

  static final Contract TICKET =
      new Contract(
          JsonRecord.keys(
              "ticket_id",
              "cust_id",
              "Region",
              "Priority",
              "product",
              "created_at",
              "customer_name",
              "email",
              "phone",
              "account_number",
              "account_numbers",
              "account_no",
              "account_id",
              "account"),
          Set.of());
}
