package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmFileTest {
  private static final Instant MADE = Instant.parse("2019-05-06T07:08:09Z");
  private static final long SINCE_1904 = MADE.getEpochSecond() + 2_082_844_800L;
  private static final String KEY = "com.apple.quicktime.content.identifier";
  private static final byte[] FILM = Containers.film(SINCE_1904, 3, KEY, "an id");
  private static final int TYPE_LENGTH = 20;

  @TempDir private Path folder;

  private FilmFile read(byte[]... parts) throws IOException {
    Path file = folder.resolve("a.mov");
    Files.write(file, Exif.join(List.of(parts)));
    return FilmFile.read(file);
  }

  private static void assertWhole(FilmFile film) {
    assertThat(film.created()).isEqualTo(MADE);
    assertThat(film.seconds()).isEqualTo(3);
    assertThat(film.keys()).containsEntry(KEY, "an id");
  }

  @Test
  void boxesInAnyOrder() throws IOException {
    byte[] type = Arrays.copyOf(FILM, TYPE_LENGTH);
    byte[] movie = Arrays.copyOfRange(FILM, TYPE_LENGTH, FILM.length);
    ByteBuffer large = ByteBuffer.allocate(1016).putInt(1).put("mdat".getBytes(ISO_8859_1));
    large.putLong(1016);
    assertWhole(read(FILM));
    assertWhole(read(movie));
    assertWhole(read(type, Containers.box("wide"), Containers.box("mdat", new byte[99]), movie));
    assertWhole(read(type, large.array(), movie));
    ByteBuffer.wrap(movie).putInt(0, 0);
    assertWhole(read(type, movie));
  }

  @Test
  void headersOf64Bits() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(112).putInt(1 << 24);
    header.putLong(SINCE_1904).putLong(SINCE_1904).putInt(600).putLong(1800);
    FilmFile film = read(Containers.box("moov", Containers.box("mvhd", header.array())));
    assertThat(film.created()).isEqualTo(MADE);
    assertThat(film.seconds()).isEqualTo(3);
  }

  @Test
  void secondsFrom1970() throws IOException {
    assertThat(read(Containers.film(MADE.getEpochSecond(), 3)).created()).isEqualTo(MADE);
    assertThat(read(Containers.film(0, 3)).created()).isNull();
  }

  /** Whatever a box says of its length, no more is read than is there. */
  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 1000, Integer.MAX_VALUE, -1})
  void boxesOfWrongLengths(int length) throws IOException {
    byte[] damaged = FILM.clone();
    ByteBuffer.wrap(damaged).putInt(TYPE_LENGTH, length);
    assertThat(read(damaged).seconds()).isIn(3.0, Double.NaN);
    ByteBuffer.wrap(damaged).putInt(TYPE_LENGTH + 8, length);
    assertThat(read(damaged).seconds()).isIn(3.0, Double.NaN);
  }

  @Test
  void whatIsNoFilm() throws IOException {
    for (byte[] file :
        List.of(new byte[0], new byte[1000], "not a film at all".getBytes(ISO_8859_1))) {
      assertThat(read(file).created()).isNull();
    }
  }

  /** Of a film of gigabytes hardly anything is read. */
  @Test
  void longFilms() throws IOException {
    Path file = folder.resolve("long.mov");
    Files.write(file, Arrays.copyOf(FILM, TYPE_LENGTH));
    long end = 3L << 30;
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(TYPE_LENGTH);
      out.writeInt(1);
      out.writeBytes("mdat");
      out.writeLong(end - TYPE_LENGTH);
      out.seek(end);
      out.write(FILM, TYPE_LENGTH, FILM.length - TYPE_LENGTH);
    }
    assertWhole(FilmFile.read(file));
  }
}
