package io.lumiere.web.jobs;

import io.lumiere.indexer.Failure;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Body;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The endpoints of jobs. Thread-safe; closing ends all jobs. */
public final class JobsApi implements ApiModule {
  private static final int MOST_LISTED = 1000;
  private static final int LISTED = 100;

  /** How often a job that changes all the time is sent. */
  private static final Duration PACE = Duration.ofMillis(250);

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Parameter ID = Parameter.text("id", "The job.");
  private static final Schema JOBS =
      Schema.object("Jobs").with("jobs", Schema.list(JobView.SCHEMA), "The newest first.");
  private static final Schema.Members FAILURE =
      Schema.object("JobFailure")
          .with("path", Schema.text(), "The file's path in the archive.")
          .with("reason", Schema.text(), "Why it could not be read.");
  private static final Schema FAILURES =
      Schema.object("JobFailures")
          .with("failures", Schema.list(FAILURE), "Files that could not be read.")
          .with("next", Schema.text().orNull(), "The parameter after of the next page.");

  private final JobOrders orders;
  private final Jobs jobs = new Jobs();

  public JobsApi(Home home, Archives archives) {
    this.orders = new JobOrders(home, archives);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/jobs", "startJob")
            .summary("Starts indexing a folder, adding a model, or encoding by another model.")
            .body(JobOrders.SCHEMA)
            .reply(201, JobView.SCHEMA)
            .link("/id", "id", "job", "jobFailures", "pauseJob", "resumeJob", "stopJob")
            .problems(409)
            .to(this::start),
        Route.get("/jobs", "listJobs")
            .summary("Lists the jobs that go on and the last that have ended.")
            .reply(JOBS)
            .to(this::list),
        Route.get("/jobs/{id}", "job")
            .summary("Says how far a job is.")
            .variable(ID)
            .reply(JobView.SCHEMA)
            .problems(404)
            .to(call -> reply(job(call))),
        Route.get("/jobs/{id}/events", "jobEvents")
            .summary("Sends the job as an event \"progress\" whenever it changes, until it ends.")
            .variable(ID)
            .reply("text/event-stream")
            .problems(404)
            .to(this::events),
        steer("pause", "Holds a job; what is done is kept.", job -> job.hold(true)),
        steer("resume", "Lets a job go on that is held.", job -> job.hold(false)),
        steer("stop", "Ends a job soon; what is done is kept.", Job::stop),
        Route.get("/jobs/{id}/failures", "jobFailures")
            .summary("Lists files that could not be read, at most 10,000.")
            .variable(ID)
            .parameter(Parameter.integer("limit", 1, MOST_LISTED, "How many.").orElse("" + LISTED))
            .parameter(
                Parameter.integer("after", 0, Integer.MAX_VALUE, "What next says.").orElse("0"))
            .reply(FAILURES)
            .problems(404)
            .to(this::failures));
  }

  @Override
  public void close() {
    jobs.close();
  }

  private Route steer(String verb, String summary, Consumer<Job> step) {
    return Route.post("/jobs/{id}/" + verb, verb + "Job")
        .summary(summary)
        .variable(ID)
        .reply(JobView.SCHEMA)
        .problems(404, 409)
        .to(call -> {
          Job job = job(call);
          step.accept(job);
          return reply(job);
        });
  }

  private Reply start(Call call) {
    jobs.requireRoom(); // Before an archive is listed for the job.
    return reply(jobs.start(orders.read(call.json()))).status(201);
  }

  private Reply list(Call call) {
    List<JobView> views = jobs.all().stream().map(Job::view).toList();
    return Reply.json(json -> {
      json.writeArrayFieldStart("jobs");
      for (JobView view : views) {
        json.writeStartObject();
        view.write(json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private Reply events(Call call) {
    Job job = job(call);
    return Reply.events(sink -> send(job, sink));
  }

  private static void send(Job job, Body.EventSink sink) throws IOException, InterruptedException {
    JobView view = job.view();
    sink.event("progress", view::write);
    while (!view.state().isEnd()) {
      JobView next = job.awaitChange(view.version(), SILENCE);
      if (next.version() == view.version()) {
        sink.alive();
      } else {
        view = next;
        sink.event("progress", view::write);
        Thread.sleep(PACE);
      }
    }
  }

  private Reply failures(Call call) {
    int from = call.arguments().integer("after", 0);
    int limit = call.arguments().integer("limit", LISTED);
    List<Failure> failures = job(call).failures(from, limit);
    return Reply.json(json -> {
      json.writeArrayFieldStart("failures");
      for (Failure failure : failures) {
        json.writeStartObject();
        json.writeStringField("path", failure.path());
        json.writeStringField("reason", failure.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField(
          "next", failures.size() < limit ? null : Integer.toString(from + failures.size()));
    });
  }

  private Job job(Call call) {
    String id = call.variable("id");
    return jobs.find(id).orElseThrow(() -> HttpProblem.notFound("there is no job \"" + id + "\""));
  }

  private static Reply reply(Job job) {
    return Reply.json(job.view()::write);
  }
}
