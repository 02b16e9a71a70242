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
