package io.nextgen.insight.optimizer;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Tells whether a row is of a customer who is to be forgotten. As a function of SQL, so that the
 * tables' histories, which quote a statement's condition, name the function and no customer.
 */
final class ErasedCustomers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String OF_A_CUSTOMER = "insight_erased_customer";
  private static final String RAW_RECORD = "insight_erased_record";
  private static final String DEAD_LETTER = "insight_erased_dead_letter";

  private final CustomerHash hash;
  private final Set<String> hashes;
  private final Set<String> personalData;

  /**
   * @param hashes of the customers
   * @param personalData what else gives a customer away in a dead letter: name, email, phone
   */
  ErasedCustomers(CustomerHash hash, Set<String> hashes, Set<String> personalData) {
    this.hash = hash;
    this.hashes = Set.copyOf(hashes);
    this.personalData = Set.copyOf(personalData);
  }

  /** Makes {@link #condition} known to SQL, in place of that of other customers. */
  void register(SparkSession spark) {
    spark
        .udf()
        .register(OF_A_CUSTOMER, (UDF1<String, Boolean>) this::isCustomer, DataTypes.BooleanType);
    spark.udf().register(RAW_RECORD, (UDF1<String, Boolean>) this::isRecord, DataTypes.BooleanType);
    spark.udf().register(DEAD_LETTER, (UDF1<String, Boolean>) this::isNamed, DataTypes.BooleanType);
  }

  static String condition(LakeTable table) {
    return switch (table.rows()) {
      case OF_A_CUSTOMER -> OF_A_CUSTOMER + "(cust_id)";
      case RAW_RECORDS -> RAW_RECORD + "(raw_text)";
      case DEAD_LETTERS -> DEAD_LETTER + "(raw_text)";
      case OF_NOBODY -> "false";
    };
  }

  boolean isCustomer(String custId) {
    return custId != null && hashes.contains(hash.of(custId));
  }

  /** A record that tells whose it is; one that does not is judged as a dead letter. */
  boolean isRecord(String rawText) {
    if (rawText == null) {
      return false;
    }
    List<String> ids = RawRecord.ids(rawText, "cust_id");
    return ids.isEmpty() ? isNamed(rawText) : ids.stream().anyMatch(this::isCustomer);
  }

  boolean isNamed(String rawText) {
    return rawText != null
        && (RawRecord.ids(rawText, "cust_id").stream().anyMatch(this::isCustomer)
            || personalData.stream().anyMatch(rawText::contains)
            || RawRecord.words(rawText).anyMatch(this::isCustomer));
  }
}
