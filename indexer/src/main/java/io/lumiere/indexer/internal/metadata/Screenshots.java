package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Camera;
import io.lumiere.schema.ImageInfo;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pictures of screens: by the names that phones and desktops give them, by the program
 * that wrote them, or, for a PNG file without a camera, by a screen's size.
 */
final class Screenshots {
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:screen[ _-]?shots?|screencapture|scrnshot|bildschirmfoto|capture d.[ée]cran"
              + "|captura de (?:pantalla|ecrã|tela)|schermafbeelding|schermata|istantanea"
              + "|skärmavbild|skærmbillede|skjermbilde|zrzut ekranu|снимок экрана|скриншот"
              + "|ekran görüntüsü|スクリーンショット|屏幕截图|屏幕快照|螢幕截圖|截屏|截图|스크린샷)"
              + ".*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern FOLDER =
      Pattern.compile("(?:.*/)?screen ?shots?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:.*\\b)?(?:screenshot|flameshot|spectacle|ksnapshot|greenshot|sharex|shutter|scrot"
              + "|snagit|lightshot)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** Short side x long side. */
  private static final Set<String> SIZES =
      Set.of(
          ("768x1024 768x1366 720x1280 720x1520 720x1600 750x1334 800x1280 828x1792 900x1440"
                  + " 1050x1680 1080x1920 1080x2160 1080x2220 1080x2280 1080x2340 1080x2400"
                  + " 1125x2436 1170x2532 1179x2556 1200x1920 1206x2622 1242x2208 1242x2688"
                  + " 1284x2778 1290x2796 1320x2868 1440x2560 1440x2880 1440x2960 1440x3040"
                  + " 1440x3120 1440x3200 1440x3440 1536x2048 1600x2560 1620x2160 1640x2360"
                  + " 1668x2224 1668x2388 1800x2880 1964x3024 2048x2732 2160x3840 640x1136")
              .split(" "));

  private Screenshots() {}

  static boolean is(PhotoSources photo, ImageInfo image, Camera camera) {
    String comment = photo.tags().userComment();
    return NAME.matcher(photo.name()).matches()
        || FOLDER.matcher(photo.folder()).matches()
        || matches(camera.software())
        || (comment != null && comment.strip().equalsIgnoreCase("Screenshot"))
        || isScreenful(image, camera);
  }

  private static boolean matches(@Nullable String software) {
    return software != null && PROGRAM.matcher(software).matches();
  }

  private static boolean isScreenful(ImageInfo image, Camera camera) {
    int shorter = Math.min(image.width(), image.height());
    int longer = Math.max(image.width(), image.height());
    return image.format().equals("png")
        && camera.name() == null
        && camera.settings().exposure() == null
        && SIZES.contains(shorter + "x" + longer);
  }
}
