package io.nextgen.insight.pipeline.tables;

import io.nextgen.insight.pipeline.config.LakeOptions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The layers of the lake, each a folder below its root. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD;

  /**
   * The folders in which the tables of a lake are: its root, or one for each layer.
   *
   * @param lakePath see {@link LakeOptions#LAKE_PATH}
   */
  public static List<String> folders(String lakePath) {
    return lakePath.contains(LakeOptions.LAYER_PLACEHOLDER)
        ? Stream.of(values())
            .map(layer -> lakePath.replace(LakeOptions.LAYER_PLACEHOLDER, layer.folder()))
            .toList()
        : List.of(lakePath);
  }

  /** The folder's name, such as {@code bronze}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
