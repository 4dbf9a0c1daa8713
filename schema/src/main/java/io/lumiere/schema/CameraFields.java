package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addDouble;
import static io.lumiere.schema.StoredValues.addFloat;
import static io.lumiere.schema.StoredValues.addInt;
import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addWords;
import static io.lumiere.schema.StoredValues.findDouble;
import static io.lumiere.schema.StoredValues.findFloat;
import static io.lumiere.schema.StoredValues.findInt;

import org.apache.lucene.document.Document;

/** What took a photo, in its document. */
final class CameraFields {
  private static final String FIRED = "fired";
  private static final String OFF = "off";

  private CameraFields() {}

  static void add(Document document, Camera camera) {
    addKeyword(document, Fields.CAMERA_MAKE, camera.make());
    addKeyword(document, Fields.CAMERA_MODEL, camera.model());
    String name = camera.name();
    addWords(document, Fields.CAMERA, name == null ? null : Words.split(name));
    addKeyword(document, Fields.LENS, camera.lens());
    addInt(document, Fields.ISO, camera.iso());
    addFloat(document, Fields.APERTURE, camera.aperture());
    addDouble(document, Fields.EXPOSURE, camera.exposure());
    addFloat(document, Fields.FOCAL_LENGTH, camera.focalLength());
    addFloat(document, Fields.FOCAL_LENGTH_35, camera.focalLength35());
    Boolean flash = camera.flash();
    if (flash != null) {
      addKeyword(document, Fields.FLASH, flash ? FIRED : OFF);
    }
    addKeyword(document, Fields.SOFTWARE, camera.software());
  }

  static Camera read(Document document) {
    String flash = document.get(Fields.FLASH);
    return new Camera(
        document.get(Fields.CAMERA_MAKE),
        document.get(Fields.CAMERA_MODEL),
        document.get(Fields.LENS),
        findInt(document, Fields.ISO),
        findFloat(document, Fields.APERTURE),
        findDouble(document, Fields.EXPOSURE),
        findFloat(document, Fields.FOCAL_LENGTH),
        findFloat(document, Fields.FOCAL_LENGTH_35),
        flash == null ? null : Boolean.valueOf(flash.equals(FIRED)),
        document.get(Fields.SOFTWARE));
  }
}
