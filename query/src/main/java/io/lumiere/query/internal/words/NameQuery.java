package io.lumiere.query.internal.words;

import io.lumiere.query.internal.lucene.ExpandedQuery;
import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Photos whose file has a name, scored 0 to 1 by how much of the name they match: those with more
 * of the folders come first, and those with another extension last.
 */
public final class NameQuery extends ExpandedQuery {
  /** Longer texts are not paths. */
  private static final int MAX_LENGTH = 1_024;

  /** The most files of one name that are looked at in a segment. */
  private static final int MAX_TERMS = 10_000;

  private static final float NAME = 0.99f;

  /** What is added if all folders are right, and once more if there are no others. */
  private static final float FOLDERS = 0.008f;

  private static final float ALL = 0.002f;

  /** The same name with another extension: likely the same picture, in another format. */
  private static final float OTHER_EXTENSION = 0.6f;

  private static final float NONE = 0;

  private final FileName name;
  private final boolean isStrict;

  private record NameKey(FileName name, boolean isStrict) {
    @Override
    public String toString() {
      return name.term();
    }
  }

  private NameQuery(FileName name, boolean isStrict) {
    super(Fields.NAME, new NameKey(name, isStrict));
    this.name = name;
    this.isStrict = isStrict;
  }

  /** Photos whose file has exactly this name, in the folders that it names. */
  static Query whole(FileName name) {
    return new NameQuery(name, true);
  }

  /**
   * Photos whose file has the name that a text is, in other folders as well.
   *
   * @param archive the archive's root, with which a pasted path may begin
   */
  public static Query ranked(String text, String archive) {
    return text.length() > MAX_LENGTH
        ? new MatchNoDocsQuery("too long for a name")
        : new NameQuery(FileName.of(withinArchive(unquoted(text), archive)), false);
  }

  /** Without the quotes in which file managers put paths that they copy. */
  public static String unquoted(String written) {
    String text = written.strip();
    boolean isQuoted =
        text.length() > 2
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  private static String withinArchive(String path, String archive) {
    String slashes = path.replace('\\', '/');
    String root = archive.replace('\\', '/') + "/";
    return slashes.regionMatches(true, 0, root, 0, root.length())
        ? slashes.substring(root.length())
        : slashes;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Map<Float, List<BytesRef>> byScore = new TreeMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(Fields.NAME);
      if (terms != null) {
        collect(terms, name, byScore);
        if (!isStrict && !name.isPhoto() && !name.extension().isEmpty()) {
          collect(terms, name.withoutExtension(), byScore);
        }
      }
    }
    if (byScore.isEmpty()) {
      return new MatchNoDocsQuery("no file has this name");
    }
    return new DisjunctionMaxQuery(
        byScore.entrySet().stream()
            .<Query>map(same ->
                new BoostQuery(
                    new ConstantScoreQuery(new TermInSetQuery(Fields.NAME, same.getValue())),
                    same.getKey()))
            .toList(),
        0);
  }

  private void collect(Terms terms, FileName read, Map<Float, List<BytesRef>> byScore)
      throws IOException {
    BytesRef stem = new BytesRef(read.stemTerm());
    TermsEnum each = terms.iterator();
    if (each.seekCeil(stem) == TermsEnum.SeekStatus.END) {
      return;
    }
    BytesRef term = each.term();
    for (int i = 0; i < MAX_TERMS && term != null && StringHelper.startsWith(term, stem); i++) {
      float score = score(read, term.utf8ToString().substring(read.stemTerm().length()));
      if (score > NONE) {
        byScore.computeIfAbsent(score, any -> new ArrayList<>()).add(BytesRef.deepCopyOf(term));
      }
      term = each.next();
    }
  }

  /**
   * The score of a file.
   *
   * @param theirs its extension and its folders, the nearest first, {@code /} behind each
   */
  private float score(FileName read, String theirs) {
    String extension = read.term(0).substring(read.stemTerm().length());
    boolean isSame = theirs.startsWith(extension);
    boolean saysNone = read.extension().isEmpty();
    String folders = theirs.substring(theirs.indexOf('/') + 1);
    int all = read.folders().size();
    int right = all;
    while (!folders.startsWith(read.foldersTerm(right))) {
      right--;
    }
    if (isStrict) {
      return isSame && right == all ? 1 : NONE;
    }
    if (!isSame && !saysNone && !read.isPhoto()) {
      return NONE;
    }
    boolean hasNoOthers = folders.equals(read.foldersTerm(right));
    return (isSame || saysNone ? NAME : OTHER_EXTENSION)
        + FOLDERS * (all == 0 ? 1 : right / (float) all)
        + (hasNoOthers ? ALL : 0);
  }
}
