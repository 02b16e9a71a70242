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
  /** What is called no more than "code", and is a code to log in. */
  LOGIN_CODE,
  /** An order, a ticket, a parcel, an error. */
  REFERENCE,
  VERSION;

  /** Whether the label, which may be null, says that the value is nothing personal. */
  static boolean isImpersonal(Label label) {
    return label == REFERENCE || label == VERSION;
  }
}
