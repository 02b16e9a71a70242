package io.nextgen.insight.pipeline.silver.masking;

/** What the words around a value say that it is. */
enum Label {
  PHONE,
  EMAIL,
  CARD,
  SSN,
  IBAN,
  ACCOUNT,
  IMEI,
  MAC,
  BIRTH,
  NAME,
  ADDRESS,
  SECRET,
  /** An order, a ticket, a parcel, a version: what is not personal. */
  REFERENCE
}
