package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Collection;
import java.util.EnumSet;
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
  static final KnownIdentity NOBODY = new KnownIdentity(List.of(), null, null);

  private final Set<String> hashes = new HashSet<>();
  private final Set<PiiKind> kinds = EnumSet.noneOf(PiiKind.class);
  private final Map<String, Boolean> knownNames = new HashMap<>();
  private final PiiHasher hasher;
  private final NameHashes nameHashes;

  KnownIdentity(Collection<KnownValue> known, PiiHasher hasher, NameHashes nameHashes) {
    this.hasher = hasher;
    this.nameHashes = nameHashes;
    for (KnownValue value : known) {
      hashes.add(value.hash());
      kinds.add(value.kind());
    }
  }

  /** Whether anything of this kind is known. */
  boolean has(PiiKind kind) {
    return kinds.contains(kind);
  }

  /** Whether a word, in its normal spelling, belongs to the customer's name. */
  boolean isName(String word) {
    return has(PiiKind.NAME)
        && knownNames.computeIfAbsent(word, name -> hashes.contains(nameHashes.of(name)));
  }

  /** Whether this is what stands before the {@code @} of the customer's address. */
  boolean isEmailLocalPart(String word) {
    return has(PiiKind.EMAIL)
        && hashes.contains(hasher.hash(IdentityFingerprint.EMAIL_LOCAL_PART, word));
  }

  boolean isEmail(String address) {
    return isKnown(PiiKind.EMAIL, address);
  }

  boolean isPhone(String digits) {
    return isKnown(PiiKind.PHONE, digits);
  }

  boolean isAccount(String identifier) {
    return isKnown(PiiKind.ACCOUNT, identifier);
  }

  private boolean isKnown(PiiKind kind, String value) {
    return has(kind) && hashes.contains(hasher.hash(kind.name(), NormalSpelling.of(kind, value)));
  }
}
