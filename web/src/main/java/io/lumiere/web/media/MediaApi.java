package io.lumiere.web.media;

import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.schema.Photo;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pictures and films of the photos of an index, by the photos' ids. Thread-safe. */
public final class MediaApi implements ApiModule {
  private static final Parameter ID = Parameter.text("id", "The photo's id.");
  private static final Parameter SIZE =
      Parameter.oneOf(
              "size",
              List.of("small", "large"),
              "small: 360 pixels on the short side; large: 2048 on the long side.")
          .orElse("small");
  private static final Parameter VERSION =
      Parameter.text(
          "v", "The first 12 digits of the content's hash: such a reply is kept for a year.");
  private static final int VERSION_LENGTH = 12;

  private final Archives archives;
  private final Thumbnails thumbnails;
  private final Optional<FileManager> fileManager;

  /**
   * Endpoints.
   *
   * @param thumbnails closed by whoever opened them
   * @param fileManager of this machine, if the person before it may use it by the page
   */
  public MediaApi(Archives archives, Thumbnails thumbnails, Optional<FileManager> fileManager) {
    this.archives = archives;
    this.thumbnails = thumbnails;
    this.fileManager = fileManager;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/photos/{id}/thumbnail", "photoThumbnail")
            .summary("A small picture of a photo, upright and in sRGB.")
            .variable(ID)
            .parameter(SIZE)
            .parameter(VERSION)
            .parameter(Archives.PARAMETER)
            .reply("image/jpeg")
            .problems(404, 410)
            .to(this::thumbnail),
        original(),
        Route.get("/photos/{id}/film", "photoFilm")
            .summary("The film of a live photo, by ranges.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .reply(LiveFilm.MP4)
            .reply(LiveFilm.QUICKTIME)
            .problems(404, 410)
            .to(call -> LiveFilm.reply(file(call))),
        Route.post("/photos/{id}/reveal", "revealPhoto")
            .summary("Shows a photo's file in the desktop's file manager.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .noContent()
            .problems(403, 404, 410)
            .to(this::reveal));
  }

  private Route original() {
    Route.Builder route =
        Route.get("/photos/{id}/original", "photoOriginal")
            .summary("A photo's own file, by ranges; what browsers do not show is saved.")
            .variable(ID)
            .parameter(Parameter.flag("download", "The browser saves the file."))
            .parameter(Archives.PARAMETER)
            .problems(404, 410);
    ServedTypes.all().forEach(route::reply);
    return route.to(this::original);
  }

  private Reply thumbnail(Call call) {
    String size = call.arguments().text("size").orElse("small");
    IndexedFile file = file(call);
    String hash = file.photo().file().contentHash();
    ThumbnailKey key =
        new ThumbnailKey(hash, size.equals("large") ? ThumbnailSize.LARGE : ThumbnailSize.SMALL);
    Reply reply =
        call.holds(key.tag())
            ? Reply.notModified(key.tag())
            : Reply.bytes(thumbnails.get(key, file), "image/jpeg").etag(key.tag());
    boolean isVersion =
        call.arguments().text("v").filter(hash.substring(0, VERSION_LENGTH)::equals).isPresent();
    return isVersion ? reply.immutable() : reply.header("Cache-Control", "private, no-cache");
  }

  private Reply original(Call call) {
    IndexedFile file = file(call);
    Path path = file.path();
    String format = file.photo().image().format();
    Reply reply = Reply.file(path, ServedTypes.of(format)).etag(file.photo().file().contentHash());
    return call.arguments().flag("download") || !ServedTypes.isShown(format)
        ? reply.download(SafeName.of(file.photo().file().name()))
        : reply;
  }

  private Reply reveal(Call call) {
    FileManager manager =
        fileManager.orElseThrow(
            () -> new HttpProblem(403, "this server cannot show files in a file manager"));
    if (!manager.show(file(call).path())) {
      throw HttpProblem.unprocessable("no file manager of this desktop answered");
    }
    return Reply.empty();
  }

  /** The file of the photo of the path's id; a path in place of an id is not taken. */
  private IndexedFile file(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    String id = call.variable("id");
    Photo photo =
        archive
            .search()
            .find(id)
            .filter(found -> found.id().equals(id))
            .orElseThrow(() -> HttpProblem.notFound("there is no photo of this id"));
    return new IndexedFile(archive.root(), photo);
  }
}
