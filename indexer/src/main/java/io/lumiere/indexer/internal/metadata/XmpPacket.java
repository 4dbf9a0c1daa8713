package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * Reads XMP packets (ISO 16684-1) that need not be right. Adobe's reader drops a whole packet for
 * one property that is written twice, or a prefix that is not declared; this one loses only what is
 * wrong. The tolerant XML parser knows no document types and no entities of a file's own, so that a
 * packet never expands beyond its length, and never refers to another file.
 */
final class XmpPacket {
  /** Packets with depth maps and the like are longer; they say nothing else. */
  private static final int MAX_BYTES = 16 << 20;

  private static final int MAX_ELEMENTS = 200_000;
  private static final int MAX_ERRORS = 20;

  /** A quote that is opened and not closed before its tag is: no value has a {@code <}. */
  private static final List<Pattern> UNCLOSED =
      List.of(
          Pattern.compile("(=\\s*\"[^\"<>]*+)(>[^\"<]*+<)"),
          Pattern.compile("(=\\s*'[^'<>]*+)(>[^'<]*+<)"));

  /** What is not a tag, since another one begins before its end: a bare {@code <} of a text. */
  private static final Pattern STRAY = Pattern.compile("<(?=[^<>]*+<)");

  /** Entities of a document type stand for nothing. */
  private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)[\\w.:-]+;");

  private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?(?:RDF|Description)\\b");
  private static final Pattern ROOT_END =
      Pattern.compile("</(?:\\w+:)?RDF\\s*>|<(?:\\w+:)?RDF\\b[^<>]*/>");

  private XmpPacket() {}

  /** Adds the block of a packet. */
  static void read(byte[] packet, Metadata metadata, Notes notes) {
    if (packet.length > MAX_BYTES) {
      notes.add("the XMP block of " + packet.length + " bytes is too long and is left out");
      return;
    }
    String text = complete(XmpText.decode(packet, notes), notes);
    if (text.chars().filter(c -> c == '<').count() > MAX_ELEMENTS) {
      notes.add("the XMP block has too many elements and is left out");
      return;
    }
    metadata.addDirectory(new XmpBlock(new XmpRdf(notes).read(roots(parse(text, notes)))));
  }

  /** Without what is begun and not ended: the value or tag in which a packet was cut off. */
  private static String complete(String text, Notes notes) {
    if (!ROOT.matcher(text).find()) {
      if (!text.isBlank() && !text.contains("xmpmeta")) {
        notes.addDamage("the XMP block is damaged: there is no RDF in it");
      }
    } else if (!ROOT_END.matcher(text).find()) {
      notes.addDamage("the XMP block is damaged: it is cut short");
      return text.substring(0, text.lastIndexOf('>') + 1);
    }
    return text;
  }

  private static Document parse(String packet, Notes notes) {
    String text = packet;
    if (text.contains("<!DOCTYPE")) {
      text = ENTITY.matcher(text).replaceAll("");
    }
    Parser parser = Parser.xmlParser().setTrackErrors(MAX_ERRORS);
    Document document = Jsoup.parse(text, "", parser);
    if (hasOpenEnd(parser.getErrors())) {
      notes.addDamage("the XMP block is damaged: a quote is not closed");
      String closed = UNCLOSED.getFirst().matcher(text).replaceAll("$1\"$2");
      text = UNCLOSED.getLast().matcher(closed).replaceAll("$1'$2");
      document = Jsoup.parse(text, "", parser);
    }
    if (!parser.getErrors().isEmpty()) {
      notes.addDamage("the XMP block is damaged: it is not well-formed XML");
      // Comments and the like may hold anything.
      String escaped = text.contains("<!") ? text : STRAY.matcher(text).replaceAll("&lt;");
      return escaped.equals(text) ? document : Jsoup.parse(escaped, "", parser);
    }
    return document;
  }

  private static boolean hasOpenEnd(List<ParseError> errors) {
    return errors.stream().anyMatch(error -> error.getErrorMessage().contains("AttributeValue"));
  }

  /** The outermost elements {@code rdf:RDF}; where there is none, the outermost descriptions. */
  private static List<Element> roots(Document document) {
    List<Element> roots = outermost(document, "RDF");
    return roots.isEmpty() ? outermost(document, "Description") : roots;
  }

  private static List<Element> outermost(Document document, String name) {
    List<Element> found = new ArrayList<>();
    document.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && isNamed(element, name)) {
              found.add(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isNamed(Element element, String name) {
    String tag = element.tagName();
    return tag.equals(name) || tag.endsWith(":" + name);
  }
}
