package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What web addresses say of somebody: the values of parameters that are called after a kind of
 * personal data, and in all other values, parts of the path and the fragment what has an
 * unmistakable form. A value of several words is read as any text is. Host, path and the names of
 * parameters stay.
 */
final class WebAddressDetector implements Detector {
  /** Found without a word for them, where numbers of pages, orders and articles stand too. */
  private static final Set<PiiKind> UNMISTAKABLE =
      EnumSet.of(
          PiiKind.EMAIL,
          PiiKind.IBAN,
          PiiKind.CARD,
          PiiKind.IP,
          PiiKind.MAC,
          PiiKind.SSN,
          PiiKind.PHONE,
          PiiKind.SECRET);

  /** Card numbers of fewer digits are old, and numbers of articles have as many. */
  private static final int MIN_CARD_DIGITS = 15;

  /** Kinds that are written so that a detector finds where they begin and end. */
  private static final Set<PiiKind> FORMED = EnumSet.of(PiiKind.EMAIL, PiiKind.PHONE, PiiKind.IP);

  private static final Pattern BASE64 = Pattern.compile("[\\w+/-]{12,2048}={0,2}");

  /** JSON Web Tokens (RFC 7519): their first two parts are objects in Base64. */
  private static final Pattern WEB_TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]*");

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{6,}");

  private final List<Detector> detectors;

  /**
   * @param others what is found in texts
   */
  WebAddressDetector(List<Detector> others) {
    detectors = new ArrayList<>(others);
    detectors.add(this);
  }

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (WebAddress address : passage.webAddresses()) {
      findUser(passage, address, found);
      boolean phoneHost = FieldWords.PHONE_HOST.has(hostOf(passage, address));
      for (WebValue value : WebValue.of(passage.shadow(), address)) {
        FieldName name = nameOf(value, phoneHost, passage.context());
        findIn(passage, value, name, found);
      }
    }
  }

  private static FieldName nameOf(WebValue value, boolean phoneHost, ContextWords context) {
    if (!value.isParameter() && phoneHost) {
      return FieldName.PHONE;
    }
    boolean weak =
        !value.isParameter() && FieldWords.WEAK.has(value.name().toLowerCase(Locale.ROOT));
    return weak ? FieldName.NOTHING : FieldName.of(value.name(), context);
  }

  private static String hostOf(Passage passage, WebAddress address) {
    String lower = passage.lower();
    int end = address.bodyStart();
    int start = end;
    while (start > 0
        && (Ascii.isLetterOrDigit(lower.charAt(start - 1)) || lower.charAt(start - 1) == '.')) {
      start--;
    }
    return lower.substring(start, end);
  }

  /**
   * "https://jo.lund:secret@example.com": the user is a login, and with the host an address of the
   * form that mail has.
   */
  private static void findUser(Passage passage, WebAddress address, Consumer<Finding> found) {
    int end = address.hostStart() - 1;
    if (end <= address.userStart()) {
      return;
    }
    String user = passage.shadow().text().substring(address.userStart(), end);
    int colon = user.indexOf(':');
    String login = colon < 0 ? user : user.substring(0, colon);
    if (colon >= 0 && colon + 1 < user.length()) {
      found.accept(
          new Finding(
              address.userStart() + colon + 1, end, PiiKind.SECRET, user.substring(colon + 1)));
    }
    if (!login.isEmpty() && !FieldWords.SERVICE_USER.has(NormalSpelling.word(login))) {
      String host = passage.lower().substring(address.hostStart(), address.bodyStart());
      String email = login.indexOf('@') > 0 ? login : login + "@" + host;
      found.accept(
          new Finding(
              address.userStart(),
              address.userStart() + login.length(),
              PiiKind.EMAIL,
              NormalSpelling.email(email)));
    }
  }

  private void findIn(Passage passage, WebValue value, FieldName name, Consumer<Finding> found) {
    int start = value.start();
    String raw = passage.shadow().text().substring(start, value.end());
    boolean spaced = value.isParameter() && isPlusSpace(raw);
    ShadowText text = passage.shadow().part(start, value.end(), spaced);
    PiiKind kind = value.isParameter() || name == FieldName.PHONE ? name.kind() : null;
    boolean meant = kind != null && name.isMeant(text.text());
    List<Finding> inner = findings(passage.inner(text, label(name, meant, text.text())));
    if (meant && !(FORMED.contains(kind) && has(inner, kind))) {
      found.accept(whole(passage, value, kind, text.text()));
      return;
    }
    boolean sentence = value.isParameter() && text.text().strip().indexOf(' ') > 0;
    for (Finding finding : inner) {
      if (meant || sentence || isUnmistakable(finding, name)) {
        found.accept(finding.shiftedBy(start));
      }
    }
    if (inner.isEmpty()) {
      findEncoded(passage, value, raw, found);
    }
  }

  /** What a value without a word for it is, numbers being those of pages and orders. */
  private static Label label(FieldName name, boolean meant, String value) {
    if (meant || name.isImpersonal()) {
      return name.label();
    }
    boolean sentence = value.strip().indexOf(' ') > 0;
    return name.label() != null || sentence ? name.labelOfOther() : Label.REFERENCE;
  }

  private List<Finding> findings(Passage inner) {
    List<Finding> findings = new ArrayList<>();
    detectors.forEach(detector -> detector.find(inner, findings::add));
    return findings;
  }

  private static boolean has(List<Finding> findings, PiiKind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  private static boolean isUnmistakable(Finding finding, FieldName name) {
    if (finding.kind() == PiiKind.CARD) {
      return !name.isImpersonal() && finding.identity().length() >= MIN_CARD_DIGITS;
    }
    return UNMISTAKABLE.contains(finding.kind())
        || finding.identity().equals(KnownNameDetector.CUSTOMER);
  }

  private static Finding whole(Passage passage, WebValue value, PiiKind kind, String text) {
    String identity = FieldValue.identity(kind, text, passage.known());
    return new Finding(value.start(), value.end(), kind, identity);
  }

  /** A plus is a space between words, and itself in numbers and addresses. */
  private static boolean isPlusSpace(String value) {
    int plus = value.indexOf('+');
    return plus > 0 && value.indexOf('@') < 0;
  }

  /** Values in Base64, with personal data in them, and tokens that say who somebody is. */
  private void findEncoded(Passage passage, WebValue value, String raw, Consumer<Finding> found) {
    if (WEB_TOKEN.matcher(raw).matches()) {
      found.accept(new Finding(value.start(), value.end(), PiiKind.SECRET, raw));
      return;
    }
    if (!BASE64.matcher(raw).matches()) {
      return;
    }
    String decoded = decode(raw);
    if (decoded == null || !PRINTABLE.matcher(decoded).matches()) {
      return;
    }
    findings(passage.inner(ShadowText.of(decoded), Label.REFERENCE)).stream()
        .filter(finding -> isUnmistakable(finding, FieldName.NOTHING))
        .findFirst()
        .ifPresent(
            first ->
                found.accept(
                    new Finding(value.start(), value.end(), first.kind(), first.identity())));
  }

  /** Null where it is not Base64. */
  private static String decode(String value) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/'));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
