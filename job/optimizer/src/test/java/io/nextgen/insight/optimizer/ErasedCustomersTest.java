package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasedCustomersTest {
  private final CustomerHash hash = new CustomerHash(new byte[32]);
  private final ErasedCustomers customers =
      new ErasedCustomers(hash, Set.of(hash.of("C-2041")), Set.of("denise.okafor@example.com"));

  @Test
  void aRowIsOfACustomerByItsIdAsAWhole() {
    assertThat(customers.isCustomer("C-2041")).isTrue();
    assertThat(customers.isCustomer(" C-2041 ")).isTrue();
    assertThat(customers.isCustomer("C-20410")).isFalse();
    assertThat(customers.isCustomer(null)).isFalse();
  }

  @Test
  void aRecordIsOfTheCustomerThatItNamesAsItsOwn() {
    assertThat(customers.isRecord("{\"cust_id\":\"C-2041\",\"text\":\"hi\"}")).isTrue();
    assertThat(customers.isRecord("{\"cust_id\":\"C-7\",\"text\":\"I know C-2041\"}")).isFalse();
    assertThat(customers.isRecord("no JSON, but C-2041")).isTrue();
    assertThat(customers.isRecord(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7001", "7001.0", "7.001E3", "70010e-1", "\"7001\"", "\" 7001.00 \""})
  void eachSpellingOfAWholeNumberIsTheSameCustomer(String id) {
    for (String named : new String[] {"7001", "7001.0"}) {
      ErasedCustomers numbered = new ErasedCustomers(hash, Set.of(hash.of(named)), Set.of());
      assertThat(numbered.isRecord("{\"cust_id\":%s,\"text\":\"hi\"}".formatted(id))).isTrue();
      assertThat(numbered.isNamed("{\"cust_id\":%s,\"te".formatted(id))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "70010", "7001.5", "7.001E4", "-7001", "\"7.001E3\"", "\"07001\""})
  void anotherNumberIsAnotherCustomer(String id) {
    ErasedCustomers numbered = new ErasedCustomers(hash, Set.of(hash.of("7001")), Set.of());

    assertThat(numbered.isRecord("{\"cust_id\":%s}".formatted(id))).isFalse();
    assertThat(numbered.isNamed("It cost 7001.0 or 7001 euros")).isFalse();
  }

  @Test
  void aDeadLetterIsOfAnyoneWhomItNames() {
    assertThat(customers.isNamed("{\"cust_id\":\"C-7\",\"text\":\"I know C-2041.\"}")).isTrue();
    assertThat(customers.isNamed("{\"email\":\"denise.okafor@example.com\"")).isTrue();
    assertThat(customers.isNamed("{\"cust_id\":\"C-20411\"")).isFalse();
  }

  @Test
  void hashesDependOnTheKeyAndTellNothing() {
    CustomerHash other = new CustomerHash("another key, of 32 bytes at least".getBytes());

    assertThat(other.of("C-2041")).isNotEqualTo(hash.of("C-2041")).hasSize(64);
    assertThat(other.keyFingerprint()).isNotEqualTo(hash.keyFingerprint());
    assertThat(hash.toString()).isEqualTo("CustomerHash");
  }

  @Test
  void aKeyThatCannotBeUsedIsNamedAndNotQuoted(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "c2hvcnQ=");

    assertThatThrownBy(() -> ErasureKey.load(Optional.empty(), Map.of()))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("--key-file")
        .hasMessageContaining(ErasureKey.VARIABLE);
    assertThatThrownBy(() -> ErasureKey.load(Optional.of(file.toString()), Map.of()))
        .hasMessage("The key file " + file + " holds 5 bytes; at least 32 are needed");
    assertThatThrownBy(
            () -> ErasureKey.load(Optional.empty(), Map.of(ErasureKey.VARIABLE, "not base64!")))
        .hasMessage("The variable INSIGHT_ERASURE_KEY does not hold Base64");
    assertThatThrownBy(() -> ErasureKey.load(Optional.of(folder + "/none"), Map.of()))
        .hasMessage("The key file " + folder + "/none does not exist");
    assertThat(ErasureKey.load(Optional.empty(), Map.of(ErasureKey.VARIABLE, TestingSpark.KEY)))
        .hasSize(32);
  }
}
