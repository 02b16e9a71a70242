package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.CustomerRisk;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskStateTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        RememberedChat.class,
        RiskProfile.class,
        CustomerStanding.class,
        CustomerRisk.class,
        CustomerInsight.class,
        EnrichedChat.class
      })
  void isSerialisedWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
