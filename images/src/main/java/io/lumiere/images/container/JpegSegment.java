package io.lumiere.images.container;

/**
 * A segment of a JPEG. Immutable.
 *
 * @param marker its second byte, of {@link JpegMarker}
 * @param content what follows its length; the part that is there, where the file ends first
 */
public record JpegSegment(int marker, ByteView content) {}
