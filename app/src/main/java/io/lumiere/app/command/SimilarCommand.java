package io.lumiere.app.command;

import io.lumiere.app.option.FilterOptions;
import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.ModelOption;
import io.lumiere.app.option.UnlikeOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.ResultPrinter;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.views.Views;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.NamedPhotos;
import io.lumiere.workspace.search.Weighted;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds photos that look like others. */
@Command(
    name = "similar",
    description = {
      "Finds photos that look like each PHOTO: any picture's file, or a photo of the index by its"
          + " path there or its id. Of several, their mean counts.",
      "A photo of the index is not shown among its own likes, and needs no model.",
      "INDEX may be a collection of a SolrCloud, as in the last example."
    },
    footer = {
      "  lumiere similar trips/lake.jpg --year 2021",
      "  lumiere similar trips/lake.jpg trips/sea.jpg=2 --unlike trips/pool.jpg",
      "  lumiere similar trips/lake.jpg --index solr://127.0.0.1:27181/photos"
    })
final class SimilarCommand extends ConsoleCommand {
  @Parameters(
      paramLabel = "PHOTO[=WEIGHT]",
      arity = "1..*",
      description =
          "A picture, or a photo of the index; WEIGHT is how much it counts in the mean, 1 where"
              + " none is given.")
  List<String> photos = List.of();

  @Mixin UnlikeOptions unlike = new UnlikeOptions();

  @Mixin FilterOptions filters = new FilterOptions();

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin ModelOption model = new ModelOption();

  @Mixin IndexOption index = new IndexOption();

  SimilarCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    CollectionAddress collection = index.collection(home);
    return collection == null ? inDirectory(index.resolve(home)) : inCollection(collection);
  }

  private int inDirectory(Path directory) {
    try (PhotoSearch search = open(directory)) {
      SearchResult result = print(search, directory.toString());
      if (result.total() == 0 && search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }

  private int inCollection(CollectionAddress address) {
    try (OpenCollection open = new OpenCollection(connect(address, false))) {
      SearchResult result = print(open.searchWithoutTexts(model.name()), open.name());
      if (result.missing() != null) {
        return ExitStatus.PARTLY;
      }
      if (result.total() == 0 && open.isEmpty()) {
        EmptyIndex.tell(console, address);
      }
      return 0;
    }
  }

  /**
   * Prints what is similar.
   *
   * @param name what to call the index in messages
   */
  private SearchResult print(PhotoFinder search, String name) {
    try (Model encoder = new Model(search.metadata(), name)) {
      SearchResult result = search.search(request(new NamedPhotos(search, encoder::open)));
      Views views = new Views(Path.of(search.metadata().archive()));
      ResultPrinter.Extras extras =
          new ResultPrinter.Extras(filters.limit() == 0, false, filters.order().pageToken());
      new ResultPrinter(console, json, extras).print(views.of(result, null, List.of()));
      return result;
    }
  }

  private SearchRequest request(NamedPhotos named) {
    SearchRequestBuilder request = filters.request();
    for (String argument : photos) {
      Weighted photo = Weighted.file(argument);
      named.mark(request, photo.value(), photo.weightOr(1), true);
    }
    unlike.addTo(request, named);
    return request.build();
  }

  /** Compares vectors of the model that was named, else of the index's default. */
  private PhotoSearch open(Path directory) {
    PhotoSearch search = PhotoSearch.open(directory);
    if (model.name() == null) {
      return search;
    }
    try (search) {
      EmbeddingModel named =
          search.metadata().models().expect(model.name(), directory.toString()).model();
      return PhotoSearch.open(directory, named, null);
    }
  }

  /** The model, opened by the first picture that the index does not hold. */
  private final class Model implements AutoCloseable {
    private final IndexMetadata metadata;
    private final String name;
    private @Nullable DualEncoder encoder;

    Model(IndexMetadata metadata, String name) {
      this.metadata = metadata;
      this.name = name;
    }

    DualEncoder open() {
      if (encoder == null) {
        encoder = new ModelChoice(home, setupLines).openFor(metadata, name, model.name());
        metadata.requireModel(encoder.model(), name);
      }
      return encoder;
    }

    @Override
    public void close() {
      if (encoder != null) {
        encoder.close();
      }
    }
  }
}
