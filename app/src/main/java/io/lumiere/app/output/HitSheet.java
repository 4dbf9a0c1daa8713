package io.lumiere.app.output;

import io.lumiere.gallery.ContactSheet;
import io.lumiere.views.HitView;
import io.lumiere.views.ResultView;
import java.nio.file.Path;
import java.util.Locale;

/** Hits as a picture: a contact sheet of them. Thread-safe. */
public final class HitSheet {
  private static final int COLUMNS = 4;
  private static final int TILE = 240;

  private HitSheet() {}

  /**
   * Writes the sheet.
   *
   * @param to a file whose name ends in .jpg or .png
   */
  public static void write(ResultView result, Path to) {
    ContactSheet.write(result.hits().stream().map(HitSheet::tile).toList(), COLUMNS, TILE, to);
  }

  private static ContactSheet.Tile tile(HitView hit) {
    return new ContactSheet.Tile(
        hit.photo().file(),
        String.format(Locale.ROOT, "%d  %.3f  %s", hit.rank(), hit.score(), hit.photo().taken()));
  }
}
