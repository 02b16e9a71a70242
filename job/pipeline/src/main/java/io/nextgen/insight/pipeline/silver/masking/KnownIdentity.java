package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The customer as keyed state knows him or her: recognises a value, cannot tell it. Remembers the
 * answers of one conversation, in memory only, since words repeat.
 */
final class KnownIdentity {
  static final KnownIdentity NOBODY = new KnownIdentity(List.of(), null);

  private final Set<String> hashes = new HashSet<>();
  private final Map<String, Boolean> knownNames = new HashMap<>();
  private final PiiHasher hasher;
  private final boolean hasNames;
  private final boolean hasEmail;

  KnownIdentity(Collection<KnownValue> known, PiiHasher hasher) {
    this.hasher = hasher;
    this.hasEmail = known.stream().anyMatch(value -> value.kind() == PiiKind.EMAIL);
    this.hasNames = known.stream().anyMatch(value -> value.kind() == PiiKind.NAME);
    known.forEach(value -> hashes.add(value.hash()));
  }

  boolean hasEmail() {
    return hasEmail;
  }

  boolean hasName() {
    return hasNames;
  }

  /** Whether a word, in its normal spelling, belongs to the customer's name. */
  boolean isName(String word) {
    return hasNames && knownNames.computeIfAbsent(word, name -> isKnown(PiiKind.NAME.name(), name));
  }

  /** Whether this is what stands before the {@code @} of the customer's address. */
  boolean isEmailLocalPart(String word) {
    return isKnown(IdentityFingerprint.EMAIL_LOCAL_PART, word);
  }

  boolean isPhone(String digits) {
    return isKnown(PiiKind.PHONE.name(), NormalSpelling.phone(digits));
  }

  boolean isAccount(String identifier) {
    return isKnown(PiiKind.ACCOUNT.name(), NormalSpelling.identifier(identifier));
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  private boolean isKnown(String domain, String normal) {
    return !hashes.isEmpty() && hashes.contains(hasher.hash(domain, normal));
  }
}
