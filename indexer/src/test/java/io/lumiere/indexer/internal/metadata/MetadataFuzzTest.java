package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.GPS;
import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumiere.indexer.Pictures;
import io.lumiere.indexer.internal.scan.Companion;
import io.lumiere.indexer.internal.scan.Companion.Kind;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.testing.Fuzz;
import io.lumiere.testing.FuzzInput;
import io.lumiere.testing.Mutations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever a file or one beside it holds, its photo gets metadata that an index takes, and soon.
 */
class MetadataFuzzTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final byte[] JPEG = Pictures.jpeg(1);
  private static final byte[] XMP =
      Segments.xmp(
          "<xmp:Rating>4</xmp:Rating><exif:DateTimeOriginal>2020-05-06</exif:DateTimeOriginal><dc:title><rdf:Alt><rdf:li"
              + " xml:lang='x-default'>Title</rdf:li></rdf:Alt></dc:title>"
              + "<dc:subject><rdf:Bag><rdf:li>heron</rdf:li></rdf:Bag></dc:subject>"
              + "<photoshop:City>Porto</photoshop:City><photoshop:Country>PT</photoshop:Country><rdf:Description"
              + " xmlns:lr='http://ns.adobe.com/lightroom/1.0/'"
              + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
              + " xmlns:GCamera='http://ns.google.com/photos/1.0/camera/' GCamera:MotionPhoto='1'>"
              + "<lr:hierarchicalSubject><rdf:Bag><rdf:li>A|B</rdf:li></rdf:Bag></lr:hierarchicalSubject><mwg-rs:Regions"
              + " rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description"
              + " mwg-rs:Name='Ann'"
              + " mwg-rs:Type='Face'/></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
              + "</rdf:Description>");

  private static Exif exif() {
    return new Exif()
        .text(IMAGE, 0x10f, "Canon")
        .text(IMAGE, 0x10e, "A heron")
        .bytes(IMAGE, 0x9c9f, "Subject".getBytes(UTF_16LE))
        .bytes(IMAGE, 700, XMP)
        .text(PHOTO, 0x9003, "2020:05:06 07:08:09")
        .text(PHOTO, 0x9011, "+02:00")
        .bytes(PHOTO, 0x9286, "UNICODE\0a\0b\0c\0".getBytes(ISO_8859_1))
        .shorts(PHOTO, 0x8827, 200)
        .fractions(PHOTO, 0x829d, 28, 10)
        .bytes(PHOTO, 0x927c, "\1\0\4\0\3\0\5\0\0\0\0\1\0\0\0\0\0\0".getBytes(ISO_8859_1))
        .text(GPS, 1, "N")
        .fractions(GPS, 2, 48, 1, 30, 1, 36, 1)
        .text(GPS, 3, "E")
        .fractions(GPS, 4, 11, 1, 15, 1, 0, 1);
  }

  private static List<byte[]> files() {
    byte[] tiff = exif().toTiff();
    byte[] words = Segments.insertIptc(JPEG, Segments.iptc(25, "heron".getBytes(UTF_8)));
    byte[] comment = Segments.insert(Segments.insertXmp(words, XMP), 0xfe, "words".getBytes(UTF_8));
    byte[] jpeg = exif().into(comment);
    byte[] png = Segments.insertChunk(Pictures.png(1), "eXIf", tiff);
    byte[] text = Exif.join(List.of("XML:com.adobe.xmp\0\0\0\0\0".getBytes(UTF_8), XMP));
    return List.of(
        jpeg,
        Exif.join(List.of(jpeg, Containers.film(0, 2))),
        Exif.join(List.of(new byte[7], jpeg)),
        Segments.insertChunk(png, "iTXt", text),
        tiff,
        Containers.heif("heic", tiff, XMP),
        Containers.jxl(tiff),
        Containers.cr3(tiff, tiff, tiff),
        Containers.raf(jpeg),
        Containers.webp(tiff, XMP),
        Exif.join(
            List.of(
                "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377!\376\5heron\0!\377\13XMP DataXMP"
                    .getBytes(ISO_8859_1),
                XMP,
                "\1\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;".getBytes(ISO_8859_1))));
  }

  @Test
  void filesOfAllKinds() throws IOException {
    Fuzz.target("metadata")
        .inputs(files())
        .suffix(".jpg")
        .times(2_000)
        .limit(LIMIT)
        .run(input -> read(input.bytes(), List.of()));
  }

  @Test
  void sidecars() throws IOException {
    fuzz(Fuzz.target("xmp"), ".xmp", Kind.XMP, XMP);
  }

  @Test
  void takeout() throws IOException {
    String json =
        """
        {"title": "a.jpg", "description": "At the temple",
         "photoTakenTime": {"timestamp": "1625367600"},
         "geoData": {"latitude": 35.01, "longitude": 135.76, "altitude": 50.0},
         "people": [{"name": "Ada"}, {"name": "Ola"}], "favorited": true}
        """;
    fuzz(Fuzz.target("takeout"), ".json", Kind.TAKEOUT, json.getBytes(UTF_8));
  }

  @Test
  void picasa() throws IOException {
    String ini =
        """
        [Contacts2]
        8e62398ebda8c1a5=Ann Smith;;
        [a.jpg]
        faces=rect64(3f845bcb59418507),8e62398ebda8c1a5;rect64(1),1
        """;
    fuzz(Fuzz.target("picasa"), ".ini", Kind.PICASA, ini.getBytes(UTF_8));
  }

  private static void fuzz(Fuzz target, String suffix, Kind kind, byte[] input) throws IOException {
    target
        .inputs(List.of(input))
        .suffix(suffix)
        .times(1_000)
        .limit(LIMIT)
        .mutatedBy(Mutations.TEXT)
        .run(damaged -> read(JPEG, List.of(companion(kind, damaged))));
  }

  private static Companion companion(Kind kind, FuzzInput input) {
    return new Companion(kind, input.file(), "a" + kind, input.bytes().length, System.nanoTime());
  }

  private static boolean read(byte[] file, List<Companion> companions) {
    PhotoMetadata said =
        new MetadataReader(Reading.CLOCK).read(Reading.input(file, "a.jpg", companions));
    Photo photo =
        Photo.builder(
                "id",
                new PhotoFile("a.jpg", "ab".repeat(32), file.length, Instant.EPOCH),
                new ImageInfo(64, 48, 1, "jpeg"))
            .taken(said.taken())
            .camera(said.camera())
            .place(said.place())
            .named(said.named())
            .caption(said.caption())
            .traits(said.traits())
            .notes(said.notes())
            .build();
    return PhotoDocuments.toDocument(photo, Map.of()).getFields().size() > 0 && !said.isDamaged();
  }
}
