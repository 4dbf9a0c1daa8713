package io.lumiere.indexer.internal.metadata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespaces of usual prefixes, for packets that do not declare them. */
final class XmpPrefixes {
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns";
  static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
  static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
  static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("rdf", RDF),
          Map.entry("xml", "http://www.w3.org/XML/1998/namespace"),
          Map.entry("x", "adobe:ns:meta/"),
          Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
          Map.entry("xmp", "http://ns.adobe.com/xap/1.0/"),
          Map.entry("xap", "http://ns.adobe.com/xap/1.0/"),
          Map.entry("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
          Map.entry("xmpNote", "http://ns.adobe.com/xmp/note/"),
          Map.entry("exif", "http://ns.adobe.com/exif/1.0/"),
          Map.entry("exifEX", EXIF_EX),
          Map.entry("aux", "http://ns.adobe.com/exif/1.0/aux/"),
          Map.entry("tiff", "http://ns.adobe.com/tiff/1.0/"),
          Map.entry("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
          Map.entry("Iptc4xmpCore", IPTC_CORE),
          Map.entry("Iptc4xmpExt", IPTC_EXTENSION),
          Map.entry("lr", "http://ns.adobe.com/lightroom/1.0/"),
          Map.entry("digiKam", "http://www.digikam.org/ns/1.0/"),
          Map.entry("MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0/"),
          Map.entry("acdsee", "http://ns.acdsee.com/iptc/1.0/"),
          Map.entry("mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/"),
          Map.entry("expressionmedia", "http://ns.microsoft.com/expressionmedia/1.0/"),
          Map.entry("mwg-rs", "http://www.metadataworkinggroup.com/schemas/regions/"),
          Map.entry("mwg-kw", "http://www.metadataworkinggroup.com/schemas/keywords/"),
          Map.entry("MP", "http://ns.microsoft.com/photo/1.2/"),
          Map.entry("MPRI", "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"),
          Map.entry("MPReg", "http://ns.microsoft.com/photo/1.2/t/Region#"),
          Map.entry("GPano", "http://ns.google.com/photos/1.0/panorama/"),
          Map.entry("GCamera", "http://ns.google.com/photos/1.0/camera/"));

  private XmpPrefixes() {}

  static @Nullable String find(String prefix) {
    return USUAL.get(prefix);
  }
}
