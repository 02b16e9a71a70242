package io.nextgen.insight.azurite;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Azurite, Microsoft's emulator of Azure Storage, in a process of its own. npm installs it once,
 * below this module's {@code target}, for the tests of all modules; tests that need it are skipped
 * on machines without npm.
 */
public final class TestingAzurite implements AutoCloseable {

  /** The last release for Node 20. */
  private static final String RELEASE = "azurite@3.35.0";

  private static final Pattern LISTENING =
      Pattern.compile("successfully listens on https?://127\\.0\\.0\\.1:(\\d+)");

  /** Its only account, as ABFS addresses name it: {@code abfs://CONTAINER@} and this. */
  public static final String ACCOUNT = "devstoreaccount1.dfs.core.windows.net";

  /** The key that Azurite publishes for its only account. */
  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private final Process process;
  private final String port;
  private final boolean https;

  private TestingAzurite(Process process, String port, boolean https) {
    this.process = process;
    this.port = port;
    this.https = https;
  }

  /** Starts it on a free port, with nothing in it. Aborts the calling test if there is no npm. */
  public static TestingAzurite start() throws Exception {
    return start(List.of(), false);
  }

  /**
   * Starts it with TLS, which it asks for before it takes tokens of Entra ID. It reads issuer,
   * audience and time of a token, not its signature; the account's key is good still.
   *
   * @param keyStore PKCS 12, with a certificate for 127.0.0.1
   */
  public static TestingAzurite startWithTokens(Path keyStore, String password) throws Exception {
    return start(
        List.of("--oauth", "basic", "--cert", keyStore.toString(), "--pwd", password), true);
  }

  private static TestingAzurite start(List<String> more, boolean https) throws Exception {
    Path folder = folder();
    Path main = folder.resolve("node_modules/azurite/dist/src/blob/main.js");
    installOnce(folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                main.toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                "0",
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--silent"));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    return new TestingAzurite(process, port(process), https);
  }

  /**
   * A path in a container of this instance, which is made when it is first used. No two instances
   * have one of the same name: Hadoop and Flink keep a client for each container as long as the JVM
   * lives, and would look for the next Azurite at the port of the last.
   */
  public String path(String path) {
    return "abfs://lake-" + port + "@" + ACCOUNT + "/" + path;
  }

  /** What Hadoop's ABFS client needs to find Azurite and to log in with the account's key. */
  public Map<String, String> hadoopSettings() {
    Map<String, String> settings = new HashMap<>(endpointSettings());
    settings.put("fs.azure.account.key." + ACCOUNT, KEY);
    return settings;
  }

  /** What Hadoop's ABFS client needs to find Azurite, which has a Blob endpoint only. */
  public Map<String, String> endpointSettings() {
    return Map.of(
        "fs.azure.abfs.endpoint",
        "127.0.0.1:" + port,
        "fs.azure.always.use.https",
        Boolean.toString(https),
        "fs.azure.account.hns.enabled",
        "false",
        "fs.azure.fns.account.service.type",
        "BLOB",
        "fs.azure.createRemoteFileSystemDuringInitialization",
        "true");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Beside this class's folder or jar, so that every module finds the same. */
  private static Path folder() throws URISyntaxException {
    Path classes =
        Path.of(TestingAzurite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return classes.resolveSibling("azurite");
  }

  /** Tests of several modules may come here at the same time. */
  private static void installOnce(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path installed = folder.resolve("installed");
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!Files.exists(installed)) {
        install(folder);
        Files.createFile(installed);
      }
    }
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    Process npm;
    try {
      npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  RELEASE,
                  "--prefix",
                  folder.toString(),
                  "--no-audit",
                  "--no-fund")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
    } catch (IOException e) {
      Assumptions.abort("No npm on this machine, so no Azurite");
      return;
    }
    Assumptions.assumeTrue(npm.waitFor() == 0, "npm could not install Azurite: see " + folder);
  }

  private static String port(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
      said.append(line).append(System.lineSeparator());
    }
    throw new IOException("Azurite ended, having said: " + said);
  }
}
