package io.lumiere.gallery;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Writes a sheet of one photo, after having said whether this Java has fonts. */
final class SheetProgram {
  private SheetProgram() {}

  public static void main(String[] args) {
    try {
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
          .createGraphics()
          .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
          .stringWidth("a");
    } catch (RuntimeException | LinkageError | InternalError e) {
      System.out.println("no fonts here: " + e);
    }
    ContactSheet.write(
        List.of(new ContactSheet.Tile(Path.of(args[0]), "a caption")), 1, 100, Path.of(args[1]));
  }
}
