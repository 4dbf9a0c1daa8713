package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Caption;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One property that is wrong costs that property alone. */
class DamagedXmpTest {
  private static final String KEYWORD =
      "<dc:subject><rdf:Bag><rdf:li>heron</rdf:li></rdf:Bag></dc:subject>";

  private static PhotoMetadata read(String elements) {
    return read(Segments.xmp(elements));
  }

  private static PhotoMetadata read(byte[] packet) {
    return Reading.read(Segments.insertXmp(Pictures.jpeg(1), packet), "x.jpg");
  }

  private static String packet(String elements) {
    return new String(Segments.xmp(elements), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twice                | <xmp:Rating>4</xmp:Rating><xmp:Rating>4</xmp:Rating>
          undeclared           | <nobody:x>4</nobody:x>
          undeclared attribute | <rdf:Description nobody:x='y'/>
          usual, undeclared    | <tiff:Make>ZebraCam</tiff:Make>
          not closed           | <xmp:Label>red<xmp:Nickname>n</xmp:Nickname>
          closed twice         | <xmp:Label>red</xmp:Label></xmp:Label>
          bare ampersand       | <xmp:Nickname>a & b</xmp:Nickname>
          unknown entity       | <xmp:Nickname>&nobody;</xmp:Nickname>
          less than            | <xmp:Nickname>a < b</xmp:Nickname>
          attribute twice      | <rdf:Description xmp:Label='red' xmp:Label='blue'/>
          no quotes            | <rdf:Description xmp:Label=red />
          rdf in a property    | <xmp:Nickname><rdf:Description><rdf:Bag/></rdf:Description></xmp:Nickname>
          list in no bag       | <dc:creator><rdf:li>me</rdf:li></dc:creator>
          text in a bag        | <dc:creator><rdf:Bag>me</rdf:Bag></dc:creator>
          both kinds           | <dc:creator>me<rdf:Bag><rdf:li>you</rdf:li></rdf:Bag></dc:creator>
          unknown rdf          | <rdf:Nothing/><rdf:li>x</rdf:li>
          literal              | <xmp:Nickname rdf:parseType='Literal'><b>x</b></xmp:Nickname>
          no name              | <:x>y</:x>
          less than, no space  | <xmp:Nickname>a<b</xmp:Nickname>
          more of these        | <xmp:Nickname>I <3 you</xmp:Nickname>
          """)
  void costsNothingElse(String name, String wrong) {
    assertThat(read(wrong + KEYWORD).caption().keywords()).as(name).contains("heron");
    assertThat(read(KEYWORD + wrong).caption().keywords()).as(name).contains("heron");
  }

  @Test
  void itemsThatAreNotClosedOrNumbered() {
    String bag = "<dc:subject><rdf:Bag>%s</rdf:Bag></dc:subject>";
    String open = bag.formatted("<rdf:li>heron<rdf:li>egret<rdf:li>stork");
    assertThat(read(open).caption().keywords()).containsExactly("heron", "egret", "stork");
    String numbered = bag.formatted("<rdf:_1>heron</rdf:_1><rdf:_2>egret</rdf:_2>");
    assertThat(read(numbered).caption().keywords()).containsExactly("heron", "egret");
    String less =
        bag.formatted("<rdf:li>I <3 you</rdf:li><rdf:li>a<b</rdf:li><rdf:li>egret</rdf:li>");
    assertThat(read(less).caption().keywords()).containsExactly("I <3 you", "a<b", "egret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <xmp:Rating>4</xmp:Rating><xmp:Rating>3</xmp:Rating> | the XMP block is damaged: Rating is written twice
          <nobody:x>4</nobody:x> | the XMP block is damaged: the prefix 'nobody' is not declared
          """)
  void damageIsNoted(String wrong, String note) {
    assertThat(Reading.notes(read(wrong + KEYWORD))).containsExactly(note);
  }

  @Test
  void aGoodPacketHasNoNotes() {
    String packet =
        "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>"
            + packet(
                KEYWORD
                    + "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>A &amp; B &#233;"
                    + "</rdf:li></rdf:Alt></dc:title><!-- x -->")
            + " ".repeat(2000)
            + "<?xpacket end='w'?>";
    PhotoMetadata photo = read(packet.getBytes(UTF_8));
    assertThat(Reading.notes(photo)).isEmpty();
    assertThat(photo.caption()).isEqualTo(new Caption("A & B é", null, List.of("heron")));
  }

  @ParameterizedTest
  @CsvSource({"Bag", "Seq", "Alt"})
  void anyArrayWillDo(String array) {
    String all = "<rdf:%1$s><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:%1$s>".formatted(array);
    assertThat(read("<dc:subject>" + all + "</dc:subject>").caption().keywords())
        .containsExactly("one", "two");
    assertThat(read("<dc:title>" + all + "</dc:title>").caption().title()).isEqualTo("one");
  }

  @Test
  void textsInPlaceOfArrays() {
    assertThat(read("<dc:subject>one, two; three</dc:subject>").caption().keywords())
        .containsExactly("one", "two", "three");
    assertThat(read("<dc:title>Title</dc:title>").caption().title()).isEqualTo("Title");
    assertThat(read("<rdf:Description dc:description='Text'/>").caption().description())
        .isEqualTo("Text");
  }

  @Test
  void theDefaultLanguageIsTaken() {
    String title =
        "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Reiher</rdf:li>"
            + "<rdf:li xml:lang='x-default'>Heron</rdf:li></rdf:Alt></dc:title>";
    assertThat(read(title).caption().title()).isEqualTo("Heron");
  }

  @Test
  void bytesAroundThePacketAreNone() {
    byte[] packet = Segments.xmp(KEYWORD);
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    assertThat(read(Exif.join(List.of(mark, packet))).caption().keywords()).contains("heron");
    byte[] garbage = "\0\1garbage ".getBytes(UTF_8);
    byte[] around = Exif.join(List.of(garbage, packet, garbage));
    assertThat(read(around).caption().keywords()).contains("heron");
  }

  @Test
  void whatThePacketSaysOfItsEncodingIsNotAsked() {
    String packet = packet("<dc:title>Grüße</dc:title>");
    for (Charset charset : List.of(UTF_8, ISO_8859_1, UTF_16LE, UTF_16BE)) {
      for (String said : List.of("UTF-8", "ISO-8859-1", "UTF-16", "nonsense")) {
        byte[] bytes = ("<?xml version='1.0' encoding='" + said + "'?>" + packet).getBytes(charset);
        assertThat(read(bytes).caption().title()).as(charset + " " + said).isEqualTo("Grüße");
      }
    }
  }

  @Test
  void charactersThatXmlForbidsAreSpaces() {
    assertThat(read("<dc:title>a\u0001b&#2;c</dc:title>").caption().title()).isEqualTo("a b c");
  }

  @Test
  void aPacketMayBeCutAnywhere() {
    byte[] whole = Segments.xmp(KEYWORD + "<dc:title>Grey heron</dc:title>");
    String text = new String(whole, UTF_8);
    int after = text.indexOf(KEYWORD) + KEYWORD.length();
    for (int end = after; end < whole.length; end++) {
      Caption caption = read(Arrays.copyOf(whole, end)).caption();
      assertThat(caption.keywords()).as("cut at " + end).containsExactly("heron");
      assertThat(caption.title()).as("cut at " + end).isIn(null, "Grey heron");
    }
    assertThat(Reading.notes(read(Arrays.copyOf(whole, after))))
        .containsExactly("the XMP block is damaged: it is cut short");
  }

  @Test
  void aQuoteThatIsNotClosed() {
    String wrong = "<xmp:Nickname xml:lang='de>x</xmp:Nickname>";
    assertThat(read(KEYWORD + wrong).caption().keywords()).contains("heron");
    assertThat(read(wrong + KEYWORD).caption().keywords()).contains("heron");
  }

  @Test
  void aQuoteThatIsNotClosedBesideALongValue() {
    String wrong = "<xmp:Nickname xml:lang=\"de>x</xmp:Nickname>";
    String whole = "<xmp:Label xml:lang='" + "x".repeat(40_000) + "'>red</xmp:Label>";
    assertThat(read(whole + KEYWORD + wrong).caption().keywords()).contains("heron");
    assertThat(read(wrong + KEYWORD + whole).caption().keywords()).contains("heron");
  }

  @Test
  void anEmptyPacketIsNotDamaged() {
    byte[] empty = "<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>".getBytes(UTF_8);
    assertThat(Reading.notes(read(empty))).isEmpty();
    assertThat(Reading.notes(read(new byte[100]))).isEmpty();
    assertThat(Reading.notes(read("no XMP".getBytes(UTF_8))))
        .containsExactly("the XMP block is damaged: there is no RDF in it");
  }

  @Test
  void namespacesWithoutTheirEnd() {
    String packet = packet(KEYWORD).replace("elements/1.1/'", "elements/1.1'");
    assertThat(read(packet.getBytes(UTF_8)).caption().keywords()).contains("heron");
    String rdf = packet(KEYWORD).replace("syntax-ns#", "syntax-ns");
    assertThat(read(rdf.getBytes(UTF_8)).caption().keywords()).contains("heron");
    String none = packet(KEYWORD).replaceAll("xmlns:\\w+='[^']*'", "");
    assertThat(read(none.getBytes(UTF_8)).caption().keywords()).contains("heron");
  }

  @Test
  void propertiesThatStandInNoDescription() {
    String packet =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + KEYWORD
            + "</rdf:RDF>";
    assertThat(read(packet.getBytes(UTF_8)).caption().keywords()).contains("heron");
    String alone = packet(KEYWORD).replaceAll("</?(x:xmpmeta|rdf:RDF)[^>]*>", "");
    assertThat(read(alone.getBytes(UTF_8)).caption().keywords()).contains("heron");
  }

  @Test
  void entitiesStayWhatTheyAre() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    String packet = laughs + "]>" + packet("<dc:title>&a29;</dc:title>" + KEYWORD);
    Caption caption = read(packet.getBytes(UTF_8)).caption();
    assertThat(caption).isEqualTo(new Caption(null, null, List.of("heron")));
  }

  @Test
  void depthAndWidthHaveBounds() {
    String deep = "<xmp:a>".repeat(20_000) + "</xmp:a>".repeat(20_000);
    assertThat(sidecar(deep + KEYWORD).xmpItems("http://purl.org/dc/elements/1.1/", "subject"))
        .contains("heron");
    Notes notes = new Notes();
    Blocks.readSidecar(Segments.xmp("<rdf:a/>".repeat(300_000)), "a.xmp", notes);
    assertThat(notes.list()).containsExactly("the XMP block has too many elements and is left out");
  }

  private static Tags sidecar(String elements) {
    return new Tags(Blocks.readSidecar(Segments.xmp(elements), "a.xmp", new Notes()));
  }
}
