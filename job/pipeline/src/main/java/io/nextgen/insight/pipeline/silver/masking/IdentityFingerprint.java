package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a ticket tells of its customer, as keyed hashes: the words of the name one by one and run
 * together, the email address and what stands before its {@code @}, the phone number, the account
 * numbers.
 */
public final class IdentityFingerprint {
  /** The hash domain of what stands before the {@code @}, which people also use as a login. */
  static final String EMAIL_LOCAL_PART = "EMAIL_LOCAL_PART";

  /** Shorter numbers would be found in prices and dates. */
  private static final int MIN_PHONE_DIGITS = 7;

  private static final int MIN_ACCOUNT_CHARACTERS = 4;

  private final PiiHasher hasher;
  private final Set<KnownValue> values = new LinkedHashSet<>();

  private IdentityFingerprint(PiiHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * The values that the ticket gives; empty where it names no customer. The same ticket gives the
   * same list.
   */
  public static List<KnownValue> of(Ticket ticket, PiiHasher hasher) {
    IdentityFingerprint fingerprint = new IdentityFingerprint(hasher);
    fingerprint.addName(ticket.customerName());
    fingerprint.addEmail(ticket.email());
    fingerprint.addPhone(ticket.phone());
    if (ticket.accountNumbers() != null) {
      ticket.accountNumbers().forEach(fingerprint::addAccount);
    }
    return List.copyOf(fingerprint.values);
  }

  private void addName(String name) {
    if (name == null) {
      return;
    }
    List<String> words = new ArrayList<>(NormalSpelling.nameWords(name));
    words.removeIf(NameWords::isTitle);
    if (words.size() > 1) {
      add(PiiKind.NAME, PiiKind.NAME.name(), String.join("", words));
    }
    for (String word : words) {
      if (word.codePointCount(0, word.length()) > 1) {
        add(PiiKind.NAME, PiiKind.NAME.name(), word);
      }
    }
  }

  private void addEmail(String email) {
    if (email == null) {
      return;
    }
    String normal = NormalSpelling.email(email);
    int at = normal.lastIndexOf('@');
    if (at > 0) {
      add(PiiKind.EMAIL, PiiKind.EMAIL.name(), normal);
      add(PiiKind.EMAIL, EMAIL_LOCAL_PART, normal.substring(0, at));
    }
  }

  private void addPhone(String phone) {
    if (phone != null && NormalSpelling.digits(phone).length() >= MIN_PHONE_DIGITS) {
      add(PiiKind.PHONE, PiiKind.PHONE.name(), NormalSpelling.phone(phone));
    }
  }

  private void addAccount(String account) {
    String normal = NormalSpelling.identifier(account);
    if (normal.length() >= MIN_ACCOUNT_CHARACTERS) {
      add(PiiKind.ACCOUNT, PiiKind.ACCOUNT.name(), normal);
    }
  }

  private void add(PiiKind kind, String domain, String normal) {
    values.add(new KnownValue(kind, hasher.hash(domain, normal)));
  }
}
