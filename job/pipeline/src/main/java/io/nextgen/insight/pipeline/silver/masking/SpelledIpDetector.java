package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.InetAddressValidator;

/**
 * IPv4 addresses whose points are disguised: {@code 198[.]51[.]100[.]7}, "198 . 51 . 100 . 7", "198
 * dot 51 dot 100 dot 7".
 */
final class SpelledIpDetector implements Detector {
  private static final int OCTETS = 4;
  private static final int LONGEST_OCTET = 3;
  private static final int LONGEST_GAP = 3;
  private static final Set<String> POINTS = Set.of(".", "[.]", "(.)", "{.}");

  private final InetAddressValidator validator = InetAddressValidator.getInstance();

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      int last = isOctet(words.get(i)) ? lastOctet(passage, words, i) : -1;
      if (last > i) {
        report(passage, words, i, last, found);
        i = last;
      }
    }
  }

  private void report(
      Passage passage, List<Word> words, int first, int last, Consumer<Finding> found) {
    StringBuilder address = new StringBuilder();
    for (Word word : words.subList(first, last + 1)) {
      if (isOctet(word)) {
        address.append(address.isEmpty() ? "" : ".").append(word.normal());
      }
    }
    int start = words.get(first).start();
    if (validator.isValidInet4Address(address.toString())
        && !IpDetector.isShared(address.toString())
        && passage.labelBefore(start) != Label.VERSION) {
      found.accept(new Finding(start, words.get(last).end(), PiiKind.IP, address.toString()));
    }
  }

  private static boolean isOctet(Word word) {
    return word.length() <= LONGEST_OCTET && word.isNumber();
  }

  /** The fourth of the octets that begin with this word; -1 where there are not four. */
  private static int lastOctet(Passage passage, List<Word> words, int first) {
    int i = first;
    boolean disguised = false;
    for (int octet = 1; octet < OCTETS; octet++) {
      int next = i + 1;
      if (next < words.size() && words.get(next).is(WordUse.EMAIL_DOT)) {
        next++;
      }
      if (next >= words.size() || !isOctet(words.get(next))) {
        return -1;
      }
      boolean spelled = next == i + 2 && isNear(words, i) && isNear(words, i + 1);
      String gap = spelled ? "" : gap(passage, words.get(i), words.get(next));
      if (!spelled && !POINTS.contains(gap.strip())) {
        return -1;
      }
      disguised |= !gap.equals(".");
      i = next;
    }
    return disguised ? i : -1;
  }

  private static boolean isNear(List<Word> words, int i) {
    return words.get(i + 1).start() - words.get(i).end() <= LONGEST_GAP;
  }

  private static String gap(Passage passage, Word before, Word after) {
    int length = after.start() - before.end();
    return length > LONGEST_GAP ? "" : passage.text().substring(before.end(), after.start());
  }
}
