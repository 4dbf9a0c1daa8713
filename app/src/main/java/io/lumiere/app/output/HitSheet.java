package io.lumiere.app.output;

import io.lumiere.base.LumiereException;
import io.lumiere.gallery.ContactSheet;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.views.HitView;
import io.lumiere.views.ResultView;
import java.nio.file.Path;
import java.util.Locale;

/** Hits as a picture: a contact sheet of them. Thread-safe. */
public final class HitSheet {
  private static final int COLUMNS = 4;
  private static final int TILE = 240;

  private final Path to;

  /**
   * A sheet.
   *
   * @param index that the hits are of
   * @param to a file whose name ends in .jpg or .png
   * @throws LumiereException if the index is of several archives: a photo of another one would be
   *     shown by what is at its path in the first
   */
  public HitSheet(IndexMetadata index, Path to) {
    if (!index.otherArchives().isEmpty()) {
      throw new LumiereException(
          "--sheet shows photos of one archive, and these are of several, where photos of one may"
              + " be at the paths of another's: leave it out, or search the index of one of them");
    }
    this.to = to;
  }

  /** Writes it. */
  public void write(ResultView result) {
    ContactSheet.write(result.hits().stream().map(HitSheet::tile).toList(), COLUMNS, TILE, to);
  }

  private static ContactSheet.Tile tile(HitView hit) {
    return new ContactSheet.Tile(
        hit.photo().file(),
        String.format(Locale.ROOT, "%d  %.3f  %s", hit.rank(), hit.score(), hit.photo().taken()));
  }
}
