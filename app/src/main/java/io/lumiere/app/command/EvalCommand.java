package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.ModelOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.eval.Evaluation;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well captions find their photos. */
@Command(
    name = "eval",
    description = {
      "Searches for the captions in TSV and says how often a right photo comes first, in the first"
          + " 5 and 10, and the mean reciprocal rank.",
      "A line of TSV is PATH<tab>CAPTION, the path as the index has it; lines that begin with # are"
          + " passed over. Any photo with the same caption counts as right.",
      "INDEX may be a collection of a SolrCloud."
    },
    footer = {
      "  lumiere eval captions.tsv",
      "  lumiere eval captions.tsv --model clip-vit-b-32 --vector-only"
    })
final class EvalCommand extends ConsoleCommand {
  @Parameters(paramLabel = "TSV", description = "Paths and captions.")
  Path captions = Path.of("");

  @Option(names = "--vector-only", description = "Search by what photos show alone, not by words.")
  boolean vectorOnly;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin ModelOption model = new ModelOption();

  @Mixin IndexOption index = new IndexOption();

  EvalCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    CollectionAddress collection = index.collection(home);
    List<Evaluation.Pair> pairs = read(captions);
    print(
        collection == null
            ? inDirectory(index.resolve(home), pairs)
            : inCollection(collection, pairs));
    return 0;
  }

  private Evaluation inDirectory(Path directory, List<Evaluation.Pair> pairs) {
    try (DualEncoder encoder = new ModelChoice(home, setupLines).openFor(directory, model.name());
        PhotoSearch search = IndexSearch.open(directory, encoder)) {
      return evaluation(search, pairs);
    }
  }

  private Evaluation inCollection(CollectionAddress address, List<Evaluation.Pair> pairs) {
    try (OpenCollection open = new OpenCollection(connect(address, false));
        DualEncoder encoder = open.encoder(home, setupLines, model.name())) {
      return evaluation(open.search(encoder, home), pairs);
    }
  }

  private Evaluation evaluation(PhotoFinder search, List<Evaluation.Pair> pairs) {
    return Evaluation.of(
        search,
        pairs,
        caption ->
            SearchRequest.builder().text(caption).target(target -> target.inWords(!vectorOnly)));
  }

  private void print(Evaluation evaluation) {
    if (json) {
      JsonLine.print(
          console,
          line -> {
            line.writeNumberField("captions", evaluation.captions());
            line.writeNumberField("recall@1", evaluation.recallAt1());
            line.writeNumberField("recall@5", evaluation.recallAt5());
            line.writeNumberField("recall@10", evaluation.recallAt10());
            line.writeNumberField("mrr", evaluation.meanReciprocalRank());
          });
      return;
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s: recall@1 %.3f, recall@5 %.3f, recall@10 %.3f, MRR %.3f%n",
            Plural.of(evaluation.captions(), "caption"),
            evaluation.recallAt1(),
            evaluation.recallAt5(),
            evaluation.recallAt10(),
            evaluation.meanReciprocalRank());
  }

  private static List<Evaluation.Pair> read(Path file) {
    List<Evaluation.Pair> pairs = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.read(file, "captions")) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab < 1 || line.substring(tab + 1).isBlank()) {
        throw new LumiereException(
            file + ", line " + number + " is not PATH<tab>CAPTION: '" + line + "'");
      }
      pairs.add(new Evaluation.Pair(line.substring(0, tab), line.substring(tab + 1).strip()));
    }
    return pairs;
  }
}
