package io.lumiere.web.openapi;

import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.util.ArrayList;
import java.util.List;

/** The endpoint of the document: of its own route, too. Thread-safe. */
public final class OpenApi implements ApiModule {
  private static final Schema.Members SHAPE =
      Schema.object("OpenApi")
          .with("openapi", Schema.text(), "The version of OpenAPI.")
          .with("paths", Schema.map(Schema.any()), "The paths.")
          .andMore();

  private final List<Route> routes;

  /** For a server with these modules and this one. */
  public OpenApi(String version, List<ApiModule> others) {
    List<Route> all = new ArrayList<>();
    others.forEach(module -> all.addAll(module.routes()));
    Route own =
        Route.get("/openapi.json", "openApi")
            .summary("This document.")
            .reply(SHAPE)
            .to(call -> Reply.json(new OpenApiDocument(version, all)));
    all.add(own);
    // Made once now: a name that is there twice shows when the server starts, not when it is asked.
    new OpenApiDocument(version, all);
    this.routes = List.of(own);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }
}
