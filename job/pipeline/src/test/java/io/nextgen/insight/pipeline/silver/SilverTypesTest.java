package io.nextgen.insight.pipeline.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.SilverTicket;
import io.nextgen.insight.pipeline.model.Ticket;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilverTypesTest {

  /** What flows and what is kept evolves field by field; Kryo's bytes would not. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Chat.class,
        Ticket.class,
        JoinedChat.class,
        JoinedTicket.class,
        SilverChat.class,
        SilverTicket.class,
        SeenChat.class,
        RememberedTicket.class,
        ListedTicket.class,
        TicketRequest.class,
        TicketDelivery.class,
        WaitingChat.class,
        KnownValue.class,
        LastRun.class
      })
  void areSerializedByFlinkItself(Class<?> type) {
    TypeInformation<?> information = TypeInformation.of(type);
    Configuration withoutKryo = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);

    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThatCode(() -> information.createSerializer(new SerializerConfigImpl(withoutKryo)))
        .doesNotThrowAnyException();
  }
}
