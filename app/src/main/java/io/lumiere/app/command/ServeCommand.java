package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.ListenOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.prompt.PromptServer;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.web.GalleryApi;
import io.lumiere.web.GalleryServer;
import io.lumiere.web.Limits;
import io.lumiere.web.access.Access;
import io.lumiere.web.access.OwnerFile;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.DirectoryIndex;
import io.lumiere.web.archives.SearchedIndex;
import io.lumiere.workspace.ModelChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the gallery for browsers. */
@Command(
    name = "serve",
    description = {
      "Opens the gallery in a browser: search, look at photos, and let it index a folder.",
      "It prints an address that opens the gallery once, for whoever sits here; Enter prints"
          + " another one, for another browser. Programs use the API at /api/v1 with the token that"
          + " is in --token-file; /api/v1/openapi.json describes it. Ctrl-C ends it."
    },
    footer = {
      "  lumiere serve --open",
      "  lumiere serve --demo                the sample archive, made if it is not there",
      "  lumiere serve --index /mnt/archive-index --port 8080",
      "  lumiere serve --index solr://127.0.0.1:27181/photos     a collection, docs/cluster.md",
      "  lumiere serve --listen 0.0.0.0 --password-file pw.txt --tls server.pem"
    })
final class ServeCommand extends ConsoleCommand {
  @Mixin IndexOption index = new IndexOption();

  @Mixin ListenOptions listening = new ListenOptions();

  @Option(names = "--open", description = "Open the browser of this desktop.")
  boolean open;

  @Option(names = "--demo", description = "Serve the sample archive of 'lumiere demo'.")
  boolean demo;

  @Option(names = "--painted", description = "With --demo: painted scenes in place of photos.")
  boolean painted;

  private final CountDownLatch stop = new CountDownLatch(1);

  ServeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    CollectionAddress address = demo ? null : index.collection(home);
    if (address == null) {
      return serve(new DirectoryIndex(directory().toAbsolutePath().normalize()));
    }
    refusePainted();
    try (CollectionIndex collection = new CollectionIndex(connect(address, false), home)) {
      return serve(collection);
    }
  }

  @SuppressWarnings("try") // The searches from the prompt are answered without further orders.
  private Integer serve(SearchedIndex served) throws InterruptedException {
    var listen = listening.listen();
    Path tokenFile = listening.tokenFile(home.cache());
    Access access = new Access(OwnerFile.token(tokenFile), listening.password());
    Archives archives = new Archives(home, served);
    try (Interruption interruption =
            new Interruption(console, "open requests have some seconds to end", stop::countDown);
        GalleryServer server =
            GalleryServer.start(
                listen,
                access,
                Limits.DEFAULTS,
                GalleryApi.modules(
                    home, archives, LumiereCommand.version(), !listening.isPublic()));
        PromptSearches searches = new PromptSearches(home, archives.encoders());
        PromptServer prompt = PromptServer.start(home.cache(), console.environment(), searches);
        DesktopBrowser browser =
            new DesktopBrowser(
                home.cache(), console.environment(), System.getProperty("os.name", ""))) {
      tell(server, access, tokenFile, browser);
      if (!interruption.isStopped()) {
        stop.await();
      }
    }
    return 0;
  }

  /** The index to begin with; one that was named must be there. */
  private Path directory() {
    if (demo) {
      if (index.isGiven()) {
        throw new IllegalArgumentException("--demo and --index name two archives: leave one out");
      }
      return samples();
    }
    refusePainted();
    Path directory = index.resolve(home);
    if (index.isGiven()) {
      PhotoSearch.readMetadata(directory);
    }
    return directory;
  }

  private void refusePainted() {
    if (painted) {
      throw new IllegalArgumentException("--painted is for the samples: add --demo");
    }
  }

  private Path samples() {
    DemoSamples samples = new DemoSamples(console, home, setupLines, painted);
    if (!Files.isDirectory(samples.index())) {
      console.out().println("Making the sample archive");
      try (DualEncoder encoder = new ModelChoice(home, setupLines).open(null)) {
        samples.makeArchive();
        samples.makeIndex(encoder);
      }
    }
    return samples.index();
  }

  private void tell(GalleryServer server, Access access, Path tokenFile, DesktopBrowser browser) {
    console.out().println("The gallery is at " + server.address());
    if (access.hasPassword()) {
      console.out().println("Others log in there with the password. Here, open it once by:");
    } else {
      console
          .out()
          .println("Open this address (it works once, within 15 minutes; Enter gives another):");
    }
    String address = server.openAddress();
    console.out().println();
    console.out().println("  " + address);
    console.out().println();
    console
        .out()
        .println(
            "Programs: "
                + server.address()
                + "/api/v1, header 'Authorization: Bearer TOKEN', the token is in "
                + tokenFile);
    console.out().println("Ctrl-C ends it.");
    console.out().flush();
    if (open) {
      browser
          .open(address)
          .ifPresent(reason -> console.err().println(reason + ": open the address by hand"));
    }
    if (console.showsProgress()) {
      Thread.ofPlatform().daemon().name("new addresses").start(() -> printAddresses(server));
    }
  }

  /** A line, which is Enter, asks for another address. */
  private void printAddresses(GalleryServer server) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        console.out().println("  " + server.openAddress());
      }
    } catch (IOException e) {
      // There is no keyboard any more.
    }
  }
}
