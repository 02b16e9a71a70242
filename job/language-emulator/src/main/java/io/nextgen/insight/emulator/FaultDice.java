package io.nextgen.insight.emulator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who meets which fault of a plan: a hash in place of a random generator, so that neither
 * the number of threads nor the order of arrival changes the outcome. Thread-safe.
 */
final class FaultDice {

  /** Requests whose attempts are counted; the least recently seen is forgotten first. */
  private static final int REMEMBERED_REQUESTS = 65_536;

  private static final List<Fault> OF_REQUESTS =
      Arrays.stream(Fault.values()).filter(fault -> fault != Fault.REFUSED_DOCUMENT).toList();

  private final FaultPlan plan;
  private final Map<Long, Integer> attempts =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > REMEMBERED_REQUESTS;
        }
      };

  FaultDice(FaultPlan plan) {
    this.plan = plan;
  }

  /** One throw of the dice: what this attempt at a request meets. */
  record Throw(Optional<Fault> fault, long latencyMillis, double detail) {}

  FaultPlan plan() {
    return plan;
  }

  Throw next(byte[] request) {
    if (plan.isQuiet()) {
      return new Throw(Optional.empty(), 0, 0);
    }
    long identity = Arrays.hashCode(request) * 31L + request.length;
    int attempt;
    synchronized (attempts) {
      attempt = attempts.merge(identity, 1, Integer::sum);
    }
    long throwSeed = mix(plan.seed() ^ mix(identity) ^ mix(attempt));
    long latency = plan.latencyMillis() + Math.round(plan.jitterMillis() * uniform(throwSeed + 1));
    boolean spared = plan.attempts() > 0 && attempt > plan.attempts();
    return new Throw(
        spared ? Optional.empty() : fault(uniform(throwSeed)), latency, uniform(throwSeed + 2));
  }

  /** Whether a document with this text is refused, on this attempt as on every other. */
  boolean refuses(String text) {
    if (plan.refusedText() != null && text.contains(plan.refusedText())) {
      return true;
    }
    double rate = plan.rate(Fault.REFUSED_DOCUMENT);
    return rate > 0 && uniform(mix(plan.seed()) ^ mix(text.hashCode())) < rate;
  }

  private Optional<Fault> fault(double drawn) {
    double upTo = 0;
    for (Fault fault : OF_REQUESTS) {
      upTo += plan.rate(fault);
      if (drawn < upTo) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private static double uniform(long seed) {
    return (mix(seed) >>> 11) * 0x1.0p-53;
  }

  /** The finaliser of SplitMix64: neighbouring inputs, unrelated outputs. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
