package io.lumiere.web.export;

import io.lumiere.schema.Photo;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Taken;
import io.lumiere.web.http.HttpProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of small pictures with their names, dates and places, to print or to pass on: one file
 * that needs no other, and asks no server for anything. Thread-safe.
 */
final class ContactSheet {
  /** More make a file that browsers open slowly. */
  static final int MOST = 500;

  private final String title;
  private final LocalDate day;
  private final Function<Photo, byte[]> pictures;

  /**
   * A sheet.
   *
   * @param title such as the search
   * @param day on which it is made
   * @param pictures the JPEG of a photo; where it throws an {@link HttpProblem}, the reason stands
   *     in its place
   */
  ContactSheet(String title, LocalDate day, Function<Photo, byte[]> pictures) {
    this.title = title;
    this.day = day;
    this.pictures = pictures;
  }

  void write(Hits hits, OutputStream out) throws IOException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    head(page, hits.total());
    hits.forEach(photo -> figure(photo, page));
    page.write("</main>\n</body>\n</html>\n");
    page.flush();
  }

  private void head(Writer page, long photos) throws IOException {
    page.write(
        """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>
        @page { size: A4; margin: 12mm }
        body { font: 10pt/1.35 system-ui, sans-serif; color: #222; margin: 1.5rem }
        h1 { font-size: 1.3em; margin: 0; overflow-wrap: anywhere }
        header p { color: #666; margin: .2em 0 1.2em }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: 1rem }
        figure { margin: 0; break-inside: avoid }
        img { display: block; width: 100%%; height: 8rem; object-fit: contain;
          object-position: left bottom }
        figcaption { font-size: .8em; padding-top: .35em; overflow-wrap: anywhere }
        figcaption b { display: block; font-weight: 600 }
        .none { height: 8rem; border: 1px dashed #bbb; color: #888; font-size: .8em; padding: .5em;
          box-sizing: border-box; overflow: hidden }
        @media print { body { margin: 0 }
          main { grid-template-columns: repeat(4, 1fr); gap: 6mm 4mm } img, .none { height: 36mm } }
        </style>
        </head>
        <body>
        <header><h1>%1$s</h1><p>%2$s</p></header>
        <main>
        """
            .formatted(escaped(title), day + " &middot; " + photos));
  }

  private void figure(Photo photo, Writer page) throws IOException {
    page.write("<figure>");
    try {
      String data = Base64.getEncoder().encodeToString(pictures.apply(photo));
      page.write("<img src=\"data:image/jpeg;base64," + data + "\" alt=\"\">");
    } catch (HttpProblem e) {
      page.write("<div class=\"none\">" + escaped(e.detail()) + "</div>");
    }
    page.write("<figcaption><b>" + escaped(photo.file().name()) + "</b>");
    page.write(escaped(details(photo)));
    page.write("</figcaption></figure>\n");
  }

  /** Date and place, as far as they are known. */
  private static String details(Photo photo) {
    return Stream.of(date(photo.taken()), place(photo))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String date(@Nullable Taken taken) {
    if (taken == null) {
      return "";
    }
    String text = taken.local().toString();
    return switch (taken.precision()) {
      case YEAR -> text.substring(0, 4);
      case MONTH -> text.substring(0, 7);
      default -> text.substring(0, 10);
    };
  }

  private static String place(Photo photo) {
    Place place = photo.place();
    PlaceNames names = place == null ? photo.named() : place.names();
    return names == null
        ? ""
        : Stream.of(names.city(), names.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }

  /** Texts of photos are never HTML. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append((char) c);
          }
        });
    return escaped.toString();
  }
}
