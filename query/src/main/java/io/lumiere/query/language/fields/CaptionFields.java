package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.exists;
import static io.lumiere.query.language.fields.QueryField.keywords;
import static io.lumiere.query.language.fields.QueryField.phrase;
import static io.lumiere.query.language.fields.QueryField.words;

import io.lumiere.query.facet.Facet;
import io.lumiere.schema.Fields;
import java.util.List;
import org.apache.lucene.document.KeywordField;

/** Fields of the words and marks that people gave photos. */
final class CaptionFields {
  private CaptionFields() {}

  static List<QueryField> all() {
    return QueryField.all(
        phrase(
                "rating",
                ">=4",
                "stars; -1 is rejected",
                NumberReaders.ints(Fields.RATING, "rating", Units.NONE, "4, >=4, 2..3"))
            .aliases("stars")
            .has(Fields.RATING, "rating")
            .facet(Facet.RATING)
            .choices(">=4", "5", "4", "3", "2", "1", "-1")
            .fact(Facts.of("rating", Fields.RATING)),
        keywords("label", "red", "label", Fields.LABEL)
            .aliases("colour", "color")
            .fact(Facts.of("label", Fields.LABEL))
            .shown(17, Fields.LABEL),
        words(
                "keyword",
                "beach",
                "words of keywords",
                WordsReader.inWords(
                    Fields.KEYWORDS,
                    "keyword",
                    keyword -> KeywordField.newExactQuery(Fields.KEYWORD, keyword)))
            .aliases("tag", "keywords", "tags")
            .has(Fields.KEYWORD, "keywords", "tags")
            .facet(Facet.KEYWORD)
            .values(Fields.KEYWORD)
            .fact(Facts.of("keywords", Fields.KEYWORD))
            .shown(3, Fields.KEYWORDS),
        words(
                "people",
                "Ann",
                "names of people in it",
                WordsReader.inWords(
                    Fields.PEOPLE,
                    "people",
                    name -> KeywordField.newExactQuery(Fields.PERSON, name)))
            .aliases("person", "face", "faces")
            .has(Fields.PERSON, "people", "faces")
            .facet(Facet.PEOPLE)
            .values(Fields.PERSON)
            .fact(Facts::people)
            .shown(4, Fields.PEOPLE, Fields.PERSON),
        words("title", "harbour", "words of the title", WordsReader.inWords(Fields.TITLE, "title"))
            .has(Fields.TITLE, "title")
            .fact(Facts.of("title", Fields.TITLE))
            .shown(1, Fields.TITLE),
        words(
                "description",
                "\"at dusk\"",
                "words of the description",
                WordsReader.inWords(Fields.DESCRIPTION, "description"))
            .aliases("caption")
            .has(Fields.DESCRIPTION, "description")
            .has(exists(Fields.TITLE, Fields.DESCRIPTION), "caption")
            .fact(Facts.of("description", Fields.DESCRIPTION))
            .shown(2, Fields.DESCRIPTION),
        words(
                "creator",
                "Ansel",
                "words of the maker's name",
                WordsReader.inWords(Fields.CREATOR, "creator"))
            .aliases("author", "artist", "by")
            .has(Fields.CREATOR, "creator")
            .shown(12, Fields.CREATOR));
  }
}
