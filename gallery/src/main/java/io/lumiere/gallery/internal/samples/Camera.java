package io.lumiere.gallery.internal.samples;

/** A camera and its lens, as EXIF names them. */
public record Camera(String make, String model, String lens) {}
