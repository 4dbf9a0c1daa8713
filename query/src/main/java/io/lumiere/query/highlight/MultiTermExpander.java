package io.lumiere.query.highlight;

import io.lumiere.schema.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Puts words themselves in the place of beginnings and misspellings: those that some documents
 * have. For these documents the query stays the same, scores aside. Otherwise Lucene would walk
 * through all the index's words that begin or look alike, for every field of every document. Not
 * thread-safe.
 */
final class MultiTermExpander {
  private static final Analyzer ANALYZER = Words.analyzer();

  private final IndexedTexts texts;
  private final Map<String, Set<BytesRef>> byField = new HashMap<>();

  /**
   * For some documents.
   *
   * @param texts theirs
   */
  MultiTermExpander(IndexedTexts texts) {
    this.texts = texts;
  }

  Query of(Query query) throws IOException {
    return switch (query) {
      case BoostQuery boost -> of(boost.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case DisjunctionMaxQuery any -> {
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        for (Query part : any.getDisjuncts()) {
          parts.add(of(part), Occur.SHOULD);
        }
        yield parts.build();
      }
      case BooleanQuery all -> {
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        parts.setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
        for (BooleanClause clause : all) {
          parts.add(of(clause.query()), clause.occur());
        }
        yield parts.build();
      }
      case PrefixQuery prefix -> words(prefix);
      case FuzzyQuery fuzzy -> words(fuzzy);
      default -> query;
    };
  }

  private Query words(MultiTermQuery query) throws IOException {
    ByteRunAutomaton[] accepted = new ByteRunAutomaton[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTermsMatching(
              Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
            accepted[0] = automaton.get();
          }
        });
    if (accepted[0] == null) {
      return query;
    }
    Set<BytesRef> words = new HashSet<>();
    for (BytesRef word : inField(query.getField())) {
      if (accepted[0].run(word.bytes, word.offset, word.length)) {
        words.add(word);
      }
    }
    return words.isEmpty()
        ? new MatchNoDocsQuery("none of the documents has " + query)
        : new TermInSetQuery(query.getField(), words);
  }

  private Set<BytesRef> inField(String field) throws IOException {
    Set<BytesRef> known = byField.get(field);
    if (known != null) {
      return known;
    }
    Set<BytesRef> words = new HashSet<>();
    for (int doc : texts.docs()) {
      for (String value : texts.of(texts.stored(doc, Set.of(field)), doc, field)) {
        add(field, value, words);
      }
    }
    byField.put(field, words);
    return words;
  }

  private static void add(String field, String value, Set<BytesRef> to) throws IOException {
    try (TokenStream tokens = ANALYZER.tokenStream(field, value)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        to.add(BytesRef.deepCopyOf(term.getBytesRef()));
      }
      tokens.end();
    }
  }
}
