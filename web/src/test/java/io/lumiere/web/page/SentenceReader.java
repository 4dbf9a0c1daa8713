package io.lumiere.web.page;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentences of a source file: what exceptions and mistakes are made with, what notes and
 * reasons are, and what a few classes write.
 */
final class SentenceReader extends TreeScanner<@Nullable Void, @Nullable Void> {
  /** Classes whose constructors take a sentence. */
  private static final Set<String> MADE =
      Set.of(
          "HttpProblem",
          "LumiereException",
          "TransientException",
          "UnavailableException",
          "IndexMismatchException",
          "CorruptImageException",
          "PassingImageException",
          "UnsupportedImageException",
          "IOException",
          "Problem",
          "Meaning",
          "PhotoFilter",
          "Rule",
          "Section",
          "HelpSection",
          "Group",
          "FileLoader");

  /** Methods that take a sentence. */
  private static final Set<String> TOLD =
      Set.of(
          "addDamage",
          "at",
          "badRequest",
          "conflict",
          "damaged",
          "failure",
          "gone",
          "ids",
          "missing",
          "mistake",
          "notFound",
          "lacking",
          "note",
          "ofContent",
          "passing",
          "problem",
          "reject",
          "taken",
          "unprocessable",
          "unreadable",
          "unsupported",
          "withProblem",
          "writing",
          "wrong");

  /**
   * Methods and constructors of which one argument is a sentence, or one word that is part of one.
   */
  private static final Map<String, Integer> TOLD_AT =
      Map.ofEntries(
          Map.entry("ChoiceReader", 0),
          Map.entry("ExactReader", 0),
          Map.entry("Facts.known", 0),
          Map.entry("Facts.of", 0),
          Map.entry("NumberReader", 0),
          Map.entry("NumberReaders.focal", 1),
          Map.entry("NumberReaders.ints", 1),
          Map.entry("WordsReader.inKeywords", 1),
          Map.entry("WordsReader.inWords", 1),
          Map.entry("above", 0),
          Map.entry("below", 0),
          Map.entry("meaning", 0),
          Map.entry("doubles", 1),
          Map.entry("floats", 1),
          Map.entry("end", 1),
          Map.entry("job.say", 0),
          Map.entry("keywords", 2),
          Map.entry("line", 0),
          Map.entry("phrase", 2),
          Map.entry("words", 2));

  /** Collections and listeners that sentences are given to. */
  private static final Pattern COLLECTED =
      Pattern.compile(
          "(?s).*(?:notes|reasons|dropped|problems|progress|missing)"
              + "(?:\\(\\))?\\.(?:add|put|accept)");

  /** Texts that are compared with others, not said. */
  private static final Set<String> COMPARING =
      Set.of("contains", "equals", "has", "split", "startsWith");

  /** Classes, or methods of them, that write sentences. */
  private static final Set<String> SPEAKERS =
      Set.of(
          "Explanation.describe",
          "Explanation.keeps",
          "ExplainSearch",
          "PhotoOutcomes",
          "Facts",
          "ResultSearch",
          "SearchRequest",
          "When.words",
          "DateReader.between",
          "PlanRun.doubt",
          "AddModelWork.run",
          "AddModelWork.title",
          "IndexWork.index",
          "IndexWork.title",
          "IndexWork.words",
          "ModelView.summary",
          "ReindexWork.run",
          "ReindexWork.title",
          "ReindexWork.words",
          "RequestParts.name",
          "Schema.id",
          "SchemaCheck.range",
          "ListsFormat.what",
          "ArchiveRegistry.what",
          "SetupListener.lacking",
          "DateLimits.objection",
          "FailureText.reason",
          "FailureText.known",
          "Names",
          "OtherFormats.describe",
          "OtherFormats.text",
          "Support",
          "Candidates",
          "CollectionShards.missing",
          "IndexErrors.message",
          "IndexMetadata.describe",
          "ModelChoice",
          "NamedPhotos");

  private final String type;
  private final SentencePatterns patterns;
  private final NavigableSet<String> found;
  private String method = "";

  SentenceReader(CompilationUnitTree unit, String type, NavigableSet<String> found) {
    this.type = type;
    this.patterns = new SentencePatterns(named(unit));
    this.found = found;
  }

  /** The texts that a name stands for, where the file has one of that name only. */
  private static Map<String, ExpressionTree> named(CompilationUnitTree unit) {
    Map<String, ExpressionTree> named = new HashMap<>();
    Set<String> several = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        String name = variable.getName().toString();
        ExpressionTree text = variable.getInitializer();
        boolean isText = "String".equals(String.valueOf(variable.getType()));
        if (!isText || text == null || named.put(name, text) != null) {
          several.add(name);
        }
        return super.visitVariable(variable, null);
      }
    }.scan(unit, null);
    named.keySet().removeAll(several);
    return named;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree declared, @Nullable Void nothing) {
    method = declared.getName().toString();
    return super.visitMethod(declared, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
    String name = made.getIdentifier().toString();
    Integer place = TOLD_AT.get(name);
    if (MADE.contains(name)) {
      made.getArguments().forEach(this::addSentence);
    } else if (place != null) {
      add(made.getArguments().get(place));
    }
    return super.visitNewClass(made, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    String called = call.getMethodSelect().toString();
    Integer place = TOLD_AT.get(called);
    String name = SentencePatterns.name(call.getMethodSelect());
    if (TOLD.contains(name) || COLLECTED.matcher(called).matches()) {
      call.getArguments().forEach(this::addSentence);
    } else if (place != null && place < call.getArguments().size()) {
      add(call.getArguments().get(place));
    } else if (speaks() && name.equals("format")) {
      addSentence(call);
      return null;
    } else if (speaks() && COMPARING.contains(name)) {
      return null;
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
    if (speaks()) {
      addSentence(literal);
    }
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
    if (speaks() && patterns.of(sum).stream().anyMatch(SentenceReader::isSentence)) {
      addSentence(sum);
      return null;
    }
    return super.visitBinary(sum, null);
  }

  private boolean speaks() {
    return SPEAKERS.contains(type) || SPEAKERS.contains(type + "." + method);
  }

  private void addSentence(ExpressionTree text) {
    patterns.of(text).stream().filter(SentenceReader::isSentence).forEach(found::add);
  }

  private static boolean isSentence(String pattern) {
    return pattern.strip().contains(" ");
  }

  private void add(ExpressionTree text) {
    found.addAll(patterns.of(text));
  }
}
