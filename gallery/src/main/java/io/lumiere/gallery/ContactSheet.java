package io.lumiere.gallery;

import io.lumiere.gallery.internal.samples.Thumbnails;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * One picture of many photos with a line of text under each. On a Java without fonts (some server
 * installations) the text is left out. Thread-safe.
 */
public final class ContactSheet {
  private static final int GAP = 10;
  private static final int LINE = 22;
  private static final Color BACKGROUND = new Color(0x16181c);
  private static final Color TEXT = new Color(0xd8dce2);

  /**
   * A photo and the text under it.
   *
   * @param photo a file in a format that Java reads: JPEG, PNG, GIF, BMP or TIFF
   * @param caption cut off where the tile ends
   */
  public record Tile(Path photo, String caption) {}

  private ContactSheet() {}

  /**
   * Writes the sheet, row by row.
   *
   * @param tiles at least one
   * @param columns tiles in a row, at least 1
   * @param tileWidth pixels, at least 16; a tile is 4 wide to 3 high, and photos of other shapes
   *     are centred in it
   * @param out the file to write; its name ends in {@code .png} or {@code .jpg}
   * @throws GalleryException if a photo can't be read or {@code out} can't be written
   */
  public static void write(List<Tile> tiles, int columns, int tileWidth, Path out) {
    if (tiles.isEmpty() || columns < 1 || tileWidth < 16) {
      throw new IllegalArgumentException(
          "a contact sheet needs 1 or more tiles, 1 or more columns and 16 or more pixels a tile,"
              + " not %d, %d and %d".formatted(tiles.size(), columns, tileWidth));
    }
    int tileHeight = tileWidth * 3 / 4;
    int rows = (tiles.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (tileWidth + GAP),
            GAP + rows * (tileHeight + LINE + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(BACKGROUND);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < tiles.size(); i++) {
      int x = GAP + i % columns * (tileWidth + GAP);
      int y = GAP + i / columns * (tileHeight + LINE + GAP);
      draw(g, tiles.get(i), x, y, tileWidth, tileHeight);
    }
    g.dispose();
    save(sheet, out);
  }

  private static void draw(Graphics2D g, Tile tile, int x, int y, int width, int height) {
    BufferedImage thumbnail = Thumbnails.of(tile.photo(), width, height);
    g.drawImage(
        thumbnail,
        x + (width - thumbnail.getWidth()) / 2,
        y + (height - thumbnail.getHeight()) / 2,
        null);
    try {
      g.setColor(TEXT);
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      g.drawString(shortened(tile.caption(), g.getFontMetrics(), width), x, y + height + 16);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // What a Java without fontconfig throws depends on its version; the photos matter more.
      return;
    }
  }

  private static String shortened(String caption, FontMetrics metrics, int width) {
    String text = caption;
    while (text.length() > 1 && metrics.stringWidth(text) > width) {
      text = text.substring(0, text.length() - 2) + "…";
    }
    return text;
  }

  private static void save(BufferedImage sheet, Path out) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    String format = name.endsWith(".png") ? "png" : "jpeg";
    if (format.equals("jpeg") && !name.endsWith(".jpg") && !name.endsWith(".jpeg")) {
      throw new GalleryException(out + " does not end in .png or .jpg");
    }
    try {
      Path folder = out.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!ImageIO.write(sheet, format, out.toFile())) {
        throw new GalleryException("this Java can't write " + format + " images");
      }
    } catch (IOException e) {
      throw new GalleryException("can't write " + out, e);
    }
  }
}
