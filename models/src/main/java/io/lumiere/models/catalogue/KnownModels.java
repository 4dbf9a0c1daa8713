package io.lumiere.models.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.base.LumiereException;
import io.lumiere.models.download.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published checkpoints that {@code known-models.json} beside this class lists. Sizes and
 * hashes stand there only where their publishers or several independent users of the files give
 * them. Immutable.
 */
public final class KnownModels {
  /** Environment variable: a mirror that is asked instead of {@value #HUB}. */
  public static final String HUB_VARIABLE = "LUMIERE_MODEL_HUB";

  /** Where most checkpoints are published. */
  public static final String HUB = "https://huggingface.co";

  private static final String RESOURCE = "known-models.json";

  private final List<KnownModel> models;

  private KnownModels(List<KnownModel> models) {
    this.models = List.copyOf(models);
  }

  /**
   * Reads the list.
   *
   * @param environment may name a mirror by {@value #HUB_VARIABLE}
   * @throws LumiereException if the mirror is not an http or https address
   */
  public static KnownModels load(Map<String, String> environment) {
    String hub = hub(environment.get(HUB_VARIABLE));
    try (InputStream in = KnownModels.class.getResourceAsStream(RESOURCE)) {
      List<KnownModel> models = new ArrayList<>();
      for (JsonNode model : new ObjectMapper().readTree(in)) {
        models.add(model(model, hub));
      }
      return new KnownModels(models);
    } catch (IOException e) {
      throw new IllegalStateException("the resource " + RESOURCE + " is damaged", e);
    }
  }

  /** All of them, best first within a family. */
  public List<KnownModel> all() {
    return models;
  }

  /** The one of that name. */
  public Optional<KnownModel> find(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  private static String hub(@Nullable String mirror) {
    if (mirror == null || mirror.isBlank()) {
      return HUB;
    }
    String address = mirror.strip().replaceAll("/+$", "");
    if (!isAddress(address)) {
      throw new LumiereException(
          HUB_VARIABLE + " is '" + mirror + "': an address such as " + HUB + " is expected");
    }
    return address;
  }

  /** Whether Java's client asks such addresses; of hosts with an underscore it does not. */
  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return text.matches("https?://.*") && address.getHost() != null && address.getPort() <= 65535;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static KnownModel model(JsonNode json, String hub) {
    List<RemoteFile> files = new ArrayList<>();
    for (JsonNode file : json.required("files")) {
      files.add(file(file, folder(json, hub), hub));
    }
    String page = json.path("page").asText();
    return new KnownModel(
        json.required("name").asText(),
        json.required("title").asText(),
        json.required("family").asText(),
        json.required("dimension").asInt(),
        json.required("languages").asText(),
        json.required("licence").asText(),
        page.isEmpty() ? HUB + "/" + json.required("repository").asText() : page,
        json.required("note").asText(),
        files);
  }

  /** Where the files of the model's repository lie, of a fixed revision where one is known. */
  private static String folder(JsonNode json, String hub) {
    return hub
        + "/"
        + json.path("repository").asText()
        + "/resolve/"
        + json.path("revision").asText("main")
        + "/";
  }

  private static RemoteFile file(JsonNode json, String folder, String hub) {
    String path = json.required("path").asText();
    String address = json.path("address").asText();
    if (address.isEmpty()) {
      address = folder + path;
    } else if (address.startsWith(HUB)) {
      address = hub + address.substring(HUB.length());
    }
    JsonNode exact = json.path("bytes");
    return new RemoteFile(
        path,
        URI.create(address),
        exact.isMissingNode() ? json.path("about").asLong() : exact.asLong(),
        !exact.isMissingNode(),
        json.path("sha256").isMissingNode() ? null : json.path("sha256").asText());
  }
}
