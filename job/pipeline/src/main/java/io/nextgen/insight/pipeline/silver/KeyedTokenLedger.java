package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.silver.masking.TokenLedger;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The tokens of the customer whose key is the current one.
 *
 * @param numbers by kind and hash; beside them by kind alone, how many there are of it
 */
record KeyedTokenLedger(MapState<String, Integer> numbers) implements TokenLedger {

  @Override
  public int numberFor(PiiKind kind, String hash) {
    try {
      String key = kind.name() + '/' + hash;
      Integer number = numbers.get(key);
      if (number == null) {
        Integer last = numbers.get(kind.name());
        number = last == null ? 1 : last + 1;
        numbers.put(kind.name(), number);
        numbers.put(key, number);
      }
      return number;
    } catch (Exception e) {
      throw new FlinkRuntimeException("The tokens of a customer cannot be read from state", e);
    }
  }
}
