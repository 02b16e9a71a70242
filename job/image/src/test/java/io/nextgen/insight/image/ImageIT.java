package io.nextgen.insight.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.azurite.TestingAzurite;
import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.LanguageEmulator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image's content at work, without a container: processes started from its folders with the
 * FlinkDeployment's own configuration and arguments. Landing zone, lake, checkpoints, savepoints
 * and high availability are on Azurite, behind TLS and a login by workload identity; the AI service
 * is the emulator.
 */
class ImageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String PASSWORD = "changeit";
  private static final String CUSTOMER = "1";
  private static final String CHATS_WAITING = "flink_taskmanager_job_task_operator_chatsWaiting";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private DeploymentManifest manifest;
  private TestingAzurite azurite;
  private TestingEntra entra;
  private TestingZooKeeper zooKeeper;
  private LanguageEmulator emulator;
  private LandingFiles landing;
  private LakeReader lake;
  private final List<AutoCloseable> clusters = new ArrayList<>();
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private int highAvailabilityClusters = 1;
  private Path keyStore;
  private Path piiKey;

  @BeforeEach
  void startAzure() throws Exception {
    keyStore = makeCertificate();
    piiKey = folder.resolve("pii.key");
    writePiiKey(1);
    System.setProperty("javax.net.ssl.trustStore", keyStore.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    azurite = TestingAzurite.startWithTokens(keyStore, PASSWORD);
    entra = TestingEntra.start(folder);
    zooKeeper = TestingZooKeeper.start(folder.resolve("zookeeper"));
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
    arguments.put("pii.key-file", piiKey.toString());
    arguments.put("language.endpoint", emulator.endpoint().toString());
    arguments.put(
        "language.key-file",
        Files.writeString(folder.resolve("language.key"), emulator.key()).toString());
    manifest = DeploymentManifest.read().onStorageAccount(TestingAzurite.ACCOUNT);

    org.apache.hadoop.conf.Configuration hadoop = new org.apache.hadoop.conf.Configuration();
    azurite.hadoopSettings().forEach(hadoop::set);
    makeContainers(hadoop);
    landing = new LandingFiles(argument("landing.path"), hadoop);
    lake = new LakeReader(argument("lake.path"), hadoop);
  }

  @AfterEach
  void stopAzure() throws Exception {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
    for (AutoCloseable each : clusters) {
      each.close();
    }
    for (AutoCloseable each : new AutoCloseable[] {emulator, zooKeeper, entra, azurite}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  void crashesIsRescaledUpgradedAndGivenAnotherKeyWithEachChatInGoldOnce() throws Exception {
    landing.land(1, CUSTOMER);
    TestingCluster cluster = start(SavepointRestoreSettings.none());
    awaitGold(cluster, 1);
    assertThat(ObservedMetrics.asked(""))
        .contains(CHATS_WAITING, "flink_jobmanager_job_runningTime");
    assertThat(ObservedMetrics.missingIn(cluster.metrics(), "")).isEmpty();

    // Both processes die at once; the successors find their checkpoint by high availability.
    cluster.kill();
    landing.land(2, "2");
    cluster = start(SavepointRestoreSettings.none());
    awaitGold(cluster, 2);

    // As the autoscaler does it: a parallelism for each vertex, while the job runs.
    new DangerousRequests(cluster.rest()).areRefused();

    cluster.rest().giveEveryOtherVertexTwoSubtasks();
    while (!cluster.rest().parallelism().contains(2)) {
      cluster.assertRunning();
      Thread.sleep(200);
    }
    landing.land(3, "3");
    awaitGold(cluster, 3);
    assertThat(cluster.rest().parallelism()).contains(1, 2);

    // As the operator upgrades it: here to a Language account for each of two regions.
    String savepoint = stopWithSavepoint(cluster);
    landing.land(4, "4");
    arguments.put(
        "language.region-endpoints", "Dublin:'http://localhost:%d'".formatted(languagePort()));
    cluster = start(SavepointRestoreSettings.forPath(savepoint));
    awaitGold(cluster, 4);
    assertThat(ObservedMetrics.missingIn(cluster.metrics(), "_endpoint")).isEmpty();

    // "Rotate the key" of k8s/README. The customer's ticket lands again with the chats.
    assertThat(ObservedMetrics.sum(cluster.metrics(), CHATS_WAITING)).isZero();
    savepoint = stopWithSavepoint(cluster);
    writePiiKey(2);
    arguments.put("pii.key-generation", "2");
    // What lets go of the old key's state is forgotten: that costs nothing but the start.
    cluster = start(SavepointRestoreSettings.forPath(savepoint, false));
    assertThat(cluster.awaitEnd()).isNotZero();
    assertThat(logs()).contains("Cannot map checkpoint/savepoint state");
    cluster.close();
    cluster = start(SavepointRestoreSettings.forPath(savepoint, true));
    landing.land(5, CUSTOMER);
    awaitGold(cluster, 5);

    stopWithSavepoint(cluster);
    List<String> expected = LandingFiles.chatIds(5);
    assertThat(lake.column("gold", "customer_insights", "chat_id")).isEqualTo(expected);
    assertThat(lake.column("silver", "chats", "chat_id")).isEqualTo(expected);
    assertThat(lake.column("silver", "chats", "Region")).containsOnly("Dublin");
    assertThat(lake.column("bronze", "chats", "raw_text")).hasSameSizeAs(expected);
    assertThat(lake.messages()).hasSameSizeAs(expected).noneMatch(LandingFiles::isPersonal);

    assertThat(entra.tokensGiven()).isPositive();
    assertThat(logs()).contains("\"log.level\"");
    assertThat(LandingFiles.isPersonal(logs())).isFalse();
  }

  private TestingCluster start(SavepointRestoreSettings restore) throws Exception {
    if (restore.restoreSavepoint()) {
      highAvailabilityClusters++;
    }
    TestingCluster cluster =
        TestingCluster.start(
            folder,
            withTestingArguments(),
            configuration(),
            restore,
            entra.environment(),
            List.of(
                // Short lives: compiling well would take longer than running.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djavax.net.ssl.trustStore=" + keyStore,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD));
    clusters.add(cluster);
    return cluster;
  }

  /** As the operator stops it before an upgrade; returns the savepoint's path. */
  private String stopWithSavepoint(TestingCluster cluster) throws Exception {
    String savepoint = cluster.rest().stopWithSavepoint();
    assertThat(savepoint)
        .startsWith(manifest.flinkConfiguration().get("execution.checkpointing.savepoint-dir"));
    assertThat(cluster.awaitEnd()).isZero();
    cluster.close();
    return savepoint;
  }

  /** The manifest's, but for what a pod, a node or the cluster would give. */
  private Configuration configuration() throws Exception {
    Configuration flink = Configuration.fromMap(manifest.flinkConfiguration());
    azurite
        .endpointSettings()
        .forEach((key, value) -> flink.setString("flink.hadoop." + key, value));
    flink.setString("flink.hadoop.fs.azure.createRemoteFileSystemDuringInitialization", "false");
    flink.setString("high-availability.type", "zookeeper");
    flink.setString("zookeeper.sasl.disable", "true");
    flink.setString("high-availability.zookeeper.quorum", zooKeeper.address());
    // The operator deletes what high availability knows of a job before it starts it from a
    // savepoint: what is known under another id is nothing.
    flink.setString("high-availability.cluster-id", "/cluster-" + highAvailabilityClusters);
    // In the place of what cert-manager mounts: one certificate, which trusts itself.
    for (String store : List.of("keystore", "truststore")) {
      flink.setString("security.ssl.internal." + store, keyStore.toString());
      flink.setString("security.ssl.internal." + store + "-password", PASSWORD);
    }
    flink.setString("security.ssl.internal.key-password", PASSWORD);
    flink.setString("state.backend.rocksdb.localdir", folder.resolve("rocksdb").toString());
    flink.setString("io.tmp.dirs", folder.resolve("tmp").toString());
    flink.setString("rest.port", Integer.toString(TestingCluster.freePort()));
    flink.setString("rest.address", "127.0.0.1");
    flink.setString("jobmanager.rpc.address", "127.0.0.1");
    flink.setString("taskmanager.host", "127.0.0.1");
    flink.setString("jobmanager.memory.process.size", "1200m");
    flink.setString("taskmanager.memory.process.size", "1700m");
    // A machine that is busy with other tests gives its processes little time.
    for (String timeout :
        List.of("pekko.ask.timeout", "pekko.startup-timeout", "heartbeat.timeout")) {
      flink.setString(timeout, "2 min");
    }
    flink.setString("parallelism.default", "1");
    flink.setString("jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "1 s");
    flink.setString("execution.checkpointing.interval", "1 s");
    flink.setString("execution.checkpointing.min-pause", "0 s");
    return flink;
  }

  /** The manifest's, but for the key file that a pod mounts, the emulator, and what a test set. */
  private DeploymentManifest withTestingArguments() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String argument : manifest.arguments()) {
      String[] option = argument.substring("--".length()).split("=", 2);
      all.put(option[0], option[1]);
    }
    all.putAll(arguments);
    return manifest.withArguments(
        all.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()).toList());
  }

  private void writePiiKey(long seed) throws Exception {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    // With the line's end that base64 writes, as the vault has it.
    Files.writeString(piiKey, Base64.getEncoder().encodeToString(key) + "\n");
  }

  private int languagePort() {
    return emulator.endpoint().getPort();
  }

  /** Terraform makes them; the job may not. */
  private static void makeContainers(org.apache.hadoop.conf.Configuration hadoop) throws Exception {
    for (String container : List.of("external-source", "bronze", "silver", "gold", "checkpoints")) {
      FileSystem.get(
          URI.create("abfss://" + container + "@" + TestingAzurite.ACCOUNT + "/"), hadoop);
    }
  }

  private String argument(String name) {
    String prefix = "--" + name + "=";
    return manifest.arguments().stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .findFirst()
        .orElseThrow();
  }

  private void awaitGold(TestingCluster cluster, int files) throws Exception {
    List<String> expected = LandingFiles.chatIds(files);
    Instant giveUp = Instant.now().plus(PATIENCE);
    List<String> gold = List.of();
    while (gold.size() < expected.size()) {
      cluster.assertRunning();
      assertThat(Instant.now())
          .as("gold has %d of %d rows", gold.size(), expected.size())
          .isBefore(giveUp);
      Thread.sleep(200);
      gold = lake.column("gold", "customer_insights", "chat_id");
    }
    assertThat(gold).isEqualTo(expected);
  }

  private String logs() throws Exception {
    return Files.readString(folder.resolve("jobmanager.log"))
        + Files.readString(folder.resolve("taskmanager.log"));
  }

  private Path makeCertificate() throws Exception {
    Path store = folder.resolve("azurite.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "azurite",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }
}
