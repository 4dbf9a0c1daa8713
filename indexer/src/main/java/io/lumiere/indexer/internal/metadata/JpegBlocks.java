package io.lumiere.indexer.internal.metadata;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.photoshop.PhotoshopReader;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.EmbeddedFilm;
import io.lumiere.images.container.JpegMarker;
import io.lumiere.images.container.JpegRecovery;
import io.lumiere.images.container.JpegSegment;
import io.lumiere.images.container.JpegStart;
import io.lumiere.images.container.TiffFile;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The EXIF, XMP, IPTC and comment segments of a JPEG file, and whether a film follows it. */
final class JpegBlocks {
  /** Without zeros behind it, or in capitals, as some programs write it. */
  private static final List<String> EXIF = List.of("Exif", "EXIF");

  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";
  private static final int NAME = 6;
  private static final int MAX_EXIF_HEAD = 16;

  private JpegBlocks() {}

  static boolean accepts(ByteView file) {
    return file.has(0, "\u00ff\u00d8");
  }

  /** Whether a JPEG file begins after some other bytes. */
  static boolean isAfterOthers(ByteView file) {
    return JpegStart.find(file) > 0;
  }

  static void read(ByteView file, Metadata metadata, Notes notes) {
    JpegRecovery jpeg = new JpegRecovery(file, accepts(file) ? 0 : JpegStart.find(file));
    ExtendedXmp extended = new ExtendedXmp();
    ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
    for (JpegSegment segment : jpeg.segments()) {
      int marker = segment.marker();
      if (marker == JpegMarker.COMMENT) {
        metadata.addDirectory(new CommentText(Texts.decode(segment.content().copy())));
      } else if (marker >= JpegMarker.APP0 && marker <= JpegMarker.APP15) {
        readApplication(segment.content(), extended, photoshop, metadata, notes);
      }
    }
    if (photoshop.size() > 0) {
      byte[] resources = photoshop.toByteArray();
      Blocks.attempt(
          "IPTC",
          notes,
          () ->
              new PhotoshopReader()
                  .extract(new SequentialByteArrayReader(resources), resources.length, metadata));
    }
    extended.read(metadata, notes);
    FilmBlock.add(EmbeddedFilm.after(file, jpeg.end()), metadata);
  }

  /** Blocks are recognised by their first bytes: some programs use other segment numbers. */
  private static void readApplication(
      ByteView content,
      ExtendedXmp extended,
      ByteArrayOutputStream photoshop,
      Metadata metadata,
      Notes notes) {
    if (EXIF.stream().anyMatch(name -> content.has(0, name)) || TiffFile.isClassic(content)) {
      Blocks.attempt("EXIF", notes, () -> Blocks.readExif(tiff(content), metadata));
    } else if (content.has(0, XMP)) {
      Blocks.readXmp(content.from(XMP.length()), metadata, notes);
    } else if (content.has(0, PHOTOSHOP)) {
      // One list of resources may go on in the next segment.
      photoshop.writeBytes(content.from(PHOTOSHOP.length()).copy());
    } else {
      extended.add(content);
    }
  }

  /** The block after its name and the zeros that follow it: some programs write more than two. */
  private static ByteView tiff(ByteView content) {
    ByteView found = TiffFile.findClassic(content, MAX_EXIF_HEAD);
    return found == null ? content.from(Math.min(NAME, content.length())) : found;
  }
}
