package io.lumiere.web.folders;

import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** The endpoint that completes a typed folder. Thread-safe. */
public final class FoldersApi implements ApiModule {
  private static final Schema.Members FOLDER =
      Schema.object("Folder")
          .with("name", Schema.text(), "The folder's own name.")
          .with("path", Schema.text(), "Its whole path.");
  private static final Schema FOLDERS =
      Schema.object("Folders")
          .with("path", Schema.text(), "The whole path of what was typed.")
          .with("exists", Schema.flag(), "Whether that is a folder.")
          .with("readable", Schema.flag(), "Whether its content can be read.")
          .optional(
              "photos_estimate", Schema.count(), "Photos seen in a short look into the folder.")
          .with("folders", Schema.list(FOLDER), "What the typed path may become, at most 200.");

  private final Home home;

  public FoldersApi(Home home) {
    this.home = home;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/folders", "folders")
            .summary("Completes the path of a folder on the machine of the gallery.")
            .parameter(
                Parameter.text("path", "What was typed: a whole path, or one that begins with ~.")
                    .orElse("~/"))
            .reply(FOLDERS)
            .to(this::folders));
  }

  private Reply folders(Call call) {
    String typed = call.arguments().text("path").filter(text -> !text.isBlank()).orElse("~/");
    Path path = TypedPath.read(typed, home);
    boolean exists = Files.isDirectory(path);
    boolean readable = exists && Files.isReadable(path) && Files.isExecutable(path);
    OptionalInt photos = readable ? PhotoEstimate.of(path) : OptionalInt.empty();
    List<Path> folders = Completion.of(path, typed);
    return Reply.json(json -> {
      json.writeStringField("path", path.toString());
      json.writeBooleanField("exists", exists);
      json.writeBooleanField("readable", readable);
      if (photos.isPresent()) {
        json.writeNumberField("photos_estimate", photos.getAsInt());
      }
      json.writeArrayFieldStart("folders");
      for (Path folder : folders) {
        json.writeStartObject();
        json.writeStringField("name", String.valueOf(folder.getFileName()));
        json.writeStringField("path", folder.toString());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
