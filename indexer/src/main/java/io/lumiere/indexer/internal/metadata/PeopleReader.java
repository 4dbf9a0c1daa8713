package io.lumiere.indexer.internal.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of the people in a photo: the face regions of the Metadata Working Group, of
 * Windows, ACDSee and the IPTC, and IPTC's plain lists.
 */
final class PeopleReader {
  private static final String NS_MWG = "http://www.metadataworkinggroup.com/schemas/regions/";
  private static final String NS_MICROSOFT = "http://ns.microsoft.com/photo/1.2/";
  private static final String NS_MICROSOFT_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#";
  private static final String NS_MICROSOFT_INFO = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#";
  private static final String NS_ACDSEE = "http://ns.acdsee.com/regions/";
  private static final String FACE = "Face";
  private static final int MAX_DEPTH = 20;

  private final List<String> found = new ArrayList<>();

  private PeopleReader() {}

  /** All names, as often as they are written. */
  static List<String> read(Tags tags) {
    PeopleReader reader = new PeopleReader();
    tags.xmpValues(NS_MWG, "Regions").forEach(value -> reader.readFaces(value, NS_MWG, 0));
    tags.xmpValues(NS_MWG, "RegionList").forEach(value -> reader.readFaces(value, NS_MWG, 0));
    tags.xmpValues(NS_ACDSEE, "Regions").forEach(value -> reader.readFaces(value, NS_ACDSEE, 0));
    tags.xmpValues(NS_MICROSOFT, "RegionInfo").forEach(value -> reader.readWindows(value, 0));
    tags.xmpValues(NS_MICROSOFT_INFO, "Regions").forEach(value -> reader.readWindows(value, 0));
    reader.readIptc(tags.xmpValues(XmpPrefixes.IPTC_EXTENSION, "PersonInImage"));
    reader.readIptc(tags.xmpValues(XmpPrefixes.IPTC_EXTENSION, "PersonInImageWDetails"));
    tags.xmpValues(XmpPrefixes.IPTC_EXTENSION, "ImageRegion")
        .forEach(value -> reader.readRegion(value, 0));
    return reader.found;
  }

  /** At any depth: programs nest these structures differently. */
  private void readFaces(XmpValue value, String namespace, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    String type = value.fieldText(namespace, "Type");
    if (type == null || type.strip().equalsIgnoreCase(FACE)) {
      add(value.fieldText(namespace, "Name"));
    }
    value.items().forEach(item -> readFaces(item, namespace, depth + 1));
    value.fields().values().forEach(field -> readFaces(field, namespace, depth + 1));
  }

  private void readWindows(XmpValue value, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    add(value.fieldText(NS_MICROSOFT_REGION, "PersonDisplayName"));
    value.items().forEach(item -> readWindows(item, depth + 1));
    value.fields().values().forEach(field -> readWindows(field, depth + 1));
  }

  /** Names, or structures with names. */
  private void readIptc(List<XmpValue> values) {
    for (XmpValue value : values) {
      for (XmpValue person : value.each()) {
        String name = person.fieldText(XmpPrefixes.IPTC_EXTENSION, "PersonName");
        add(name == null ? person.plain() : name);
      }
    }
  }

  private void readRegion(XmpValue value, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    XmpValue people = value.field(XmpPrefixes.IPTC_EXTENSION, "PersonInImage");
    readIptc(people == null ? List.of() : List.of(people));
    value.items().forEach(item -> readRegion(item, depth + 1));
  }

  private void add(@Nullable String name) {
    if (name != null && !name.isBlank()) {
      found.add(name);
    }
  }
}
