package io.nextgen.insight.image;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.YamlParserUtils;

/** The FlinkDeployment of {@code k8s/base}: what the operator would start the image with. */
record DeploymentManifest(
    Map<String, String> flinkConfiguration,
    String logging,
    String jarUri,
    String entryClass,
    List<String> arguments) {

  private static final Path FILE = Path.of("../../k8s/base/flink-deployment.yaml");
  private static final String STORAGE_ACCOUNT = "account.dfs.core.windows.net";

  static DeploymentManifest read() throws Exception {
    Map<String, Object> spec = map(YamlParserUtils.loadYamlFile(FILE.toFile()).get("spec"));
    Map<String, Object> job = map(spec.get("job"));
    Map<String, String> configuration = new LinkedHashMap<>();
    map(spec.get("flinkConfiguration"))
        .forEach((key, value) -> configuration.put(key, String.valueOf(value)));
    return new DeploymentManifest(
        configuration,
        String.valueOf(map(spec.get("logConfiguration")).get("log4j-console.properties")),
        String.valueOf(job.get("jarURI")),
        String.valueOf(job.get("entryClass")),
        ((List<?>) job.get("args")).stream().map(String::valueOf).toList());
  }

  /** The same on another storage account: what the overlays do with Terraform's outputs. */
  DeploymentManifest onStorageAccount(String host) {
    Map<String, String> configuration = new LinkedHashMap<>(flinkConfiguration);
    configuration.replaceAll((key, value) -> value.replace("@" + STORAGE_ACCOUNT, "@" + host));
    return new DeploymentManifest(configuration, logging, jarUri, entryClass, arguments)
        .withArguments(
            arguments.stream()
                .map(each -> each.replace("@" + STORAGE_ACCOUNT, "@" + host))
                .toList());
  }

  DeploymentManifest withArguments(List<String> others) {
    return new DeploymentManifest(flinkConfiguration, logging, jarUri, entryClass, others);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
