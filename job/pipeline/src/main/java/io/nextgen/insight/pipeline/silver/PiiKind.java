package io.nextgen.insight.pipeline.silver;

/** A kind of personal data; its name begins the token that stands in its place. */
public enum PiiKind {
  EMAIL,
  PHONE,
  CARD,
  SSN,
  IBAN,
  IP,
  NAME,
  ADDRESS,
  BIRTH_DATE,
  MAC,
  IMEI,
  SECRET,
  ACCOUNT
}
