package io.lumiere.bench.data;

import io.lumiere.base.RgbImage;
import io.lumiere.gallery.PaintedPictures;
import io.lumiere.gallery.PaintedPictures.Picture;
import io.lumiere.images.ImageDecoder;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/**
 * What a real model makes of crops of pictures and of texts: the seed of {@link PhotoGenerator}.
 * The pictures are the photos of the sample archive, where it is there, and parts of the painted
 * scenes. Each picture gives {@value #CROPS_PHOTO} or {@value #CROPS_PAINTED} crops, one after the
 * other.
 *
 * @param images a unit vector for each crop
 * @param pictures which picture each crop is of
 * @param texts a unit vector for each text
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record RealEmbeddings(float[][] images, int[] pictures, float[][] texts) {
  private static final int CROPS_PHOTO = 20;
  private static final int CROPS_PAINTED = 2;
  private static final int PAINTED = 100;
  private static final String IMAGES = "real-images.f32";
  private static final String TEXTS = "real-texts.f32";
  private static final String PICTURES = "real-pictures.txt";

  /** All texts that are encoded: each subject in each setting, the forms of sentences in turn. */
  static List<String> sentences() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> templates = lines("templates.txt");
    for (String setting : lines("settings.txt")) {
      for (String subject : lines("subjects.txt")) {
        String template = templates.get(texts.size() % templates.size());
        texts.add(template.replace("{}", (subject + " " + setting).strip()));
      }
    }
    return texts;
  }

  /** Reads them from {@code folder}, and makes them where they are not there. */
  static RealEmbeddings of(Path folder, Path model, Path photos) throws IOException {
    if (!Files.exists(folder.resolve(PICTURES))) {
      try (DualEncoder encoder = Models.open(model)) {
        encode(folder, encoder, photos);
      }
    }
    List<String> pictures = Files.readAllLines(folder.resolve(PICTURES));
    int dimension = Integer.parseInt(pictures.getFirst());
    return new RealEmbeddings(
        FloatRows.readAll(folder.resolve(IMAGES), dimension),
        pictures.stream().skip(1).mapToInt(Integer::parseInt).toArray(),
        FloatRows.readAll(folder.resolve(TEXTS), dimension));
  }

  /**
   * The same in another number of dimensions. Fewer are taken by random projection; of a few more,
   * such as the starter model's 406, the first are taken.
   */
  RealEmbeddings projected(int dimension, Random random) {
    float[][] rows = new float[dimension][images[0].length];
    for (int i = 0; i < dimension; i++) {
      if (2 * dimension > images[0].length) {
        rows[i][i] = 1;
      } else {
        rows[i] = Vec.random(images[0].length, random);
      }
    }
    return new RealEmbeddings(projected(images, rows), pictures, projected(texts, rows));
  }

  private static float[][] projected(float[][] vectors, float[][] rows) {
    float[][] projected = new float[vectors.length][rows.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int k = 0; k < rows.length; k++) {
        projected[i][k] = VectorUtil.dotProduct(rows[k], vectors[i]);
      }
      Vec.unit(projected[i]);
    }
    return projected;
  }

  private static void encode(Path folder, DualEncoder encoder, Path photos) throws IOException {
    Files.createDirectories(folder);
    List<String> pictures = new ArrayList<>();
    pictures.add(Integer.toString(encoder.model().dimension()));
    List<Path> real = files(photos);
    List<Path> painted =
        PaintedPictures.write(folder.resolve("painted"), PAINTED).stream()
            .map(Picture::file)
            .toList();
    try (FloatRows.Writer out =
        new FloatRows.Writer(folder.resolve(IMAGES), encoder.model().dimension())) {
      for (int i = 0; i < real.size() + painted.size(); i++) {
        boolean isReal = i < real.size();
        Path file = isReal ? real.get(i) : painted.get(i - real.size());
        for (float[] vector : crops(encoder, file, isReal ? CROPS_PHOTO : CROPS_PAINTED)) {
          out.write(vector);
          pictures.add(Integer.toString(i));
        }
      }
    }
    try (FloatRows.Writer out =
        new FloatRows.Writer(folder.resolve(TEXTS), encoder.model().dimension())) {
      for (float[] vector : sentences().parallelStream().map(encoder.texts()::encode).toList()) {
        out.write(vector);
      }
    }
    Files.write(folder.resolve(PICTURES), pictures);
  }

  private static List<float[]> crops(DualEncoder encoder, Path file, int count) throws IOException {
    int size = encoder.images().imageSize();
    RgbImage image =
        new ImageDecoder().decode(Files.readAllBytes(file), file.toString(), 4 * size).image();
    Random random = new Random(file.getFileName().hashCode());
    List<RgbImage> crops = IntStream.range(0, count).mapToObj(i -> crop(image, random)).toList();
    return crops.parallelStream().map(encoder.images()::encode).toList();
  }

  /** A square of 35 to 100% of the shorter side. */
  private static RgbImage crop(RgbImage image, Random random) {
    int shorter = Math.min(image.width(), image.height());
    int side = (int) (shorter * (0.35 + 0.65 * random.nextDouble()));
    int left = random.nextInt(image.width() - side + 1);
    int top = random.nextInt(image.height() - side + 1);
    byte[] rgb = new byte[3 * side * side];
    for (int y = 0; y < side; y++) {
      int from = 3 * ((top + y) * image.width() + left);
      System.arraycopy(image.rgb(), from, rgb, 3 * side * y, 3 * side);
    }
    return new RgbImage(side, side, rgb);
  }

  private static List<Path> files(Path photos) throws IOException {
    if (!Files.isDirectory(photos)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(photos)) {
      return walk.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = RealEmbeddings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
