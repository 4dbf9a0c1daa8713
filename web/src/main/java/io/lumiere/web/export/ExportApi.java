package io.lumiere.web.export;

import io.lumiere.base.LumiereException;
import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SilentShardException;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.media.SafeName;
import io.lumiere.web.media.Thumbnails;
import io.lumiere.web.search.AskedSearch;
import io.lumiere.web.search.Searches;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Downloads of all hits of a search, written while they are sent; some at a time, others wait.
 * Thread-safe.
 */
public final class ExportApi implements ApiModule {
  /** The most bytes of originals in one ZIP, unless another number is given. */
  public static final long MOST_BYTES = 20L << 30;

  private static final int MOST_AT_ONCE = 3;
  private static final int COPIES_AT_ONCE =
      Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private static final Parameter FORMAT =
      Parameter.oneOf(
              "format",
              Arrays.stream(ExportFormat.values()).map(ExportFormat::label).toList(),
              "paths: a line each; jsonl, parquet: records; zip: files; sheet: a page of at most"
                  + " 500 small pictures.")
          .mandatory();
  private static final Parameter SIZE =
      Parameter.oneOf(
              "size",
              List.of("original", "2048", "1024"),
              "Of the files of a ZIP: as they are, or JPEGs of that many pixels on the long side.")
          .orElse("original");

  private final Searches searches;
  private final Thumbnails thumbnails;
  private final long mostBytes;
  private final Semaphore slots = new Semaphore(MOST_AT_ONCE);

  /** Exports with the usual limit. */
  public ExportApi(Searches searches, Thumbnails thumbnails) {
    this(searches, thumbnails, MOST_BYTES);
  }

  /**
   * Exports.
   *
   * @param mostBytes how many bytes of photos one ZIP holds at most
   */
  public ExportApi(Searches searches, Thumbnails thumbnails, long mostBytes) {
    this.searches = searches;
    this.thumbnails = thumbnails;
    this.mostBytes = mostBytes;
  }

  @Override
  public List<Route> routes() {
    Route.Builder route =
        Route.get("/export", "export")
            .summary("A download of all photos of a search.")
            .parameters(Searches.PARAMETERS)
            .parameter(FORMAT)
            .parameter(SIZE);
    for (ExportFormat format : ExportFormat.values()) {
      route.reply(format.type());
    }
    return List.of(route.to(this::export));
  }

  private Reply export(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    ExportFormat format =
        ExportFormat.valueOf(
            call.arguments().text("format").orElseThrow().toUpperCase(Locale.ROOT));
    String size = call.arguments().text("size").orElse("original");
    OpenArchive archive = asked.archive();
    requireWhole(asked);
    Writer writer =
        switch (format) {
          case PATHS -> PathList::write;
          case JSONL -> records(archive, Records::writeLines);
          case PARQUET -> records(archive, Records::writeParquet);
          case ZIP -> zip(asked, size);
          case SHEET -> sheet(asked, call.arguments().text("q").orElse(""));
        };
    return Reply.stream(format.type(), out -> write(asked, writer, out))
        .download(SafeName.of(archive.name() + format.ending()));
  }

  /** Writes an export. */
  @FunctionalInterface
  private interface Writer {
    void write(Hits hits, OutputStream out) throws IOException;
  }

  /** Writes records of an index's photos. */
  @FunctionalInterface
  private interface RecordWriter {
    void write(Path index, Hits hits, OutputStream out) throws IOException;
  }

  /** Records are read from the files of an index. */
  private static Writer records(OpenArchive archive, RecordWriter writer) {
    Path index =
        archive
            .index()
            .folder()
            .orElseThrow(() ->
                HttpProblem.unprocessable(
                    "records of the collection "
                        + archive.index()
                        + " are written by 'lumiere export', not from here, see docs/cluster.md"));
    return (hits, out) -> writer.write(index, hits, out);
  }

  /** A download may take hours, in which the index may be replaced by another. */
  private void write(AskedSearch asked, Writer writer, OutputStream out) throws IOException {
    OpenArchive.Hold hold = asked.archive().hold();
    try {
      slots.acquire();
      try {
        use(asked, hits -> writer.write(hits, out));
      } finally {
        slots.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the export was stopped");
    } finally {
      hold.close();
    }
  }

  /** Uses hits. */
  @FunctionalInterface
  private interface Use {
    void use(Hits hits) throws IOException;
  }

  private void use(AskedSearch asked, Use use) throws IOException {
    try {
      searches.withOrder(
          asked,
          order -> {
            try {
              use.use(hits(asked.archive(), order));
              return true;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            } catch (SilentShardException e) {
              // What is written cannot be begun again, as an answer can that is not sent yet.
              throw new LumiereException(String.valueOf(e.getMessage()), e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file does not show what it lacks, as a page does. */
  private void requireWhole(AskedSearch asked) {
    Optional<String> missing =
        searches.withOrder(asked, order -> Optional.ofNullable(order.missing()));
    if (missing.isPresent()) {
      throw HttpProblem.unprocessable(missing.get());
    }
  }

  private static Hits hits(OpenArchive archive, ResultOrder order) {
    return new Hits(
        archive.root(),
        order.total(),
        (start, count) -> List.of(order.rows(start, count).ids()),
        archive.search()::findAll);
  }

  private Writer zip(AskedSearch asked, String size) {
    if (size.equals("original")) {
      checkBytes(asked);
      return (hits, out) ->
          new PhotoZip(photo -> ZipContent.original(hits.file(photo)), 1, "", mostBytes)
              .write(hits, out);
    }
    ThumbnailSize copies = size.equals("2048") ? ThumbnailSize.LARGE : ThumbnailSize.MEDIUM;
    ZipContent.Copier copier = file -> thumbnails.jpegAside(file, copies);
    return (hits, out) ->
        new PhotoZip(
                photo -> ZipContent.copy(hits.file(photo), copier),
                COPIES_AT_ONCE,
                ".jpg",
                mostBytes)
            .write(hits, out);
  }

  /** Said before anything is sent: who waits for an hour wants all of it. */
  private void checkBytes(AskedSearch asked) {
    long[] sum = {0};
    try {
      use(
          asked,
          hits ->
              hits.forEach(photo -> {
                sum[0] += photo.file().size();
                if (sum[0] > mostBytes) {
                  throw HttpProblem.unprocessable(
                      "these photos have more than "
                          + (mostBytes >> 20)
                          + " MiB together, the most of a ZIP: choose fewer, or smaller copies");
                }
              }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Writer sheet(AskedSearch asked, String query) {
    int total = searches.withOrder(asked, ResultOrder::total);
    if (total > ContactSheet.MOST) {
      throw HttpProblem.unprocessable(
          "a contact sheet has at most " + ContactSheet.MOST + " photos, and these are " + total);
    }
    String title = query.isBlank() ? asked.archive().name() : query;
    return (hits, out) ->
        new ContactSheet(
                title,
                LocalDate.now(ZoneId.systemDefault()),
                photo -> thumbnails.jpeg(hits.file(photo), ThumbnailSize.SMALL))
            .write(hits, out);
  }
}
