package io.lumiere.web;

import io.lumiere.base.LumiereException;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Endpoints of every kind that the server has to carry, for tests of the server. */
public final class TestRoutes implements ApiModule {
  static final String SECRET = "a message of /home/somebody that nobody must see";
  static final int CONTENT = 100_000;

  private final Path file;
  volatile boolean closed;

  /** With a file of {@link #CONTENT} bytes whose values are their positions, modulo 251. */
  public TestRoutes(Path file) {
    this.file = file;
  }

  @Override
  public void close() {
    closed = true;
  }

  static byte[] content() {
    byte[] bytes = new byte[CONTENT];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  @Override
  public List<Route> routes() {
    Schema.Members thing =
        Schema.object("Thing")
            .with("name", Schema.text(20), "Its name.")
            .optional("size", Schema.integer(0, 9), "Its size.")
            .optional("tags", Schema.list(Schema.text(5), 3), "Its tags.")
            .optional("share", Schema.number(0, 1).orNull(), "Its share.");
    Schema.Members echo = Schema.object("Echo").with("echo", Schema.text(), "What was understood.");
    return List.of(
        Route.get("/things/{id}", "thing")
            .summary("Says back what it was asked.")
            .variable(Parameter.text("id", "A name."))
            .parameter(Parameter.integer("limit", 1, 200, "A number.").orElse("50"))
            .parameter(Parameter.number("share", -3, 3, "A number."))
            .parameter(Parameter.text("name", "A text."))
            .parameter(Parameter.text("tag", "Texts.").repeatable(3))
            .parameter(Parameter.flag("deep", "A flag."))
            .parameter(Parameter.day("from", "A day."))
            .parameter(Parameter.oneOf("kind", List.of("large", "small"), "A kind."))
            .reply(echo)
            .to(TestRoutes::thing),
        Route.get("/things/none", "noThing")
            .summary("Has nothing.")
            .parameter(Parameter.text("must", "Has to be there.").mandatory())
            .noContent()
            .to(call -> Reply.empty()),
        Route.post("/things", "makeThing")
            .summary("Takes a thing.")
            .body(thing)
            .reply(201, echo)
            .to(TestRoutes::make),
        Route.delete("/things/{id}", "dropThing")
            .summary("Takes it away.")
            .variable(Parameter.text("id", "A name."))
            .noContent()
            .to(call -> Reply.empty()),
        Route.post("/pictures", "picture")
            .summary("Counts bytes.")
            .upload("image/*", 1000)
            .reply(echo)
            .to(TestRoutes::count),
        Route.get("/file", "file")
            .summary("A file.")
            .reply("image/jpeg")
            .to(call -> Reply.file(file, "image/jpeg")),
        Route.get("/lost", "lost")
            .summary("A file that is not there.")
            .reply("image/jpeg")
            .problems(404)
            .to(call -> Reply.file(file.resolveSibling("lost"), "image/jpeg")),
        Route.get("/large", "large")
            .summary("Much JSON.")
            .reply(echo)
            .to(call -> echo("large ".repeat(2000))),
        Route.get("/tagged", "tagged")
            .summary("With an ETag of its own.")
            .reply(echo)
            .to(call -> echo("tagged").etag("gen-7").immutable()),
        Route.get("/stream", "stream")
            .summary("Made while sent.")
            .reply("text/plain")
            .to(call ->
                Reply.stream("text/plain", out -> out.write(content()))
                    .download("Größe \"1\".txt")),
        Route.get("/broken", "broken")
            .summary("Breaks while it is sent.")
            .reply("text/plain")
            .to(call ->
                Reply.stream(
                    "text/plain",
                    out -> {
                      out.write(content());
                      out.flush();
                      throw new IOException("broken");
                    })),
        Route.get("/unmade", "unmade")
            .summary("Fails before the first byte, as the library or the machine does.")
            .parameter(Parameter.oneOf("by", List.of("library", "machine"), "What fails."))
            .reply("text/plain")
            .to(call ->
                Reply.stream("text/plain", out -> unmade(call.arguments().text("by").get()))
                    .download("x.txt")),
        Route.get("/link", "link")
            .summary("A file that is another by the time it is sent.")
            .reply("image/jpeg")
            .problems(404)
            .to(call -> Reply.file(link(), "image/jpeg")),
        Route.get("/events", "events")
            .summary("Counts for ever.")
            .reply("text/event-stream")
            .to(call -> Reply.events(TestRoutes::count)),
        Route.get("/slow", "slow")
            .summary("Takes as many milliseconds as it is told.")
            .parameter(Parameter.integer("ms", 0, 60_000, "How long.").mandatory())
            .reply(echo)
            .to(TestRoutes::slow),
        Route.get("/crash", "crash")
            .summary("Fails by a mistake in the program.")
            .reply(echo)
            .to(call -> {
              throw new IllegalStateException(SECRET);
            }),
        Route.get("/error", "error")
            .summary("Fails as a missing class does.")
            .reply(echo)
            .to(call -> {
              throw new NoClassDefFoundError(SECRET);
            }),
        Route.get("/gone", "gone")
            .summary("Fails as it should.")
            .reply(echo)
            .problems(410)
            .to(call -> {
              throw new HttpProblem(410, "it is gone", json -> json.writeNumberField("x", 1));
            }),
        Route.get("/refused", "refused")
            .summary("Fails as the library does.")
            .reply(echo)
            .to(call -> {
              throw new LumiereException("the model is not installed");
            }));
  }

  private static void unmade(String by) throws IOException {
    if (by.equals("library")) {
      throw new LumiereException("photos.parquet cannot be written: No space left on device");
    }
    throw new IOException(SECRET);
  }

  private Path link() throws IOException {
    Path link = file.resolveSibling(file.getFileName() + ".link");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, file).toFile().deleteOnExit();
    return link;
  }

  private static Reply thing(Call call) {
    return echo(
        call.variable("id")
            + " limit="
            + call.arguments().integer("limit", 50)
            + " name="
            + call.arguments().text("name").orElse("-")
            + " tags="
            + call.arguments().texts("tag")
            + " deep="
            + call.arguments().flag("deep")
            + " from="
            + call.arguments().day("from").map(Object::toString).orElse("-"));
  }

  private static Reply make(Call call) {
    return echo(call.json().mandatoryText("name") + call.json().texts("tags")).status(201);
  }

  private static Reply count(Call call) throws IOException {
    try (InputStream in = call.upload()) {
      return echo(in.readAllBytes().length + " bytes");
    }
  }

  private static void count(io.lumiere.web.http.Body.EventSink sink)
      throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      int number = i;
      sink.event("progress", json -> json.writeNumberField("done", number));
      Thread.sleep(20);
    }
  }

  private static Reply slow(Call call) throws InterruptedException {
    Thread.sleep(call.arguments().integer("ms", 0));
    return echo("slow");
  }

  private static Reply echo(String text) {
    return Reply.json(json -> json.writeStringField("echo", text));
  }
}
