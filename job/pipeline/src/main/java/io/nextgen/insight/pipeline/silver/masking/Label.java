package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;

/** What the words around a value say that it is. */
enum Label {
  PHONE(PiiKind.PHONE),
  EMAIL(PiiKind.EMAIL),
  CARD(PiiKind.CARD),
  SSN(PiiKind.SSN),
  IBAN(PiiKind.IBAN),
  ACCOUNT(PiiKind.ACCOUNT),
  IMEI(PiiKind.IMEI),
  MAC(PiiKind.MAC),
  BIRTH(PiiKind.BIRTH_DATE),
  NAME(PiiKind.NAME),
  ADDRESS(PiiKind.ADDRESS),
  SECRET(PiiKind.SECRET),
  /** What is called no more than "code", and is a code to log in. */
  LOGIN_CODE(PiiKind.SECRET),
  /** An order, a ticket, a parcel, an error. */
  REFERENCE(null),
  VERSION(null),
  /** What never is a person's: a product's identifier, a VLAN, a colour. */
  THING(null);

  private final PiiKind kind;

  Label(PiiKind kind) {
    this.kind = kind;
  }

  /** What a value with this label is masked as; null for what is nothing personal. */
  PiiKind kind() {
    return kind;
  }

  /** Whether the label, which may be null, says that the value is nothing personal. */
  static boolean isImpersonal(Label label) {
    return label == REFERENCE || label == VERSION || label == THING;
  }
}
