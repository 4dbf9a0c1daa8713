package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.keywords;
import static io.lumiere.query.language.fields.QueryField.phrase;
import static io.lumiere.query.language.fields.QueryField.words;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.internal.lucene.CameraName;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import java.util.List;

/** Fields of cameras and their settings. */
final class CameraFields {
  private CameraFields() {}

  static List<QueryField> all() {
    return QueryField.all(
        words(
                "camera",
                "\"Pixel 6\"",
                "words of make and model",
                WordsReader.inWords(Fields.CAMERA, "camera", CameraName::query))
            .has(Fields.CAMERA, "camera")
            .facet(Facet.CAMERA)
            .values(Fields.CAMERA_MODEL, Fields.CAMERA_MAKE)
            .fact(CameraFields::name)
            .shown(13, Fields.CAMERA),
        words(
                "make",
                "Canon",
                "words of the maker's name",
                WordsReader.inKeywords(Fields.CAMERA_MAKE, "make"))
            .aliases("maker", "brand")
            .has(Fields.CAMERA_MAKE, "make")
            .values(Fields.CAMERA_MAKE)
            .fact(CameraFields::name)
            .shown(14, Fields.CAMERA_MAKE),
        words(
                "model",
                "EOS*",
                "words of the model's name",
                WordsReader.inKeywords(Fields.CAMERA_MODEL, "model"))
            .has(Fields.CAMERA_MODEL, "model")
            .values(Fields.CAMERA_MODEL)
            .fact(CameraFields::name)
            .shown(15, Fields.CAMERA_MODEL),
        keywords("serial", "3012345", "serial number of the camera's body", Fields.CAMERA_SERIAL)
            .fact(Facts.of("camera's serial number", Fields.CAMERA_SERIAL))
            .shown(18, Fields.CAMERA_SERIAL),
        keywords("lens", "70-200mm", "words of the lens's name", Fields.LENS)
            .fact(Facts.of("lens", Fields.LENS))
            .shown(16, Fields.LENS),
        phrase(
                "iso",
                ">800",
                "sensitivity",
                NumberReaders.ints(Fields.ISO, "ISO", Units.NONE, "800, >800, 100..400"))
            .aliases("sensitivity")
            .has(Fields.ISO, "iso")
            .fact(Facts.of("ISO", Fields.ISO)),
        phrase("f", "<=2.8", "f-number", NumberReaders.aperture())
            .aliases("aperture", "fnumber")
            .has(Fields.APERTURE, "f")
            .fact(Facts.of("f-number", Fields.APERTURE)),
        phrase("exposure", ">=1/30", "seconds", NumberReaders.exposure())
            .aliases("shutter", "speed")
            .has(Fields.EXPOSURE, "exposure")
            .fact(Facts.of("exposure in seconds", Fields.EXPOSURE)),
        phrase(
                "focal",
                "24..35",
                "millimetres of the lens itself",
                NumberReaders.focal(Fields.FOCAL_LENGTH, "focal length"))
            .aliases("focallength", "focal_length")
            .has(Fields.FOCAL_LENGTH, "focal")
            .fact(Facts.of("focal length", Fields.FOCAL_LENGTH)),
        phrase(
                "focal35",
                "24..35",
                "millimetres as on 35 mm film",
                NumberReaders.focal(Fields.FOCAL_LENGTH_35, "focal length as on 35 mm film"))
            .aliases("equivalent")
            .has(Fields.FOCAL_LENGTH_35, "focal35"),
        phrase("flash", "fired", "fired or off", KindReaders.flash())
            .has(Fields.FLASH, "flash")
            .facet(Facet.FLASH));
  }

  private static String name(Photo photo) {
    return Facts.known("camera", photo.camera().name());
  }
}
