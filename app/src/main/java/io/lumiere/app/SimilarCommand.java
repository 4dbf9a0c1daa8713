package io.lumiere.app;

import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.EmbeddingModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds photos that look like one. */
@Command(
    name = "similar",
    mixinStandardHelpOptions = true,
    description = {
      "Finds photos that look like FILE: any picture, or a photo of the index by its path there.",
      "A photo of the index is not shown among its own likes, and needs no model."
    },
    footerHeading = "%nExample:%n",
    footer = {"  lumiere similar trips/lake.jpg --year 2021"})
final class SimilarCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A picture, or the path of a photo in the index.")
  Path file = Path.of("");

  @Mixin FilterOptions filters = new FilterOptions();

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin ModelOption model = new ModelOption();

  @Mixin IndexOption index = new IndexOption();

  private final Console console;

  SimilarCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = new Home(console);
    try (PhotoSearch search = open(index.resolve(home))) {
      Path archive = Path.of(search.metadata().archive());
      SearchResult result = likes(search, archive, home);
      new HitPrinter(console, archive, json, false).print(result, null);
      return 0;
    }
  }

  /** Compares vectors of the model that was named, else of the index's default. */
  private PhotoSearch open(Path directory) {
    PhotoSearch search = PhotoSearch.open(directory);
    if (model.name == null) {
      return search;
    }
    try (search) {
      EmbeddingModel named =
          search.metadata().models().expect(model.name, directory.toString()).model();
      return PhotoSearch.open(directory, named, null);
    }
  }

  private SearchResult likes(PhotoSearch search, Path archive, Home home) {
    String path = pathInArchive(archive);
    if (search.find(path).isPresent()) {
      return search.search(filters.request().like(path).build());
    }
    try (DualEncoder encoder =
        new ModelChoice(console, home).openFor(index.resolve(home), model.name)) {
      search.metadata().requireModel(encoder.model(), index.resolve(home).toString());
      return search.search(filters.request().vector(QueryImage.encode(file, encoder)).build());
    }
  }

  /** The file's path in the archive, if it lies there; else the path as it was given. */
  private String pathInArchive(Path archive) {
    Path absolute = file.toAbsolutePath().normalize();
    Path relative = absolute.startsWith(archive) ? archive.relativize(absolute) : file.normalize();
    return relative.toString().replace('\\', '/');
  }
}
