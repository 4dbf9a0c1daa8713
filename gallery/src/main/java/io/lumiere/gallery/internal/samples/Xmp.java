package io.lumiere.gallery.internal.samples;

/** The XMP packet of a sample: its author and licence, and its title and keywords if it has any. */
final class Xmp {
  private Xmp() {}

  static String packet(Sample sample) {
    StringBuilder fields = new StringBuilder();
    fields.append(array("creator", "Seq", item("", sample.author())));
    fields.append(array("rights", "Alt", item(" xml:lang='x-default'", sample.licence())));
    if (!sample.title().isEmpty()) {
      fields.append(array("title", "Alt", item(" xml:lang='x-default'", sample.title())));
    }
    if (!sample.keywords().isEmpty()) {
      StringBuilder items = new StringBuilder();
      sample.keywords().forEach(keyword -> items.append(item("", keyword)));
      fields.append(array("subject", "Bag", items.toString()));
    }
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    %s</rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>\
    """
        .formatted(fields);
  }

  private static String array(String name, String kind, String items) {
    return "<dc:%1$s><rdf:%2$s>%3$s</rdf:%2$s></dc:%1$s>\n".formatted(name, kind, items);
  }

  private static String item(String attributes, String value) {
    return "<rdf:li" + attributes + ">" + escape(value) + "</rdf:li>";
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
