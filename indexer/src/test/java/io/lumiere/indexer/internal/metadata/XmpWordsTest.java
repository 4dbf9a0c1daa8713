package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.PlaceNames;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keywords in hierarchies, people, places and long packets, as programs write them. */
class XmpWordsTest {
  private static final byte[] JPEG = Pictures.jpeg(1);
  private static final String NAMESPACES =
      "<rdf:Description xmlns:lr='http://ns.adobe.com/lightroom/1.0/'"
          + " xmlns:digiKam='http://www.digikam.org/ns/1.0/'"
          + " xmlns:MicrosoftPhoto='http://ns.microsoft.com/photo/1.0/'"
          + " xmlns:mediapro='http://ns.iview-multimedia.com/mediapro/1.0/'"
          + " xmlns:acdsee='http://ns.acdsee.com/iptc/1.0/'"
          + " xmlns:mwg-kw='http://www.metadataworkinggroup.com/schemas/keywords/'"
          + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
          + " xmlns:MP='http://ns.microsoft.com/photo/1.2/'"
          + " xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'"
          + " xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'"
          + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'"
          + " xmlns:Iptc4xmpCore='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'"
          + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>";

  private static PhotoMetadata read(String elements) {
    byte[] packet = Segments.xmp(NAMESPACES + elements + "</rdf:Description>");
    return Reading.read(Segments.insertXmp(JPEG, packet), "x.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          lr:hierarchicalSubject        ; Places|Portugal|Porto ; Places, Portugal, Porto
          digiKam:TagsList              ; Places/Portugal/Porto ; Places, Portugal, Porto
          digiKam:TagsList              ; _Digikam_root_tag_/x  ;
          MicrosoftPhoto:LastKeywordXMP ; Places/Porto          ; Places, Porto
          mediapro:CatalogSets          ; Places|Porto          ; Places, Porto
          """)
  void eachLevelIsAKeyword(String property, String path, String keywords) {
    String array = "<rdf:Bag><rdf:li>" + path + "</rdf:li></rdf:Bag>";
    String expected = keywords == null ? "" : keywords;
    assertThat(keywords("<" + property + ">" + array + "</" + property + ">")).isEqualTo(expected);
    assertThat(keywords("<" + property + ">" + path + "</" + property + ">")).isEqualTo(expected);
  }

  private static String keywords(String elements) {
    return String.join(", ", read(elements).caption().keywords());
  }

  @Test
  void levelsThatAreKeywordsAlreadyAreNoOthers() {
    assertThat(
            keywords(
                "<dc:subject><rdf:Bag><rdf:li>Porto</rdf:li></rdf:Bag></dc:subject>"
                    + "<lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|porto</rdf:li>"
                    + "<rdf:li>Places|Faro</rdf:li></rdf:Bag></lr:hierarchicalSubject>"))
        .isEqualTo("Porto, Places, Faro");
  }

  @Test
  void categoriesOfAcdsee() {
    assertThat(
            keywords(
                "<acdsee:categories>&lt;Categories&gt;&lt;Category Assigned=\"0\"&gt;Places"
                    + "&lt;Category Assigned=\"1\"&gt;Porto&lt;/Category&gt;&lt;/Category&gt;"
                    + "&lt;Category Assigned=\"0\"&gt;People&lt;/Category&gt;"
                    + "&lt;/Categories&gt;</acdsee:categories>"))
        .isEqualTo("Places, Porto");
  }

  @Test
  void hierarchiesOfTheMetadataWorkingGroup() {
    assertThat(
            keywords(
                "<mwg-kw:Keywords rdf:parseType='Resource'><mwg-kw:Hierarchy><rdf:Bag>"
                    + "<rdf:li rdf:parseType='Resource'><mwg-kw:Keyword>Places</mwg-kw:Keyword>"
                    + "<mwg-kw:Children><rdf:Bag><rdf:li rdf:parseType='Resource'>"
                    + "<mwg-kw:Keyword>Porto</mwg-kw:Keyword></rdf:li></rdf:Bag>"
                    + "</mwg-kw:Children></rdf:li></rdf:Bag></mwg-kw:Hierarchy></mwg-kw:Keywords>"))
        .isEqualTo("Places, Porto");
  }

  private static List<String> people(String elements) {
    return read(elements).caption().people();
  }

  private static String regions(String items) {
    return "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>"
        + items
        + "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
  }

  @Test
  void faceRegions() {
    String area = "<mwg-rs:Area stArea:x='0.5' stArea:y='0.5' stArea:unit='normalized'/>";
    assertThat(
            people(
                regions(
                    "<rdf:li><rdf:Description mwg-rs:Name='Ann' mwg-rs:Type='Face'>"
                        + area
                        + "</rdf:Description></rdf:li>"
                        + "<rdf:li mwg-rs:Name='Ola' mwg-rs:Type='face'/>"
                        + "<rdf:li rdf:parseType='Resource'><mwg-rs:Name>Zoë</mwg-rs:Name></rdf:li>"
                        + "<rdf:li mwg-rs:Name='Rex' mwg-rs:Type='Pet'/>"
                        + "<rdf:li mwg-rs:Name='' mwg-rs:Type='Face'/>"
                        + "<rdf:li mwg-rs:Type='Face'/>"
                        + "<rdf:li mwg-rs:Name='ANN' mwg-rs:Type='Face'/>")))
        .containsExactly("Ann", "Ola", "Zoë");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rdf:li><rdf:Description MPReg:Rectangle='0, 0, 1, 1' MPReg:PersonDisplayName='Ann'/></rdf:li>
          <rdf:li MPReg:PersonDisplayName='Ann' MPReg:Rectangle='0, 0, 1, 1'/>
          <rdf:li rdf:parseType='Resource'><MPReg:PersonDisplayName>Ann</MPReg:PersonDisplayName></rdf:li>
          <rdf:li><MPReg:PersonDisplayName>Ann</MPReg:PersonDisplayName></rdf:li>
          <rdf:li MPReg:PersonDisplayName='Ann' MPReg:PersonDisplayName='Ann'/>
          """)
  void faceRegionsOfWindows(String item) {
    String regions = "<MPRI:Regions><rdf:Bag>" + item + "</rdf:Bag></MPRI:Regions>";
    for (String around :
        List.of(
            "<MP:RegionInfo rdf:parseType='Resource'>%s</MP:RegionInfo>",
            "<MP:RegionInfo><rdf:Description>%s</rdf:Description></MP:RegionInfo>",
            "<MP:RegionInfo>%s</MP:RegionInfo>",
            "%s")) {
      assertThat(people(around.formatted(regions))).as(around).containsExactly("Ann");
    }
  }

  @Test
  void peopleOfTheIptc() {
    assertThat(
            people(
                "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ann</rdf:li><rdf:li>Ola</rdf:li>"
                    + "</rdf:Bag></Iptc4xmpExt:PersonInImage>"
                    + "<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li"
                    + " rdf:parseType='Resource'><Iptc4xmpExt:PersonName><rdf:Alt><rdf:li"
                    + " xml:lang='x-default'>Zoë</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName>"
                    + "</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>"))
        .containsExactly("Ann", "Ola", "Zoë");
  }

  @Test
  void placesThatAPersonWrote() {
    PlaceNames iceland =
        new PlaceNames(
            "IS",
            "Iceland",
            "Capital",
            "Reykjavik",
            List.of("Hallgrimskirkja", "Reykjavik", "Capital", "Ísland", "Iceland"));
    assertThat(
            read("<rdf:Description photoshop:City='Reykjavik' photoshop:State='Capital'"
                    + " photoshop:Country='Ísland' Iptc4xmpCore:Location='Hallgrimskirkja'"
                    + " Iptc4xmpCore:CountryCode='ISL'/>")
                .named())
        .isEqualTo(iceland);
    byte[] iptc =
        Segments.insertIptc(
            JPEG,
            Segments.iptc(90, "Reykjavik".getBytes(UTF_8)),
            Segments.iptc(92, "Hallgrimskirkja".getBytes(UTF_8)),
            Segments.iptc(95, "Capital".getBytes(UTF_8)),
            Segments.iptc(101, "Ísland".getBytes(UTF_8)));
    assertThat(Reading.read(iptc, "x.jpg").named()).isEqualTo(iceland);
  }

  @ParameterizedTest
  @CsvSource({"LocationCreated", "LocationShown"})
  void placesOfTheIptcExtension(String property) {
    String place =
        "<rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>Porto</Iptc4xmpExt:City>"
            + "<Iptc4xmpExt:CountryCode>PT</Iptc4xmpExt:CountryCode></rdf:li></rdf:Bag>";
    String name = "Iptc4xmpExt:" + property;
    assertThat(read("<" + name + ">" + place + "</" + name + ">").named())
        .isEqualTo(new PlaceNames("PT", "Portugal", null, "Porto", List.of("Porto", "Portugal")));
  }

  @Test
  void dashesAreNoPlace() {
    assertThat(read("<photoshop:City>--</photoshop:City>").named()).isNull();
  }

  private static byte[] extend(List<Integer> order, String hash, byte[] packet, int parts) {
    byte[] file = JPEG;
    int each = (packet.length + parts - 1) / parts;
    for (int part : order) {
      int from = part * each;
      byte[] content = Arrays.copyOfRange(packet, from, Math.min(packet.length, from + each));
      byte[] head =
          ByteBuffer.allocate(35 + 32 + 8)
              .put("http://ns.adobe.com/xmp/extension/\0".getBytes(US_ASCII))
              .put(hash.getBytes(US_ASCII))
              .putInt(packet.length)
              .putInt(from)
              .array();
      file = Segments.insert(file, 0xe1, Exif.join(List.of(head, content)));
    }
    return file;
  }

  private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("MD5").digest(bytes);
    return HexFormat.of().withUpperCase().formatHex(hash);
  }

  @Test
  void extendedXmpIsJoinedInWhateverOrder() throws NoSuchAlgorithmException {
    byte[] packet =
        Segments.xmp("<dc:title>Heron</dc:title><xmp:Label>" + "x".repeat(500) + "</xmp:Label>");
    String hash = md5(packet);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    for (int i = 0; i < order.size(); i++) {
      byte[] file = extend(order, hash, packet, 4);
      byte[] main =
          Segments.xmp(
              "<rdf:Description xmlns:xmpNote='http://ns.adobe.com/xmp/note/'"
                  + " xmpNote:HasExtendedXMP='"
                  + hash
                  + "'/><xmp:Rating>3</xmp:Rating>");
      PhotoMetadata photo = Reading.read(Segments.insertXmp(file, main), "x.jpg");
      assertThat(photo.caption().title()).isEqualTo("Heron");
      assertThat(photo.caption().rating()).isEqualTo(3);
      assertThat(Reading.notes(photo)).isEmpty();
      assertThat(Reading.read(file, "x.jpg").caption().title()).isEqualTo("Heron");
      Collections.rotate(order, 1);
    }
  }

  @Test
  void extendedXmpThatLacksPartsGivesWhatIsThere() throws NoSuchAlgorithmException {
    byte[] packet =
        Segments.xmp("<dc:title>Heron</dc:title><xmp:Label>" + "x".repeat(2500) + "</xmp:Label>");
    PhotoMetadata photo = Reading.read(extend(List.of(0, 1, 3), md5(packet), packet, 4), "x.jpg");
    assertThat(photo.caption().title()).isEqualTo("Heron");
    assertThat(photo.notes())
        .contains("the XMP block is damaged: a part of its extension is not there");
  }
}
