package io.lumiere.web;

import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.ArchivesApi;
import io.lumiere.web.export.ExportApi;
import io.lumiere.web.folders.FoldersApi;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Route;
import io.lumiere.web.jobs.JobsApi;
import io.lumiere.web.lists.Lists;
import io.lumiere.web.lists.ListsApi;
import io.lumiere.web.lists.SearchesApi;
import io.lumiere.web.media.FileManager;
import io.lumiere.web.media.MediaApi;
import io.lumiere.web.media.Thumbnails;
import io.lumiere.web.models.LabelsApi;
import io.lumiere.web.models.ModelsApi;
import io.lumiere.web.openapi.OpenApi;
import io.lumiere.web.search.GridApi;
import io.lumiere.web.search.PhotoApi;
import io.lumiere.web.search.ProbesApi;
import io.lumiere.web.search.SearchApi;
import io.lumiere.web.search.Searches;
import io.lumiere.web.search.StackApi;
import io.lumiere.web.session.SessionApi;
import io.lumiere.web.session.SessionFacts;
import io.lumiere.workspace.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together all endpoints of the gallery and what they share. Thread-safe. */
public final class GalleryApi {
  private GalleryApi() {}

  /**
   * All modules; whoever is given them closes them in their order.
   *
   * @param archives closed after the modules
   * @param version of Lumiere
   * @param local whether the person before the browser sits at this machine
   */
  public static List<ApiModule> modules(
      Home home, Archives archives, String version, boolean local) {
    Thumbnails thumbnails = Thumbnails.in(home.cache());
    Optional<FileManager> fileManager =
        local
            ? FileManager.find(home.environment(), System.getProperty("os.name", ""))
            : Optional.empty();
    SessionFacts facts =
        new SessionFacts(
            version,
            () -> archives.current().map(ArchiveEntry::id),
            () -> collections(archives),
            fileManager.isPresent(),
            true);
    Lists lists = new Lists();
    Searches searches = new Searches(archives, lists);
    List<ApiModule> modules = new ArrayList<>();
    modules.add(new SessionApi(facts));
    modules.add(new MediaApi(archives, thumbnails, fileManager));
    modules.add(new GridApi(searches));
    modules.add(new StackApi(searches));
    modules.add(new SearchApi(searches));
    modules.add(new PhotoApi(searches));
    modules.add(new ProbesApi(searches));
    modules.add(new ExportApi(searches, thumbnails));
    modules.add(new JobsApi(home, archives)); // Ended before the archives are closed.
    modules.add(new ArchivesApi(home, archives));
    modules.add(new FoldersApi(home));
    modules.add(new ModelsApi(home));
    modules.add(new LabelsApi(archives));
    modules.add(new ListsApi(archives, lists, searches));
    modules.add(new SearchesApi(archives, lists));
    modules.add(new OpenApi(version, modules));
    modules.add(closing(searches::close));
    modules.add(closing(thumbnails::close));
    modules.add(closing(archives::close));
    return List.copyOf(modules);
  }

  private static List<String> collections(Archives archives) {
    return archives.entries().stream()
        .filter(entry -> entry.index().folder().isEmpty())
        .map(ArchiveEntry::id)
        .toList();
  }

  /** What endpoints share is closed after them. */
  private static ApiModule closing(Runnable close) {
    return new ApiModule() {
      @Override
      public List<Route> routes() {
        return List.of();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
