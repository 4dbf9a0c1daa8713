package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.phrase;
import static io.lumiere.query.language.fields.QueryField.words;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.KeywordField;

/** Fields of files and pixels. */
final class FileFields {
  private static final Function<Photo, String> PATH = Facts.of("path", Fields.PATH);

  private FileFields() {}

  static List<QueryField> all() {
    return QueryField.all(
        words(
                "path",
                "trips/**",
                "path from the archive's root: * within a name, ** across folders",
                FileFields::path)
            .fact(PATH),
        words(
                "folder",
                "trips",
                "words of folders' names",
                WordsReader.inWords(Fields.FOLDERS, "folder"))
            .aliases("album", "dir")
            .fact(PATH)
            .shown(11, Fields.FOLDERS),
        words(
                "name",
                "IMG*",
                "words of the file's name",
                WordsReader.inWords(Fields.FILENAME, "name"))
            .aliases("file", "filename")
            .fact(PATH)
            .shown(10, Fields.FILENAME),
        phrase(
                "type",
                "heic,png",
                "format",
                new ExactReader(
                    "type",
                    format -> KeywordField.newExactQuery(Fields.FORMAT, format),
                    KindReaders::format))
            .aliases("format", "ext")
            .facet(Facet.TYPE)
            .values(Fields.FORMAT)
            .fact(Facts.of("type", Fields.FORMAT)),
        phrase("size", ">10MB", "the file's length", NumberReaders.bytes())
            .aliases("filesize")
            .fact(photo -> "its file has " + photo.file().size() + " bytes"),
        phrase("width", ">=4000", "pixels", pixels(Fields.WIDTH, "width")).fact(Facts::pixels),
        phrase("height", ">=3000", "pixels", pixels(Fields.HEIGHT, "height")).fact(Facts::pixels),
        phrase("megapixels", ">=12", "millions of pixels", NumberReaders.megapixels())
            .aliases("mp")
            .fact(Facts::pixels));
  }

  private static Meaning path(Value value) {
    String glob = value.plain();
    return new Meaning("path matches " + glob, new PathGlobQuery(Fields.PATH, glob));
  }

  private static ValueReader pixels(String field, String name) {
    return NumberReaders.ints(field, name, Units.PIXELS, "4000, >=4000, 1000..2000");
  }
}
